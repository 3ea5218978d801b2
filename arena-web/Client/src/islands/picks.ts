/** Problems of a contest: the search answers by itself, so the Enter key has nothing to send; a list that came anew keeps the reader's place. */
export function mount(root: HTMLElement): void {
  root.querySelector("#find-problem")!.addEventListener("keydown", event => {
    if ((event as KeyboardEvent).key === "Enter") event.preventDefault();
  });
  if (document.activeElement === document.body && document.documentElement.dataset["picks"] !== undefined) {
    root.querySelector<HTMLElement>("#chosen-title")!.focus({ preventScroll: true });
  }
  document.documentElement.dataset["picks"] = "";
}
