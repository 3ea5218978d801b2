/**
 * The code editor over <textarea name="source"> (_CodeEditor.cshtml), which stays the form's field. data-draft names the draft on
 * this PC, data-keep is the address of the one on the server (empty: there is none), data-largest the most bytes a source may have;
 * options of the language's select carry data-mode and data-extensions.
 */
import { openEditor } from "../editor/codemirror";
import { autosave, onOpening, same, serverAt, type Server } from "../editor/autosave";
import { draftOf, languageOfDraft, type Mark, type Marks, markOf, type Saved, savedHere, type Text } from "../editor/draft";
import { chosen, hasExtension } from "../editor/source-file";
import { toast } from "../toast";

const PAUSE = 400;

export function mount(root: HTMLElement): void {
  const form = root.closest("form")!;
  const area = root.querySelector<HTMLTextAreaElement>("textarea[name=source]")!;
  const language = root.querySelector<HTMLSelectElement>("[data-language]")!;
  const sign = savedSign(root);
  const place = root.dataset["draft"] ?? "";
  const mode = () => language.selectedOptions[0]?.dataset["mode"] ?? "";
  if (area.value === "") choose(language, option => option.value === languageOfDraft(place));

  const kept = keptText(area, sign, place, language.value);
  let typed: (() => void) | undefined;
  const editor = openEditor(area, mode(), text => {
    kept.changed(text);
    typed?.();
  });
  const put = (text: string, said: string | undefined) => {
    const shown = area.value;
    editor.setText(text);
    if (said) toast(said, { word: root.dataset["undo"] ?? "", run: () => editor.setText(shown) });
  };
  const reopen = () => {
    const draft = draftOf(place, language.value).load();
    if (draft !== null && draft !== area.value) put(draft, root.dataset["restored"]);
  };
  const turn = () => {
    kept.turnTo(language.value);
    editor.setMode(mode());
  };

  reopen();
  language.addEventListener("change", () => {
    turn();
    reopen();
  });
  takeSources(root, language, keptFile(root, area), put);
  form.addEventListener("submit", kept.save);
  window.addEventListener("pagehide", kept.save);
  const address = root.dataset["keep"] ?? "";
  if (address === "") return;
  typed = keepOnServer(root, serverAt(address, tokenOf(form)), markOf(place), sign, {
    read: () => ({ language: language.value, text: area.value }),
    show: (text, said) => {
      if (!choose(language, option => option.value === text.language)) return;
      turn();
      put(text.text, said);
    },
  });
}

/** What is typed, saved on this PC after a pause, as the draft of the language it was typed in. */
function keptText(area: HTMLTextAreaElement, sign: Sign, place: string, language: string) {
  let timer: number | undefined;
  const stop = () => {
    clearTimeout(timer);
    timer = undefined;
  };
  const save = () => {
    if (timer === undefined) return;
    stop();
    draftOf(place, language).save(area.value);
    sign.local(area.value !== "");
  };
  const changed = (text: string) => {
    area.value = text;
    sign.hide();
    stop();
    timer = setTimeout(save, PAUSE);
  };
  const turnTo = (next: string) => {
    if (timer !== undefined) draftOf(place, language).save(area.value);
    stop();
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

/** The editor as the server's copy sees it. */
interface Page {
  read(): Text;
  /** A toast says what happened and offers to undo it, where something is said. */
  show(text: Text, said: string | undefined): void;
}

/** Says where what was typed is kept. */
interface Sign {
  hide(): void;
  local(any: boolean): void;
  /** null: it is not kept there yet. */
  server(said: string | null): void;
}

/** @returns what to call when something was typed. */
function keepOnServer(root: HTMLElement, server: Server, marks: Marks, sign: Sign, page: Page): () => void {
  let mark = marks.load();
  const note = (change: Partial<Mark>) => marks.save(mark = { ...mark, ...change });
  const offer = otherText(root, page);
  const saver = autosave(server, page.read, (answer, isAll) => {
    sign.server(answer?.newest?.said ?? null);
    if (answer === null) return;
    const { newest, other } = answer;
    if (newest && same(newest, page.read())) note({ seen: newest.at, state: isAll ? "saved" : "typed" });
    offer([newest, other]);
  });
  saver.saw(mark.seen);
  let quiet = false;

  const open = async () => {
    const { newest, other } = await server.find();
    const choice = onOpening(page.read(), mark, newest);
    if (choice === "take") {
      quiet = true;
      page.show(newest!, root.dataset["restored"]);
      quiet = false;
    }
    if (choice !== "offer" && newest) {
      saver.saw(newest.at);
      note(same(newest, page.read()) ? { seen: newest.at, state: "saved" } : { seen: newest.at });
    }
    offer(choice === "offer" ? [newest] : [other]);
    if (mark.state === "typed") saver.changed();
  };
  // Without an answer it goes on as if nothing were kept; a later save tells what is.
  void open().catch(() => { if (mark.state === "typed") saver.changed(); });

  root.closest("form")!.addEventListener("submit", () => {
    saver.end();
    note({ state: "handed" });
  });
  window.addEventListener("pagehide", () => saver.hurry());
  window.addEventListener("online", () => saver.hurry());
  return () => {
    if (quiet) return;
    note({ state: "typed" });
    saver.changed();
  };
}

/** Shows that there is another text, and lets it change places with the one in the editor. */
function otherText(root: HTMLElement, page: Page): (texts: (Text | null)[]) => void {
  const said = root.querySelector<HTMLElement>("[data-other]")!;
  let other: Text | null = null;
  said.querySelector("button")!.addEventListener("click", () => {
    if (other === null) return;
    const shown = page.read();
    page.show(other, undefined);
    other = shown;
  });
  return texts => {
    const shown = page.read();
    other = texts.find(text => text !== null && text.text !== "" && !same(text, shown)) ?? null;
    said.hidden = other === null;
  };
}

function savedSign(root: HTMLElement): Sign {
  const sign = root.querySelector<HTMLElement>("[data-draft-mark]")!;
  const words = sign.querySelector<HTMLElement>("[data-draft-said]")!;
  const here = words.textContent ?? "";
  let saved: Saved = "no";
  const say = (now: Saved, text: string) => {
    saved = now;
    words.textContent = text;
    sign.classList.toggle("unsaved", now === "unsaved");
    sign.hidden = now === "no";
  };
  return {
    hide: () => say("no", ""),
    local: any => {
      const now = savedHere(saved, any);
      if (now !== saved) say(now, here);
    },
    server: said => said === null ? say("unsaved", root.dataset["unsaved"] ?? "") : say("server", said),
  };
}

const tokenOf = (form: HTMLFormElement): string =>
  form.querySelector<HTMLInputElement>("input[name=__RequestVerificationToken]")?.value ?? "";

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
  const takeChosen = () => {
    const file = input?.files?.[0];
    if (!input || !file) return;
    // The text goes with the form; a file goes along only where it is kept as it is.
    input.value = "";
    take(file);
  };
  input?.addEventListener("change", takeChosen);
  takeChosen(); // before the editor was there
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
