// Draws a map over the texts that hold it: choose a sign or the pen, press cells. The texts stay what the form sends.
import { element, paletteOf, type Palette, PEN, signButton } from "../maker/palette";
import { isRobot, painted, resizings, rowsOf } from "../maker/rows";
import { drawnTo, inkOf, strokesOf, textOf, undrawn } from "../maker/strokes";

const steps: Record<string, [number, number]> = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

export function mount(root: HTMLElement): void { new LevelMaker(root); }

class LevelMaker {
  readonly #rows: HTMLTextAreaElement;
  readonly #drawing: HTMLTextAreaElement;
  readonly #grid = element("div", "maker-grid");
  readonly #names: Map<string, string>;
  readonly #palette: Palette;

  constructor(private readonly root: HTMLElement) {
    [this.#rows, this.#drawing] = [root.querySelector("[data-rows]")!, root.querySelector("[data-drawing]")!];
    const { signs = "", words = "" } = root.dataset;
    this.#names = new Map([...signs, PEN].map((sign, at) => [sign, words.split("\n")[at] ?? sign]));
    const palette = element("div", "maker-palette");
    this.#palette = paletteOf(palette, this.#names);
    root.querySelector("legend")!.after(palette, this.#grid, this.#tools());
    this.#fold();
    this.#grid.addEventListener("keydown", event => this.#walk(event));
    for (const text of [this.#rows, this.#drawing]) text.addEventListener("input", () => this.#show());
    this.#show();
  }

  /** Buttons for the size of the map, and one that takes the last step of the pen back. */
  #tools(): HTMLElement {
    const tools = element("div", "row"), { sizes = "", unstroke = "" } = this.root.dataset;
    const acts = [...resizings.map(resize => () => this.#change(this.#rows, resize(rowsOf(this.#rows.value)).join("\n"))),
      () => this.#change(this.#drawing, textOf(undrawn(strokesOf(this.#drawing.value))))];
    tools.append(...[...sizes.split("|"), unstroke].map((name, at) => {
      const tool = element("button", "button button-small");
      tool.type = "button";
      tool.textContent = name;
      tool.addEventListener("click", acts[at]!);
      return tool;
    }));
    return tools;
  }

  /** Whoever draws needs the texts seldom. */
  #fold(): void {
    const typed = element("details", "maker-text"), summary = element("summary", "");
    summary.textContent = this.root.dataset["plain"] ?? "";
    typed.append(summary, ...this.root.querySelectorAll("[data-typed]"));
    this.root.append(typed);
  }

  /** What changes nothing draws nothing anew: a cell that is drawn anew below the pointer is entered again. */
  #change(text: HTMLTextAreaElement, value: string): void {
    if (text.value === value) return;
    text.value = value;
    text.dispatchEvent(new Event("change", { bubbles: true }));
    this.#show();
  }

  #press(x: number, y: number): void {
    const { chosen } = this.#palette;
    if (chosen === PEN) this.#change(this.#drawing, textOf(drawnTo(strokesOf(this.#drawing.value), x, y)));
    else this.#change(this.#rows, painted(rowsOf(this.#rows.value), x, y, chosen).join("\n"));
  }

  /** A sign is drawn on over all cells that are passed; one robot and one goal are put down by a press. */
  #pass(x: number, y: number): void {
    const { chosen } = this.#palette;
    if (!isRobot(chosen) && chosen !== "G") this.#press(x, y);
  }

  #show(): void {
    const rows = rowsOf(this.#rows.value), ink = inkOf(strokesOf(this.#drawing.value)), focused = document.activeElement as HTMLElement | null;
    const place = focused && this.#grid.contains(focused) ? focused.dataset["place"] : undefined;
    this.#grid.style.setProperty("--columns", String(rows[0]!.length));
    this.#grid.replaceChildren(...rows.flatMap((row, y) => [...row].map((sign, x) => {
      const cell = this.#cell(x, y, sign, ink.get(`${x},${y}`));
      cell.tabIndex = (place ?? "0,0") === cell.dataset["place"] ? 0 : -1;
      return cell;
    })));
    if (place) this.#grid.querySelector<HTMLElement>(`[data-place="${place}"]`)?.focus();
  }

  #cell(x: number, y: number, sign: string, ink: Set<string> | undefined): HTMLElement {
    const { cell = "", inked = "" } = this.root.dataset, name = this.#names.get(sign) ?? sign;
    const said = cell.replace("{0}", String(y + 1)).replace("{1}", String(x + 1)).replace("{2}", ink ? `${name}, ${inked}` : name);
    const made = signButton("maker-cell", sign, said, () => this.#press(x, y));
    made.dataset["place"] = `${x},${y}`;
    if (ink) made.classList.add("inked", ...[...ink].map(side => `ink-${side.toLowerCase()}`));
    made.addEventListener("pointerdown", event => {
      made.releasePointerCapture(event.pointerId);
      // A finger may only want to scroll, so it presses by a tap.
      if (event.pointerType !== "touch") this.#press(x, y);
    });
    made.addEventListener("pointerenter", event => { if (event.buttons === 1) this.#pass(x, y); });
    return made;
  }

  #walk(event: KeyboardEvent): void {
    const step = steps[event.key], [x, y] = ((event.target as HTMLElement).dataset["place"] ?? "").split(",").map(Number);
    if (!step || x === undefined || y === undefined) return;
    event.preventDefault();
    const next = this.#grid.querySelector<HTMLElement>(`[data-place="${x + step[0]},${y + step[1]}"]`);
    if (!next) return;
    this.#grid.querySelectorAll<HTMLElement>("[tabindex='0']").forEach(one => { one.tabIndex = -1; });
    next.tabIndex = 0;
    next.focus();
  }
}
