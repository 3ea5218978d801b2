// The page of one level: what is pressed, what is shown, what is said. What happens in a world is run.ts, what it looks like map.ts.
import { toast } from "../toast";
import { alone } from "./alone";
import type { Language } from "./blocks";
import { describe } from "./describe";
import type { Frame } from "./frame";
import type { Level } from "./level";
import { drawMap, type MapView } from "./map";
import { Player, SPEEDS } from "./player";
import { counted, inReadingOrder, loose, type Program } from "./program";
import { type End, runWorld } from "./run";
import { lineOf, saverOf, tell, type Verdict } from "./server";
import { keptProgram } from "./store";
import { tabsOf } from "./tabs";
import { textPanel } from "./text-panel";
import { type Tree, treeOf, Unfinished } from "./tree";
import { sentenceOf, verdictOf } from "./verdict";
import type { Words } from "./words";
import type { Workspace } from "./workspace";
import { readWorld, type World } from "./world";

/** Milliseconds from one sign of life to the next. */
const HERE_EACH = 25_000;

interface Run { end: End; frames: Frame[] }

export async function openPage(root: HTMLElement, level: Level, words: Words, language: Language): Promise<void> {
  const part = <T extends HTMLElement>(name: string) => root.querySelector<T>(`[data-${name}]`)!;
  const [said, runButton, mapFrame] = [part("said"), part<HTMLButtonElement>("run"), part("map")];
  const worlds = level.worlds.map(world => readWorld(world, level.signs));
  const place = `${level.paths.run}#${level.who ?? ""}`;
  // Whoever looks at the program of another keeps nothing of it.
  const isGuest = level.paths.save === null && !!level.saved;
  const kept = isGuest ? undefined : await keptProgram(place);
  if (kept && kept.seq > (level.saved?.seq ?? 0)) level.saved = kept;

  // The map is there at once, the blocks come when they are loaded.
  const stills = worlds.map(world => stillOf(world));
  let runs: Run[] | null = null, ids: string[] = [], known = "", now = 0, best = 0, map: MapView, pending: string | null = null;
  let workspace: Workspace | undefined;
  const say = (text: string, tone: "plain" | "failed" | "won" = "plain") => {
    said.textContent = text;
    said.dataset["tone"] = tone;
  };
  const player = new Player({
    light: blocks => { workspace?.light(blocks.map(block => ids[block] ?? ""), "now"); text.light(blocks.at(-1) ?? -1); },
    turned: isPlaying => {
      runButton.querySelector("[data-run-word]")!.textContent = words.say(isPlaying ? "halt" : "run");
      runButton.classList.toggle("running", isPlaying);
      if (!isPlaying) steps();
    },
    ended: () => tellEnd(),
  }, () => matchMedia("(prefers-reduced-motion: reduce)").matches);
  const text = textPanel(root, language, worlds[0]!.robots.length, block => workspace?.light([ids[block] ?? ""], "shown"));
  const tabs = tabsOf(part("tabs"), worlds.map(world => words.say("map", world.id)), sign => words.say(sign === "done" ? "done" : "notYet"), at => showWorld(at));

  function showWorld(at: number): void {
    now = at;
    tabs.choose(at);
    map = drawMap(mapFrame, worlds[at]!, level.theme, describe(worlds[at]!, stills[at]!, words, language));
    player.open(map, runs?.[at]?.frames ?? [stills[at]!]);
    steps();
  }

  function steps(): void {
    part<HTMLButtonElement>("back").disabled = player.at === 0;
    part<HTMLButtonElement>("reset").disabled = player.at === 0 && runs === null;
  }

  /** What a program comes to on all maps that are here; null: it cannot be run, and that was said. */
  function runHere(program: Program): Run[] | null {
    ids = idsOf(program);
    let tree: Tree;
    try {
      tree = treeOf(program, worlds[0]!.robots.length);
    } catch (unfinished) {
      if (!(unfinished instanceof Unfinished)) throw unfinished;
      say(words.say(unfinished.block === null ? "empty" : "lacks"));
      if (unfinished.block !== null) workspace!.light([unfinished.block], "failed");
      return null;
    }
    return worlds.map(world => runWorld(world, tree, level.win, level.budget.ticks));
  }

  function tellEnd(): void {
    const run = runs?.[now];
    if (!run) return;
    tabs.sign(now, run.end.code === "ok" ? "done" : "failed");
    if (run.end.code !== "ok") {
      const chain = run.frames.at(-1)!.robots[run.end.robot]?.chain ?? [];
      const around = chain.includes(run.end.block) ? chain.slice(0, chain.indexOf(run.end.block)) : [];
      workspace?.light([...around, run.end.block].map(block => ids[block] ?? ""), "failed");
    }
    say(sentenceOf(level, words, runs!, now, workspace?.nameOf(ids[run.end.block] ?? "") ?? null), run.end.code === "ok" ? "plain" : "failed");
    if (runs!.every(({ end }) => end.code === "ok")) runs!.forEach((_, at) => tabs.sign(at, "done"));
    if (verdict) tellVerdict();
  }

  let verdict: Verdict | null = null;
  function tellVerdict(): void {
    if (!verdict || player.isPlaying) return;
    const told = verdictOf(level, words, verdict);
    if (told !== null) say(told, verdict.stars > 0 ? "won" : "failed");
    shine(verdict.stars);
  }

  /** Shows the best stars so far, and from the first one on the way to the next level. */
  function shine(stars: number): void {
    const square = root.querySelector<HTMLElement>(".level-square [aria-current] .level-stars");
    best = Math.max(best, stars, Number(square?.dataset["stars"] ?? 0));
    square?.setAttribute("data-stars", String(best));
    part("next").hidden = best === 0 && !level.free || level.paths.next === null;
    root.classList.toggle("won", best > 0);
  }

  const mark = part("save-mark");
  const tellSaved = (key: string, ...values: number[]) => {
    mark.hidden = false;
    mark.classList.toggle("unsaved", key !== "saved");
    part("save-word").textContent = words.say(key, ...values);
  };
  const line = lineOf(level.paths.run, level.token, place, {
    judged: (id, answer) => {
      if (id !== pending) return;
      verdict = answer;
      tellVerdict();
    },
    refused: (id, refusal) => { if (id === pending) say(refusal.said || words.say("refused")); },
    waiting: count => { if (count > 0) tellSaved("queued", count); },
  });

  function press(): void {
    if (player.isPlaying) { player.pause(); return; }
    if (runs && player.at > 0 && player.at < player.last) { player.play(); return; }
    const program = workspace!.program();
    verdict = null;
    runs = runHere(program);
    if (!runs) return;
    worlds.forEach((_, at) => tabs.sign(at, "none"));
    const failed = runs.findIndex(({ end }) => end.code !== "ok");
    say("");
    showWorld(failed >= 0 ? failed : now);
    runs.forEach(({ end }, at) => { if (failed >= 0 && at < failed && end.code === "ok") tabs.sign(at, "done"); });
    if (matchMedia("(max-width: 960px)").matches) mapFrame.scrollIntoView({ block: "center", behavior: "auto" });
    player.play();
    void line.run(program, saver.seq, id => { pending = id; });
  }

  function stepOn(by: 1 | -1): void {
    if (!runs) {
      runs = runHere(workspace!.program());
      if (!runs) return;
      showWorld(now);
    }
    player.step(by);
    if (player.at < player.last) say(words.say("step", player.at, player.last));
    steps();
  }

  /** A change of the program ends what was shown of the one before. */
  function changed(): void {
    const program = workspace!.program(), written = JSON.stringify(program);
    if (written === known) return;
    known = written;
    ids = idsOf(program);
    saver.changed();
    forget();
    count(program);
    text.show(program);
  }

  function forget(): void {
    const [at, shown] = [player.at, runs];
    [runs, verdict, pending] = [null, null, null];
    workspace?.light([], "now");
    if (shown !== null || at > 0) {
      worlds.forEach((_, world) => tabs.sign(world, "none"));
      showWorld(now);
      say(words.say("ready"));
    }
  }

  function count(program: Program): void {
    const blocks = counted(program), goal = level.free ? null : level.goal?.blocks ?? null, hanging = loose(program);
    part("count").textContent = (goal === null || goal >= 200 ? words.say("blocks", blocks) : words.say("blocksGoal", blocks, goal))
      + (hanging > 0 ? ` · ${words.say("loose", hanging)}` : "");
    root.classList.toggle("over-goal", goal !== null && blocks > goal);
  }

  const saver = saverOf(level.paths.save, level.token, isGuest ? null : place, level.saved?.seq ?? 0, () => workspace!.program(), (isSaved, newer) => {
    tellSaved(isSaved ? "saved" : "unsaved");
    if (newer) workspace!.load(newer.program);
  });

  part("lid").hidden = level.hidden === 0;
  part("lid").textContent = level.hidden > 1 ? words.say("lids", level.hidden) : words.say("lid");
  if (level.paths.next) part<HTMLAnchorElement>("next").href = level.paths.next;
  showWorld(0);
  shine(0);
  say(words.say("ready"));

  const [{ openWorkspace }, sentences] = await Promise.all([
    import("./workspace"),
    language === "vi" ? import("./blockly.vi.json") : import("blockly/msg/en"),
    // Blocks are as wide as their words, so these are measured in their own letters.
    document.fonts.load('700 1rem "Be Vietnam Pro"', "Chạy").catch(() => []),
  ]);
  workspace = openWorkspace(part("blocks"), level, language, ("default" in sentences ? sentences.default : sentences) as Record<string, string>, {
    changed,
    pointed: id => text.light(id === null ? -1 : ids.indexOf(id)),
    removed: removed => toast(words.say("removed", removed), { word: words.say("undo"), run: () => workspace!.undo() }),
    prompt: promptOf(part("name-dialog")),
  });
  const begun = workspace.program();
  known = JSON.stringify(begun);
  ids = idsOf(begun);
  count(begun);
  text.show(begun);

  const on = (name: string, act: () => void) => part(name).addEventListener("click", act);
  on("run", press);
  on("step", () => stepOn(1));
  on("back", () => stepOn(-1));
  on("reset", () => { forget(); player.rewind(); steps(); });
  on("undo", () => workspace!.undo());
  on("redo", () => workspace!.redo());
  on("restart", () => {
    workspace!.restart();
    toast(words.say("restarted"), { word: words.say("undo"), run: () => workspace!.undo() });
  });
  on("take", () => location.reload());
  openHints(root, level, words);
  const { here } = level.paths;
  if (here) setInterval(() => { if (!document.hidden) void fetch(here, { credentials: "same-origin" }).catch(() => null); }, HERE_EACH);
  part("speed").addEventListener("input", event => { player.pace = SPEEDS[Number((event.target as HTMLInputElement).value)]!; });
  for (const name of ["run", "step"]) part<HTMLButtonElement>(name).disabled = false;
  root.classList.add("ready");
  window.addEventListener("online", () => { line.hurry(); saver.hurry(); });
  window.addEventListener("pagehide", saver.hurry);
  alone(place, () => {
    workspace!.setReadOnly(true);
    part("older").hidden = false;
    for (const name of ["run", "step", "undo", "redo", "restart"]) part<HTMLButtonElement>(name).disabled = true;
  });
}

/** One hint after another, each when it is asked for. */
function openHints(root: HTMLElement, level: Level, words: Words): void {
  const part = <T extends HTMLElement>(name: string) => root.querySelector<T>(`[data-${name}]`)!;
  const list = part("hint-texts");
  part("hints").hidden = level.hints.length === 0;
  part("hint").addEventListener("click", () => {
    const stage = list.childElementCount + 1, item = document.createElement("li");
    item.textContent = level.hints[stage - 1] ?? "";
    list.append(item);
    part("hint").hidden = stage >= level.hints.length;
    part("hint").lastElementChild!.textContent = words.say("hintMore");
    if (level.paths.hint) void tell(level.paths.hint, level.token, { stage });
  });
}

/** Blockly's names of blocks by their places in reading order. */
const idsOf = (program: Program): string[] => inReadingOrder(program).map(block => block.id ?? "");

const stillOf = (world: World): Frame => runWorld(world, { mains: world.robots.map(() => []), procs: [], vars: 0 }, [], 1).frames[0]!;

/** Asks for a name in the page's own dialog. */
function promptOf(dialog: HTMLDialogElement) {
  return (question: string, name: string, then: (answer: string | null) => void): void => {
    const input = dialog.querySelector("input")!;
    dialog.querySelector("h2")!.textContent = question;
    input.value = name;
    dialog.returnValue = "";
    dialog.addEventListener("close", () => then(dialog.returnValue === "ok" ? input.value.trim().normalize("NFC").slice(0, 30) : null), { once: true });
    dialog.showModal();
    input.select();
  };
}

