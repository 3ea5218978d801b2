/**
 * A part of the page with news for a pupil: data-src answers it anew. Its first element says how many are unread by problem (data-counts)
 * and when the newest came (data-newest); the counters of the page ([data-news-count]) follow, and whoever wishes hears a sound.
 */
import { keptFresh, textAt } from "../fresh";
import { chime } from "./sound";

const EVENTS = ["arena:talk", "arena:phase", "arena:contest"];

export function mount(root: HTMLElement): void {
  let newest = newestIn(root);
  const refresh = keptFresh(async () => {
    const got = await textAt(root.dataset["src"]!, { headers: { "X-Fragment": "1" } });
    if (!got) return;
    const focused = document.activeElement?.id;
    root.innerHTML = got.text;
    if (focused) root.querySelector<HTMLElement>(`[id="${focused}"]`)?.focus();
    count(root);
    if (newestIn(root) > newest) chime();
    newest = Math.max(newest, newestIn(root));
    root.dispatchEvent(new Event("arena:replaced", { bubbles: true }));
  });
  for (const name of EVENTS) document.addEventListener(name, refresh);
  // It may have been read in another tab.
  document.addEventListener("visibilitychange", () => { if (!document.hidden) refresh(); });
  // The page stays: the pupil is at work on it.
  root.addEventListener("submit", event => {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    void fetch(form.action, { method: "POST", body: new FormData(form), credentials: "same-origin" }).then(refresh, () => form.submit());
  });
}

const newestIn = (root: HTMLElement) => Number(root.querySelector<HTMLElement>("[data-newest]")?.dataset["newest"] ?? 0);

function count(root: HTMLElement): void {
  const counts = JSON.parse(root.querySelector<HTMLElement>("[data-counts]")?.dataset["counts"] ?? "{}") as Record<string, number>;
  for (const counter of document.querySelectorAll<HTMLElement>("[data-news-count]")) {
    const unread = counts[counter.dataset["newsCount"]!] ?? 0;
    counter.hidden = unread === 0;
    counter.querySelector("[data-number]")!.textContent = String(unread);
  }
}
