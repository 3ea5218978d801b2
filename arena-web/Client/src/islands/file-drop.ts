/** Shows the chosen file's name and takes one that is dropped. */
export function mount(root: HTMLElement): void {
  const input = root.querySelector("input")!;
  const name = root.querySelector("[data-chosen]")!;
  const hint = name.textContent;
  const show = () => {
    const file = input.files?.[0];
    name.textContent = file ? file.name : hint;
    root.classList.toggle("chosen", !!file);
  };
  input.addEventListener("change", show);
  const over = (on: boolean) => () => root.classList.toggle("over", on);
  root.addEventListener("dragenter", over(true));
  root.addEventListener("dragleave", over(false));
  root.addEventListener("drop", over(false));
}
