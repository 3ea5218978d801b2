/** Shows the names of the chosen files, takes files that are dropped, and lets go of what was chosen. */
export function mount(root: HTMLElement): void {
  const input = root.querySelector("input")!;
  const name = root.querySelector("[data-chosen]")!;
  const hint = name.textContent;
  const clear = document.createElement("button");
  clear.type = "button";
  clear.className = "button button-quiet button-small file-clear";
  clear.textContent = root.dataset["clear"] ?? "";
  root.after(clear);
  const show = () => {
    const files = [...(input.files ?? [])];
    name.textContent = files.length > 0 ? files.map(file => file.name).join(", ") : hint;
    root.classList.toggle("chosen", files.length > 0);
    clear.hidden = files.length === 0;
  };
  clear.addEventListener("click", () => {
    input.value = "";
    show();
    input.focus();
  });
  input.addEventListener("change", show);
  const over = (on: boolean) => () => root.classList.toggle("over", on);
  root.addEventListener("dragenter", over(true));
  root.addEventListener("dragleave", over(false));
  root.addEventListener("drop", over(false));
  show();
}
