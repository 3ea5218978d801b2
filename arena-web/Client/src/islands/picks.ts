import { plain } from "../plain";

/** BAI3 after BAI1 and BAI2, C after A and B; BAI1 where there is none. */
export function nextLabel(labels: string[]): string {
  const last = labels.map(label => label.trim().toUpperCase()).filter(label => label !== "").sort((one, other) => one.localeCompare(other, "vi", { numeric: true })).at(-1);
  if (last === undefined) return "BAI1";
  if (/^[A-Y]$/.test(last)) return String.fromCharCode(last.charCodeAt(0) + 1);
  const [, name, number] = /^(.*?)(\d+)$/.exec(last) ?? [];
  return number === undefined ? "" : `${name}${Number(number) + 1}`;
}

/** Problems to choose from: found by their names; a chosen one is offered the next label and its package's full score. */
export function mount(root: HTMLElement): void {
  const rows = [...root.querySelectorAll<HTMLElement>("tbody tr")];
  const find = document.getElementById("find-problem") as HTMLInputElement;
  const none = document.getElementById("no-problem")!;
  const field = (row: HTMLElement, name: string): HTMLInputElement => row.querySelector<HTMLInputElement>(`[name$=".${name}"]`)!;
  const isChosen = (row: HTMLElement): boolean => row.querySelector<HTMLInputElement>("[type=checkbox]")!.checked;

  const texts = rows.map(row => plain(row.children[1]?.textContent ?? ""));
  find.addEventListener("input", () => {
    const words = plain(find.value).split(/\s+/);
    rows.forEach((row, at) => { row.hidden = !words.every(word => texts[at]!.includes(word)); });
    none.textContent = rows.every(row => row.hidden) ? none.dataset["none"] ?? "" : "";
  });
  find.addEventListener("keydown", event => { if (event.key === "Enter") event.preventDefault(); });

  root.addEventListener("change", event => {
    const box = event.target as HTMLInputElement;
    if (box.type !== "checkbox") return;
    const row = box.closest("tr")!;
    const offers = { Label: nextLabel(rows.filter(other => other !== row && isChosen(other)).map(other => field(other, "Label").value)), Points: row.dataset["points"] ?? "" };
    for (const [name, offer] of Object.entries(offers)) {
      const input = field(row, name);
      if (box.checked && input.value === "") input.dataset["offered"] = input.value = offer;
      else if (!box.checked && input.value === input.dataset["offered"]) input.value = "";
    }
  });
}
