/** The parts of the page that its markup names by data-… attributes. */
export class Parts {
  constructor(readonly root: HTMLElement) {}

  find<T extends HTMLElement = HTMLElement>(name: string): T { return this.root.querySelector<T>(`[data-${name}]`)!; }

  on(name: string, act: () => void): void { this.find(name).addEventListener("click", act); }

  enable(isEnabled: boolean, ...names: string[]): void { for (const name of names) this.find<HTMLButtonElement>(name).disabled = !isEnabled; }
}
