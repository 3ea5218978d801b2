export function mount(root: HTMLElement): void {
  root.addEventListener("click", () => window.print());
}
