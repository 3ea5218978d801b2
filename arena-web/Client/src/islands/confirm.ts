import { free } from "../forms";

/** A form that asks before it is sent: data-title, data-text, data-yes. */
export function mount(root: HTMLElement): void {
  const form = root as HTMLFormElement;
  const dialog = document.getElementById("confirm") as HTMLDialogElement;
  let sure = false;
  form.addEventListener("submit", event => {
    if (sure) return;
    event.preventDefault();
    const submitter = event.submitter;
    dialog.querySelector("#confirm-title")!.textContent = form.dataset["title"] ?? "";
    dialog.querySelector("#confirm-text")!.textContent = form.dataset["text"] ?? "";
    if (form.dataset["yes"]) dialog.querySelector("#confirm-yes")!.textContent = form.dataset["yes"];
    dialog.returnValue = "";
    dialog.showModal();
    dialog.addEventListener("close", () => {
      if (dialog.returnValue !== "yes") return;
      sure = true;
      free(form);
      form.requestSubmit(submitter);
      sure = false;
    }, { once: true });
  });
}
