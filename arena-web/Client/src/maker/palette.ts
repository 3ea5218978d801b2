// What is drawn with: a sign for each thing, and a pen.
export const PEN = "✎";

export interface Palette { readonly chosen: string }

/** @param names of the signs, in their order; the first but one is chosen at first. */
export function paletteOf(host: HTMLElement, names: Map<string, string>): Palette {
  const choices = [...names].map(([sign, name]) => signButton("maker-sign", sign, name, () => choose(sign)));
  let chosen = "#";
  const choose = (sign: string) => {
    chosen = sign;
    choices.forEach(choice => choice.setAttribute("aria-checked", String(choice.dataset["sign"] === sign)));
  };
  for (const choice of choices) choice.setAttribute("role", "radio");
  host.setAttribute("role", "radiogroup");
  host.replaceChildren(...choices);
  choose(chosen);
  return { get chosen() { return chosen; } };
}

export function signButton(look: string, sign: string, name: string, act: () => void): HTMLButtonElement {
  const made = element("button", look);
  made.type = "button";
  made.dataset["sign"] = sign;
  made.setAttribute("aria-label", name);
  made.title = name;
  made.textContent = sign === "." ? "" : sign;
  made.addEventListener("click", act);
  return made;
}

export function element<K extends keyof HTMLElementTagNameMap>(tag: K, look: string): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  if (look) made.className = look;
  return made;
}
