/**
 * A part of the page that the server renders anew when something happens: data-src (answers the inner HTML), data-on (names of events, as
 * "submission contest"). Asks at most once a moment, and once more if something happened meanwhile.
 */
import { keptFresh, textAt } from "../fresh";

export function mount(root: HTMLElement): void {
  const refresh = keptFresh(async () => {
    const got = await textAt(root.dataset["src"]!, { headers: { "X-Fragment": "1" } });
    if (got) replace(root, got.text);
  });
  for (const name of (root.dataset["on"] ?? "").split(" ")) document.addEventListener(`arena:${name}`, refresh);
}

/** Puts the new HTML in place; squares that were not filled before land one after another. */
function replace(root: HTMLElement, html: string): void {
  const before = [...root.querySelectorAll(".square")].map(square => square.className);
  const focused = document.activeElement?.id;
  root.innerHTML = html;
  let fresh = 0;
  [...root.querySelectorAll<HTMLElement>(".square")].forEach((square, i) => {
    const filled = !square.matches(".v-waiting, .v-judging");
    if (!filled || before[i] === square.className || before.length === 0) return;
    square.classList.add("fresh");
    square.style.animationDelay = `${Math.min(fresh++ * 60, 900)}ms`;
  });
  if (focused && root.contains(document.getElementById(focused))) document.getElementById(focused)!.focus();
  root.dispatchEvent(new Event("arena:replaced", { bubbles: true }));
}
