/** The search for problems of a contest: it answers by itself, so the Enter key has nothing to send. */
export function mount(root: HTMLElement): void {
  root.querySelector("input")!.addEventListener("keydown", event => { if (event.key === "Enter") event.preventDefault(); });
  // The list came anew, and what was pressed is not in it any more: readers go on at its head.
  if (again && document.activeElement === document.body) document.getElementById("chosen-title")?.focus({ preventScroll: true });
  again = true;
}

let again = false;
