import { toast } from "../toast";

export function mount(root: HTMLElement): void {
  root.addEventListener("click", async () => {
    const source = document.getElementById(root.dataset["target"] ?? "");
    if (!source) return;
    await put(source);
    toast(root.dataset["done"] ?? "");
  });
}

/** A school's plain-HTTP address has no clipboard API: select and copy there. */
async function put(source: HTMLElement): Promise<void> {
  if (navigator.clipboard) {
    await navigator.clipboard.writeText(source.textContent ?? "");
    return;
  }
  getSelection()?.selectAllChildren(source);
  document.execCommand("copy");
  getSelection()?.removeAllRanges();
}
