/**
 * The code editor over <textarea name="source"> (_CodeEditor.cshtml), which stays the form's field. data-draft names the draft,
 * data-largest is the most bytes a source may have; options of the language's select carry data-mode and data-extensions.
 */
import { openEditor } from "../editor/codemirror";
import { draftOf, languageOfDraft } from "../editor/draft";
import { chosen, hasExtension } from "../editor/source-file";
import { toast } from "../toast";

const PAUSE = 400;

export function mount(root: HTMLElement): void {
  const area = root.querySelector<HTMLTextAreaElement>("textarea[name=source]")!;
  const language = root.querySelector<HTMLSelectElement>("[data-language]")!;
  const place = root.dataset["draft"] ?? "";
  const mode = () => language.selectedOptions[0]?.dataset["mode"] ?? "";
  if (area.value === "") choose(language, option => option.value === languageOfDraft(place));

  const typed = keptText(root, area, place, language.value);
  const editor = openEditor(area, mode(), typed.changed);
  const put = (text: string, said: string | undefined) => {
    const shown = area.value;
    editor.setText(text);
    if (said) toast(said, { word: root.dataset["undo"] ?? "", run: () => editor.setText(shown) });
  };
  const reopen = () => {
    const kept = draftOf(place, language.value).load();
    if (kept !== null && kept !== area.value) put(kept, root.dataset["restored"]);
  };

  reopen();
  language.addEventListener("change", () => {
    typed.turnTo(language.value);
    editor.setMode(mode());
    reopen();
  });
  takeSources(root, language, keptFile(root, area), put);
  root.closest("form")!.addEventListener("submit", typed.save);
  window.addEventListener("pagehide", typed.save);
}

/** What is typed, saved after a pause as the draft of the language it was typed in. */
function keptText(root: HTMLElement, area: HTMLTextAreaElement, place: string, language: string) {
  const mark = root.querySelector<HTMLElement>("[data-draft-mark]")!;
  let timer: number | undefined;
  const save = () => {
    if (timer === undefined) return;
    clearTimeout(timer);
    timer = undefined;
    draftOf(place, language).save(area.value);
    mark.hidden = area.value === "";
  };
  const changed = (text: string) => {
    area.value = text;
    mark.hidden = true;
    clearTimeout(timer);
    timer = setTimeout(save, PAUSE);
  };
  const turnTo = (next: string) => {
    if (timer !== undefined) draftOf(place, language).save(area.value);
    clearTimeout(timer);
    timer = undefined;
    language = next;
  };
  return { save, changed, turnTo };
}

/** Files that are chosen or dropped: text goes into the editor, all else is handed in as it is. */
function takeSources(
  root: HTMLElement,
  language: HTMLSelectElement,
  kept: ReturnType<typeof keptFile>,
  put: (text: string, said: string | undefined) => void,
): void {
  takeFiles(root, async file => {
    const taken = await chosen(file, Number(root.dataset["largest"]));
    if (taken === null) {
      toast(root.dataset["unreadable"] ?? "");
      return;
    }
    if (!chooseLanguage(language, file.name)) {
      toast(root.dataset["unknown"] ?? "");
      return;
    }
    if (taken.text === null) {
      kept.keep(file);
    } else {
      kept.letGo();
      put(taken.text, root.dataset["taken"]);
    }
  });
}

/** A file that is handed in as it is, instead of the editor's text; says so until it is let go. */
function keptFile(root: HTMLElement, area: HTMLTextAreaElement): { keep(file: File): void; letGo(): void } {
  const input = root.querySelector<HTMLInputElement>("[data-source-file]")!;
  const said = root.querySelector<HTMLElement>("[data-kept]")!;
  const name = said.querySelector<HTMLElement>("[data-kept-name]")!;
  const show = (file: File | null) => {
    const list = new DataTransfer();
    if (file) list.items.add(file);
    input.files = list.files;
    name.textContent = file?.name ?? "";
    said.hidden = file === null;
    root.classList.toggle("kept", file !== null);
  };
  said.querySelector("button")!.addEventListener("click", () => {
    show(null);
    area.focus();
  });
  return { keep: show, letGo: () => show(null) };
}

function takeFiles(root: HTMLElement, take: (file: File) => void): void {
  const input = root.querySelector<HTMLInputElement>("[data-source-file]");
  input?.addEventListener("change", () => {
    const file = input.files?.[0];
    // The text goes with the form; a file goes along only where it is kept as it is.
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

/** False: no language has files with such a name. */
function chooseLanguage(select: HTMLSelectElement, name: string): boolean {
  const before = select.value;
  if (!choose(select, option => hasExtension(name, option.dataset["extensions"] ?? ""))) return false;
  if (select.value !== before) select.dispatchEvent(new Event("change"));
  return true;
}

function choose(select: HTMLSelectElement, fits: (option: HTMLOptionElement) => boolean): boolean {
  const fitting = [...select.options].find(fits);
  if (fitting) fitting.selected = true;
  return fitting !== undefined;
}
