const SHOWN = 6000;

/** Says something short at the edge of the page, once however often; with an action it stays twice as long. */
export function toast(text: string, action?: { word: string; run: () => void }): void {
  const box = document.getElementById("toasts");
  if (!box) return;
  box.querySelectorAll(".toast").forEach(old => { if (old.firstElementChild?.textContent === text) old.remove(); });
  const note = document.createElement("div");
  note.className = "toast";
  const words = document.createElement("span");
  words.textContent = text;
  note.append(words);
  if (action) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = action.word;
    button.addEventListener("click", () => { note.remove(); action.run(); });
    note.append(button);
  }
  box.append(note);
  setTimeout(() => note.remove(), action ? 2 * SHOWN : SHOWN);
}

/** Takes away, after a while, what the server put there. */
export function fadeToasts(): void {
  document.querySelectorAll("#toasts .toast").forEach(note => setTimeout(() => note.remove(), SHOWN));
}
