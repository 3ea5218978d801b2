/**
 * The code editor over <textarea name="source">, which stays the form's field. data-draft is the draft's key (contest/entrant/problem);
 * the language's select has data-language with data-mode (pascal, python) on its options; a file input has data-source-file.
 * Words come as data-saved, data-restored, data-undo, data-unreadable.
 */
import { toast } from "../toast";
import { openEditor, type Editor } from "../editor/codemirror";
import { draftOf } from "../editor/draft";

export function mount(root: HTMLElement): void {
  const form = root.closest("form")!;
  const area = root.querySelector<HTMLTextAreaElement>("textarea[name=source]")!;
  const language = form.querySelector<HTMLSelectElement>("[data-language]");
  const mark = root.querySelector<HTMLElement>("[data-draft-mark]");
  const chosen = () => language?.selectedOptions[0];
  const draft = () => draftOf(root.dataset["draft"] ?? "", language?.value ?? "");
  let editor: Editor;

  const saved = () => {
    draft().save(area.value);
    if (mark) mark.hidden = area.value === "";
  };
  let timer = 0;
  const changed = (text: string) => {
    area.value = text;
    clearTimeout(timer);
    timer = setTimeout(saved, 400);
  };
  editor = openEditor(area, chosen()?.dataset["mode"] ?? "", changed);

  const restore = () => {
    const kept = draft().load(), shown = area.value;
    if (kept === null || kept === shown) return;
    if (shown === "" || area.defaultValue === shown) {
      editor.setText(kept);
      toast(root.dataset["restored"] ?? "", { word: root.dataset["undo"] ?? "", run: () => editor.setText(shown) });
    }
  };
  restore();
  language?.addEventListener("change", () => {
    editor.setMode(chosen()?.dataset["mode"] ?? "");
    const kept = draft().load();
    if (kept !== null && kept !== area.value) {
      const shown = area.value;
      editor.setText(kept);
      toast(root.dataset["restored"] ?? "", { word: root.dataset["undo"] ?? "", run: () => editor.setText(shown) });
    }
  });
  takeFiles(root, form, file => void read(file, root).then(text => {
    if (text === null) return;
    chooseLanguage(language, file.name);
    editor.setText(text);
  }));
  form.addEventListener("submit", saved);
  window.addEventListener("pagehide", saved);
}

function takeFiles(root: HTMLElement, form: HTMLFormElement, take: (file: File) => void): void {
  const input = form.querySelector<HTMLInputElement>("[data-source-file]");
  input?.addEventListener("change", () => {
    const file = input.files?.[0];
    // The text goes with the form; the file need not go along as well.
    input.value = "";
    if (file) take(file);
  });
  root.addEventListener("dragover", event => { event.preventDefault(); root.classList.add("over"); });
  root.addEventListener("dragleave", () => root.classList.remove("over"));
  root.addEventListener("drop", event => {
    root.classList.remove("over");
    const file = event.dataTransfer?.files[0];
    if (!file) return;
    event.preventDefault();
    take(file);
  });
}

const LARGEST = 256 * 1024;

/** The file's text, or null after saying why not: too large or no text. */
async function read(file: File, root: HTMLElement): Promise<string | null> {
  const text = file.size > LARGEST ? "\0" : await file.text();
  if (text.includes("\0")) {
    toast(root.dataset["unreadable"] ?? "");
    return null;
  }
  return text;
}

/** bai1.pas chooses Pascal: an option names its extensions in data-extensions (".pas .pp"). */
function chooseLanguage(select: HTMLSelectElement | null, name: string): void {
  const extension = name.slice(name.lastIndexOf(".")).toLowerCase();
  const fitting = [...select?.options ?? []].find(option => option.dataset["extensions"]?.split(" ").includes(extension));
  if (!select || !fitting || fitting.selected) return;
  fitting.selected = true;
  select.dispatchEvent(new Event("change"));
}
