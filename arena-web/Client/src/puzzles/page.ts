// The page of one level: what is pressed there, and what comes of it. What happens on a map is stage.ts, the blocks are workspace.ts.
import { toast } from "../toast";
import { alone } from "./alone";
import type { Language } from "./blocks";
import { openHints } from "./hints";
import type { Level } from "./level";
import { Parts } from "./parts";
import { counted, inReadingOrder, loose, type Program } from "./program";
import { type Line, lineOf, type Saver, saverOf, type Verdict } from "./server";
import { Stage } from "./stage";
import { keptProgram } from "./store";
import { type TextPanel, textPanel } from "./text-panel";
import { type Tree, treeOf, Unfinished } from "./tree";
import { verdictOf } from "./verdict";
import type { Words } from "./words";
import type { Light, Workspace } from "./workspace";

/** Milliseconds from one sign of life to the next. */
const HERE_EACH = 25_000;

/** More blocks than a program may have: no goal. */
const NO_GOAL = 200;

export async function openPage(root: HTMLElement, level: Level, words: Words, language: Language): Promise<void> {
  const place = `${level.paths.run}#${level.who ?? ""}`;
  // Whoever looks at the program of another keeps nothing of it.
  const isGuest = level.paths.save === null && !!level.saved;
  const kept = isGuest ? undefined : await keptProgram(place);
  if (kept && kept.seq > (level.saved?.seq ?? 0)) level.saved = kept;
  // The map is there at once, the blocks come when they are loaded.
  const page = new LevelPage(new Parts(root), level, words, language, place, isGuest);
  const [{ openWorkspace }, sentences] = await Promise.all([
    import("./workspace"),
    language === "vi" ? import("./blockly.vi.json") : import("blockly/msg/en"),
    // Blocks are as wide as their words, so these are measured in their own letters.
    document.fonts.load('700 1rem "Be Vietnam Pro"', "Chạy").catch(() => []),
  ]);
  const said = ("default" in sentences ? sentences.default : sentences) as Record<string, string>;
  page.begin(openWorkspace(page.parts.find("blocks"), level, language, said, page));
  alone(place, () => page.giveWay());
}

class LevelPage {
  readonly #stage: Stage;
  readonly #text: TextPanel;
  readonly #saver: Saver;
  readonly #line: Line;
  #workspace: Workspace | undefined;
  /** Blockly's names of blocks by their places in reading order. */
  #ids: string[] = [];
  /** The program as it was last looked at, without a block that is in somebody's hand. */
  #program: Program = {};
  #save: "saving" | "saved" | "unsaved" | null = null;
  /** How many runs wait for a connection. */
  #queued = 0;
  /** The run whose verdict is waited for, and what came of it. */
  #pending: string | null = null;
  #verdict: Verdict | null = null;
  #best = 0;

  constructor(
    readonly parts: Parts, private readonly level: Level, private readonly words: Words, language: Language, place: string, isGuest: boolean,
  ) {
    this.#stage = new Stage(parts, level, words, language, {
      light: (blocks, as) => this.#light(blocks, as),
      nameOf: block => this.#workspace?.nameOf(this.#ids[block] ?? "") ?? null,
      ended: () => this.#tellVerdict(),
    });
    this.#text = textPanel(parts.root, language, this.#stage.worlds[0]!.robots.length, block =>
      this.#workspace?.light([this.#ids[block] ?? ""], "shown"));
    this.#saver = saverOf(level.paths.save, level.token, isGuest ? null : place, level.saved?.seq ?? 0, () => this.#program, (isSaved, newer) => {
      this.#save = isSaved ? "saved" : "unsaved";
      this.#mark();
      if (newer) this.#workspace!.load(newer.program);
    });
    this.#line = lineOf(level.paths.run, level.token, place, {
      judged: (run, verdict) => this.#judged(run, verdict),
      refused: (run, { said }) => { if (run === this.#pending) this.#stage.say(said || words.say("refused")); },
      waiting: count => {
        this.#queued = count;
        this.#mark();
      },
    });
    if (level.paths.next) parts.find<HTMLAnchorElement>("next").href = level.paths.next;
    openHints(parts, level, words);
    this.#shine(0);
  }

  /** The blocks are there: from now on it can be played. */
  begin(workspace: Workspace): void {
    this.#workspace = workspace;
    this.#look(workspace.program() ?? {});
    const { parts } = this, stage = this.#stage;
    parts.on("run", () => void this.#press());
    parts.on("step", () => stage.step(1, () => this.#tree()));
    parts.on("back", () => stage.step(-1, () => this.#tree()));
    parts.on("reset", () => this.#forget());
    parts.on("undo", () => workspace.undo());
    parts.on("redo", () => workspace.redo());
    parts.on("restart", () => {
      workspace.restart();
      this.#offerUndo(this.words.say("restarted"));
    });
    parts.on("take", () => location.reload());
    parts.enable(true, "run", "step");
    parts.root.classList.add("ready");
    this.#keepInTouch();
  }

  /** The level was opened in another tab: this one only shows. */
  giveWay(): void {
    this.#workspace!.setReadOnly(true);
    this.parts.find("older").hidden = false;
    this.parts.enable(false, "run", "step", "undo", "redo", "restart");
  }

  /** A change of the program ends what was shown of the one before. */
  changed(): void {
    const program = this.#workspace!.program();
    if (!program || JSON.stringify(program) === JSON.stringify(this.#program)) return;
    this.#look(program);
    this.#saver.changed();
    this.#save = "saving";
    this.#mark();
    this.#forget();
  }

  pointed(id: string | null): void { this.#text.light(id === null ? -1 : this.#ids.indexOf(id)); }

  removed(count: number): void { this.#offerUndo(this.words.say("removed", count)); }

  /** Asks for a name in the page's own dialog. */
  prompt(question: string, name: string, then: (answer: string | null) => void): void {
    const dialog = this.parts.find<HTMLDialogElement>("name-dialog"), input = dialog.querySelector("input")!;
    dialog.querySelector("h2")!.textContent = question;
    input.value = name;
    dialog.returnValue = "";
    const answer = () => dialog.returnValue === "ok" ? input.value.trim().normalize("NFC").slice(0, 30) : null;
    dialog.addEventListener("close", () => then(answer()), { once: true });
    dialog.showModal();
    input.select();
  }

  async #press(): Promise<void> {
    // What was only stepped through was never sent: it is run from its start.
    if (this.#stage.isPlaying || this.#stage.isUnderWay && this.#pending !== null) {
      this.#stage.pauseOrGoOn();
      return;
    }
    await this.#workspace!.settled();
    this.changed();
    const tree = this.#tree();
    if (!tree) return;
    this.#verdict = null;
    this.#stage.perform(tree);
    void this.#line.run(this.#program, this.#saver.seq, run => { this.#pending = run; });
  }

  /** The program as it can be run; null: something is missing, and that was said. */
  #tree(): Tree | null {
    try {
      return treeOf(this.#program, this.#stage.worlds[0]!.robots.length);
    } catch (unfinished) {
      if (!(unfinished instanceof Unfinished)) throw unfinished;
      this.#stage.say(this.words.say(unfinished.block === null ? "empty" : "lacks"));
      if (unfinished.block !== null) this.#workspace!.light([unfinished.block], "failed");
      return null;
    }
  }

  /** Whatever follows from the program alone. */
  #look(program: Program): void {
    this.#program = program;
    this.#ids = inReadingOrder(program).map(block => block.id ?? "");
    this.#text.show(program);
    const { words, level } = this, blocks = counted(program), hanging = loose(program);
    const goal = level.free || (level.goal?.blocks ?? NO_GOAL) >= NO_GOAL ? null : level.goal!.blocks;
    const count = goal === null ? words.say("blocks", blocks) : words.say("blocksGoal", blocks, goal);
    this.parts.find("count").textContent = hanging > 0 ? `${count} · ${words.say("loose", hanging)}` : count;
    this.parts.root.classList.toggle("over-goal", goal !== null && blocks > goal);
  }

  #forget(): void {
    [this.#verdict, this.#pending] = [null, null];
    this.#workspace?.light([], "now");
    this.#stage.reset();
  }

  #light(blocks: readonly number[], as: Light): void {
    this.#workspace?.light(blocks.map(block => this.#ids[block] ?? ""), as);
    // Nothing is there yet when the first map is shown.
    this.#text?.light(blocks.at(-1) ?? -1);
  }

  #judged(run: string, verdict: Verdict): void {
    if (run !== this.#pending) return;
    this.#verdict = verdict;
    if (!this.#stage.isPlaying) this.#tellVerdict();
  }

  #tellVerdict(): void {
    if (!this.#verdict) return;
    const told = verdictOf(this.level, this.words, this.#verdict), { stars } = this.#verdict;
    if (told !== null) this.#stage.say(told, stars > 0 ? "won" : "failed");
    this.#shine(stars);
  }

  /** Shows the best stars so far, and from the first one on the way to the next level. */
  #shine(stars: number): void {
    const square = this.parts.root.querySelector<HTMLElement>(".level-square [aria-current] .level-stars");
    this.#best = Math.max(this.#best, stars, Number(square?.dataset["stars"] ?? 0));
    square?.setAttribute("data-stars", String(this.#best));
    this.parts.find("next").hidden = this.#best === 0 && !this.level.free || this.level.paths.next === null;
    this.parts.root.classList.toggle("won", this.#best > 0);
  }

  /** What the server has yet to hear of: runs come before the program. */
  #mark(): void {
    const mark = this.parts.find("save-mark"), key = this.#queued > 0 ? "queued" : this.#save;
    mark.hidden = key === null;
    if (key === null) return;
    mark.dataset["state"] = key;
    this.parts.find("save-word").textContent = this.words.say(key, this.#queued);
  }

  #offerUndo(text: string): void { toast(text, { word: this.words.say("undo"), run: () => this.#workspace!.undo() }); }

  #keepInTouch(): void {
    const { here } = this.level.paths;
    if (here) setInterval(() => { if (!document.hidden) void fetch(here, { credentials: "same-origin" }).catch(() => null); }, HERE_EACH);
    window.addEventListener("online", () => {
      this.#line.hurry();
      this.#saver.hurry();
    });
    window.addEventListener("pagehide", this.#saver.hurry);
    document.addEventListener("arena:phase", event => {
      if ((event as CustomEvent<string>).detail === "over") this.parts.root.querySelector("[data-over]")?.removeAttribute("hidden");
    });
  }
}
