// Loaded on every page. Mounts each [data-island] from a chunk of its own, so a page fetches only what it shows.
import { guardForms } from "./forms";
import { fadeToasts } from "./toast";

interface Island {
  mount(root: HTMLElement): void;
}

const islands: Record<string, () => Promise<Island>> = {
  beside: () => import("./islands/beside"),
  board: () => import("./islands/board"),
  clock: () => import("./islands/clock"),
  confirm: () => import("./islands/confirm"),
  copy: () => import("./islands/copy"),
  editor: () => import("./islands/editor"),
  "end-session": () => import("./islands/end-session"),
  "file-drop": () => import("./islands/file-drop"),
  fragment: () => import("./islands/fragment"),
  "level-maker": () => import("./islands/level-maker"),
  live: () => import("./islands/live"),
  math: () => import("./islands/math"),
  moment: () => import("./islands/moment"),
  news: () => import("./islands/news"),
  picks: () => import("./islands/picks"),
  print: () => import("./islands/print"),
  puzzle: () => import("./islands/puzzle"),
  sound: () => import("./islands/sound"),
  theme: () => import("./islands/theme"),
  ticking: () => import("./islands/ticking"),
  turn: () => import("./islands/turn"),
  wipe: () => import("./islands/wipe"),
};

/** Mounts the islands inside a part of the page; call it again for HTML that came later. */
function mountIslands(part: ParentNode): void {
  for (const root of part.querySelectorAll<HTMLElement>("[data-island]:not([data-island=''], [data-mounted])")) {
    const load = islands[root.dataset["island"] ?? ""];
    root.dataset["mounted"] = "";
    if (!load) {
      console.error(`No island is called ${root.dataset["island"]}`);
      continue;
    }
    void load().then(island => island.mount(root));
  }
}

document.documentElement.classList.add("js");
guardForms();
fadeToasts();
mountIslands(document);
document.addEventListener("arena:replaced", event => mountIslands(event.target as HTMLElement));
if (document.querySelector("[hx-get], [hx-post]")) {
  // htmx sets itself up only on a page that is still read or wholly loaded; in between it would never learn to break off a request.
  if (document.readyState === "complete") void import("./htmx");
  else addEventListener("load", () => void import("./htmx"), { once: true });
}
