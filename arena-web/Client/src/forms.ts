/** Shows a sent form as busy and takes no second press; coming back by the Back button frees it again. */
export function guardForms(): void {
  document.addEventListener("submit", event => {
    const form = event.target as HTMLFormElement;
    if (event.defaultPrevented || form.method === "dialog" || form.target === "_blank") return;
    if (form.dataset["sent"] !== undefined) {
      event.preventDefault();
      return;
    }
    form.dataset["sent"] = "";
    event.submitter?.setAttribute("aria-busy", "true");
  });
  window.addEventListener("pageshow", event => {
    if (event.persisted) document.querySelectorAll<HTMLFormElement>("form[data-sent]").forEach(free);
  });
}

/** Lets a form be sent again. */
export function free(form: HTMLFormElement): void {
  delete form.dataset["sent"];
  form.querySelectorAll("[aria-busy]").forEach(button => button.removeAttribute("aria-busy"));
}
