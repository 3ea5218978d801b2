// Draws a map over the text that holds it: choose a sign, press cells. The text stays what the form sends.
const most = 16;

export function mount(root: HTMLElement): void {
  const text = root.querySelector("textarea")!;
  const { signs = "", words = "", cell = "", sizes = "" } = root.dataset;
  const names = new Map([...signs].map((sign, at) => [sign, words.split("\n")[at] ?? sign]));
  const palette = element("div", "maker-palette"), grid = element("div", "maker-grid"), size = element("div", "row");
  palette.setAttribute("role", "radiogroup");
  let chosen = "#", drawing = false;

  const choices = [...names].map(([sign, name]) => button("maker-sign", sign, name, () => choose(sign), palette));
  const steps: (() => void)[] = [
    () => draw(rows => rows.length < most ? [...rows, ".".repeat(rows[0]!.length)] : rows),
    () => draw(rows => rows.length > 1 ? rows.slice(0, -1) : rows),
    () => draw(rows => rows[0]!.length < most ? rows.map(row => `${row}.`) : rows),
    () => draw(rows => rows[0]!.length > 1 ? rows.map(row => row.slice(0, -1)) : rows),
  ];
  sizes.split("|").forEach((name, at) => {
    const step = element("button", "button button-small");
    step.type = "button";
    step.textContent = name;
    step.addEventListener("click", steps[at]!);
    size.append(step);
  });
  for (const choice of choices) choice.setAttribute("role", "radio");

  function choose(sign: string): void {
    chosen = sign;
    choices.forEach(choice => choice.setAttribute("aria-checked", String(choice.dataset["sign"] === sign)));
  }

  function rowsOf(): string[] {
    const rows = text.value.split("\n").map(row => row.trim()).filter(row => row.length > 0);
    const width = Math.max(1, ...rows.map(row => row.length));
    return rows.length > 0 ? rows.map(row => row.padEnd(width, "#")) : ["."];
  }

  function draw(change: (rows: string[]) => string[]): void {
    text.value = change(rowsOf()).join("\n");
    text.dispatchEvent(new Event("change", { bubbles: true }));
    show();
  }

  function paint(x: number, y: number): void {
    draw(rows => rows.map((row, at) => {
      // There is one robot: a new one takes the place of the old.
      const free = "><^v".includes(chosen) ? row.replace(/[><^v]/g, ".") : row;
      return at === y ? free.slice(0, x) + chosen + free.slice(x + 1) : free;
    }));
  }

  function show(): void {
    const rows = rowsOf(), focused = document.activeElement as HTMLElement | null;
    const place = focused && grid.contains(focused) ? focused.dataset["place"] : undefined;
    grid.style.setProperty("--columns", String(rows[0]!.length));
    grid.replaceChildren();
    rows.forEach((row, y) => [...row].forEach((sign, x) => {
      const said = cell.replace("{0}", String(y + 1)).replace("{1}", String(x + 1)).replace("{2}", names.get(sign) ?? sign);
      const one = button("maker-cell", sign, said, () => paint(x, y), grid);
      one.dataset["place"] = `${x},${y}`;
      one.tabIndex = place ? place === one.dataset["place"] ? 0 : -1 : x + y === 0 ? 0 : -1;
      one.addEventListener("pointerdown", event => {
        drawing = true;
        one.releasePointerCapture(event.pointerId);
      });
      one.addEventListener("pointerenter", () => { if (drawing && rowsOf()[y]![x] !== chosen && !"><^vG".includes(chosen)) paint(x, y); });
    }));
    if (place) grid.querySelector<HTMLElement>(`[data-place="${place}"]`)?.focus();
  }

  grid.addEventListener("keydown", event => {
    const step = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key];
    const [x, y] = ((event.target as HTMLElement).dataset["place"] ?? "").split(",").map(Number);
    if (!step || x === undefined || y === undefined) return;
    event.preventDefault();
    const next = grid.querySelector<HTMLElement>(`[data-place="${x + step[0]!},${y + step[1]!}"]`);
    if (!next) return;
    grid.querySelectorAll<HTMLElement>("[tabindex='0']").forEach(one => one.tabIndex = -1);
    next.tabIndex = 0;
    next.focus();
  });
  addEventListener("pointerup", () => drawing = false);
  text.addEventListener("input", show);

  text.before(palette, grid, size);
  const typed = element("details", "maker-text");
  const summary = element("summary", "");
  const plain = root.querySelector<HTMLElement>("[data-plain]")!;
  summary.textContent = plain.textContent;
  text.setAttribute("aria-label", plain.textContent);
  plain.hidden = true;
  typed.append(summary, text);
  size.after(typed);
  choose(chosen);
  show();
}

function button(look: string, sign: string, name: string, act: () => void, into: HTMLElement): HTMLButtonElement {
  const made = element("button", look);
  made.type = "button";
  made.dataset["sign"] = sign;
  made.setAttribute("aria-label", name);
  made.title = name;
  made.textContent = sign === "." ? "" : sign;
  made.addEventListener("click", act);
  into.append(made);
  return made;
}

function element<K extends keyof HTMLElementTagNameMap>(tag: K, look: string): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  if (look) made.className = look;
  return made;
}
