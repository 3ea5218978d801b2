// The program as Pascal or Python beside its blocks; a line lights its block, and a block its line.
import type { Language } from "./blocks";
import type { Program } from "./program";
import { type TextKind, textOf } from "./text";

export interface TextPanel {
  show(program: Program): void;
  /** Lights the lines of a block; -1: of none. */
  light(block: number): void;
}

export function textPanel(root: HTMLElement, language: Language, robots: number, pointed: (block: number) => void): TextPanel {
  const panel = root.querySelector<HTMLElement>("[data-program-text]")!, switches = [...root.querySelectorAll<HTMLElement>("[data-text]")];
  let kind: TextKind | null = null, program: Program | null = null;
  const draw = () => {
    panel.hidden = kind === null;
    root.classList.toggle("with-text", kind !== null);
    if (kind === null || program === null) return;
    panel.replaceChildren(...linesOf(program, kind, language, robots));
  };
  for (const one of switches) {
    one.addEventListener("click", () => {
      kind = kind === one.dataset["text"] ? null : one.dataset["text"] as TextKind;
      for (const other of switches) other.setAttribute("aria-pressed", String(other.dataset["text"] === kind));
      draw();
    });
  }
  panel.addEventListener("pointerover", event => {
    const block = Number((event.target as HTMLElement).dataset["block"] ?? -1);
    if (block >= 0) pointed(block);
  });
  return {
    show: next => { program = next; draw(); },
    light: block => lightLines(panel, block),
  };
}

export const linesOf = (program: Program, kind: TextKind, language: Language, robots: number): HTMLElement[] =>
  textOf(program, kind, language, robots).map(({ text, block }) => {
    const line = document.createElement("span");
    line.className = "text-line";
    line.dataset["block"] = String(block);
    line.textContent = `${text}\n`;
    return line;
  });

/** Lights the lines of a block; -1: of none. */
export const lightLines = (panel: HTMLElement, block: number): void => panel.querySelectorAll<HTMLElement>(".text-line").forEach(line =>
  line.classList.toggle("lit", block >= 0 && line.dataset["block"] === String(block)));
