/**
 * Live standings: data-src answers the table's body, data-version says what is shown, data-own is the viewer's row. On an "arena:board"
 * event of another version the rows are fetched, and those in sight glide to their new place.
 */
import { keptFresh, textAt } from "../fresh";
import { plain } from "../plain";

const GLIDE = 400;

export function mount(root: HTMLElement): void {
  const table = root.querySelector("table")!;
  const find = root.querySelector<HTMLInputElement>("[data-board-find]");
  const school = root.querySelector<HTMLSelectElement>("[data-board-school]");
  const dress = () => {
    markOwn(table, root.dataset["own"]);
    if (school) listSchools(table, school);
    sift(table, find?.value ?? "", school?.value ?? "");
  };
  let tag: string | null = null, version: unknown = root.dataset["version"];
  const refresh = keptFresh(async () => {
    const got = await textAt(root.dataset["src"]!);
    const etag = got?.answer.headers.get("ETag") ?? null;
    if (!got || (etag !== null && etag === tag)) return;
    tag = etag;
    glide(table, () => { swap(table, got.text); dress(); });
  });
  for (const control of [find, school]) control?.addEventListener("input", dress);
  document.addEventListener("arena:board", event => {
    const told = (event as CustomEvent<{ version?: string }>).detail.version;
    if (told !== undefined && told === version) return;
    version = told;
    refresh();
  });
  document.addEventListener("arena:live", event => showState(root, (event as CustomEvent<boolean>).detail));
  dress();
}

function swap(table: HTMLTableElement, html: string): void {
  const part = document.createElement("template");
  part.innerHTML = `<table>${html}</table>`;
  const body = part.content.querySelector("tbody");
  // Another rule or other problems: the head is not the right one any more.
  const cells = body?.rows[0]?.cells.length;
  if (cells !== undefined && cells !== table.tHead?.rows[0]?.cells.length) location.reload();
  if (body) table.tBodies[0]!.replaceWith(body);
}

/** First, last, invert, play: only for rows in the window before or after, and not where less motion is asked for. */
function glide(table: HTMLTableElement, change: () => void): void {
  const before = new Map([...rows(table)].map(row => [row.dataset["id"], row.getBoundingClientRect().top]));
  change();
  if (matchMedia("(prefers-reduced-motion: reduce)").matches) return;
  for (const row of rows(table)) {
    const top = row.getBoundingClientRect().top, was = before.get(row.dataset["id"]);
    if (was === undefined || was === top || !(inSight(top) || inSight(was))) continue;
    row.animate([{ transform: `translateY(${was - top}px)` }, { transform: "none" }], { duration: GLIDE, easing: "cubic-bezier(.2,.8,.3,1)" });
  }
}

const inSight = (top: number) => top > -60 && top < innerHeight;
const rows = (table: HTMLTableElement) => table.tBodies[0]!.rows as HTMLCollectionOf<HTMLTableRowElement>;

function markOwn(table: HTMLTableElement, own: string | undefined): void {
  for (const row of rows(table)) row.classList.toggle("own", own !== undefined && row.dataset["id"] === own);
}

function listSchools(table: HTMLTableElement, select: HTMLSelectElement): void {
  const known = new Set([...select.options].map(option => option.value));
  const names = new Set([...rows(table)].map(row => row.dataset["school"] ?? ""));
  const missing = [...names].filter(name => !known.has(name)).sort((a, b) => a.localeCompare(b, "vi"));
  select.append(...missing.map(name => new Option(name, name)));
}

function sift(table: HTMLTableElement, words: string, school: string): void {
  const wanted = plain(words);
  for (const row of rows(table)) {
    const fits = (!school || row.dataset["school"] === school)
      && (!wanted || plain(row.cells[1]?.textContent ?? "").includes(wanted));
    row.hidden = !fits && !row.classList.contains("own");
  }
}

function showState(root: HTMLElement, on: boolean): void {
  const state = root.querySelector<HTMLElement>("[data-board-state]");
  if (!state) return;
  state.classList.toggle("lost", !on);
  state.querySelector("[data-word]")!.textContent = (on ? state.dataset["live"] : state.dataset["lost"]) ?? "";
}
