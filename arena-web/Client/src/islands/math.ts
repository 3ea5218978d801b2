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
  const parts = document.createDocumentFragment();
  const words = text.nodeValue ?? "";
  let done = 0;
  for (const match of words.matchAll(DOLLARS)) {
    parts.append(words.slice(done, match.index), formula(match[1] ?? match[2] ?? "", match[1] !== undefined));
    done = match.index + match[0].length;
  }
  parts.append(words.slice(done));
  text.replaceWith(parts);
}

function formula(tex: string, displayMode: boolean): HTMLElement {
  const place = document.createElement("span");
  temml.render(tex, place, { displayMode, throwOnError: false, trust: false });
  return place;
}
