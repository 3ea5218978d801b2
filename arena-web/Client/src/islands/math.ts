// $…$ and $$…$$ in a statement become MathML; no fonts, nothing inside code.
import temml from "temml";

const DOLLARS = /\$\$([^$]+)\$\$|\$([^$\n]+)\$/g;

export function mount(root: HTMLElement): void {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT, node =>
    node.parentElement?.closest("pre, code, math, textarea") ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT);
  const texts: Text[] = [];
  while (walker.nextNode()) if (walker.currentNode.nodeValue?.includes("$")) texts.push(walker.currentNode as Text);
  texts.forEach(typeset);
}

function typeset(text: Text): void {
  text.replaceWith(...split(text.nodeValue ?? "").map(part => typeof part === "string" ? part : formula(part.tex, part.display)));
}

export interface Formula { tex: string; display: boolean }

/** Words and formulas of a text in their order; a lone dollar is a word. */
export function split(text: string): (string | Formula)[] {
  const parts: (string | Formula)[] = [];
  let done = 0;
  for (const match of text.matchAll(DOLLARS)) {
    parts.push(text.slice(done, match.index), { tex: match[1] ?? match[2] ?? "", display: match[1] !== undefined });
    done = match.index + match[0].length;
  }
  return [...parts, text.slice(done)].filter(part => part !== "");
}

function formula(tex: string, displayMode: boolean): HTMLElement {
  const place = document.createElement("span");
  temml.render(tex, place, { displayMode, throwOnError: false, trust: false });
  return place;
}
