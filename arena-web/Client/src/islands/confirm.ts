import { free } from "../forms";

/** Asks in the page's dialog; true only for a clear yes. */
export function ask(words: DOMStringMap): Promise<boolean> {
  const dialog = document.getElementById("confirm") as HTMLDialogElement;
  const say = (id: string, text: string | undefined) => { if (text) dialog.querySelector(id)!.textContent = text; };
  say("#confirm-title", words["title"]);
  say("#confirm-text", words["text"]);
  say("#confirm-yes", words["yes"]);
  dialog.querySelector("#confirm-yes")!.className = `button ${"calm" in words ? "button-primary" : "button-danger"}`;
  dialog.returnValue = "";
  dialog.showModal();
  return new Promise(done => dialog.addEventListener("close", () => done(dialog.returnValue === "yes"), { once: true }));
}

/** A form that asks before it is sent: data-title, data-text, data-yes; data-calm: yes takes nothing away. */
export function mount(root: HTMLElement): void {
  const form = root as HTMLFormElement;
  guard(form, () => ask(form.dataset));
}

/** Holds a form back until the question is answered with yes. */
export function guard(form: HTMLFormElement, question: () => Promise<boolean>): void {
  let sure = false;
  form.addEventListener("submit", event => {
    if (sure) return;
    event.preventDefault();
    const submitter = event.submitter;
    const send = () => {
      sure = true;
      free(form);
      form.requestSubmit(submitter);
      sure = false;
    };
    // Later in any case: an answer that is there at once comes amid the first sending, and browsers pass over a second one within it.
    void question().then(yes => { if (yes) setTimeout(send); });
  });
}
