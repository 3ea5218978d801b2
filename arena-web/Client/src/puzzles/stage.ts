// The side of the page where something happens: maps as tabs, the robots on one of them, and the sentence below.
import type { Language } from "./blocks";
import { describe } from "./describe";
import type { Frame } from "./frame";
import type { Level } from "./level";
import { drawMap } from "./map";
import type { Parts } from "./parts";
import { Player, SPEEDS } from "./player";
import { type End, runWorld } from "./run";
import { type Tabs, tabsOf } from "./tabs";
import type { Tree } from "./tree";
import { sentenceOf } from "./verdict";
import type { Words } from "./words";
import { readWorld, type World } from "./world";

interface Run { end: End; frames: Frame[] }

export type Tone = "plain" | "failed" | "won";

/** The blocks, which the stage knows by their places in reading order. */
export interface Lights {
  light(blocks: readonly number[], as: "now" | "failed"): void;
  /** How a block reads; null: it is not there. */
  nameOf(block: number): string | null;
  /** A run was shown to its end. */
  ended(): void;
}

export class Stage {
  readonly worlds: World[];
  readonly #stills: Frame[];
  readonly #player: Player;
  readonly #tabs: Tabs;
  #runs: Run[] | null = null;
  #now = 0;

  constructor(
    private readonly parts: Parts, private readonly level: Level, private readonly words: Words, private readonly language: Language,
    private readonly lights: Lights,
  ) {
    this.worlds = level.worlds.map(world => readWorld(world, level.signs));
    this.#stills = this.worlds.map(stillOf);
    this.#player = new Player({
      shown: frame => this.#shown(frame),
      turned: isPlaying => this.#turned(isPlaying),
      ended: () => this.#tellEnd(),
    }, () => matchMedia("(prefers-reduced-motion: reduce)").matches);
    const names = this.worlds.map(world => words.say("map", world.id));
    this.#tabs = tabsOf(parts.find("tabs"), names, sign => words.say(sign === "done" ? "done" : "notYet"), at => this.open(at));
    parts.find("lid").hidden = level.hidden === 0;
    parts.find("lid").textContent = level.hidden > 1 ? words.say("lids", level.hidden) : words.say("lid");
    parts.find("speed").addEventListener("input", event => { this.#player.pace = SPEEDS[Number((event.target as HTMLInputElement).value)]!; });
    this.open(0);
    this.say(words.say("ready"));
  }

  get isPlaying(): boolean { return this.#player.isPlaying; }

  /** A run was begun and is neither at its start nor at its end. */
  get isUnderWay(): boolean { return this.#runs !== null && this.#player.at > 0 && this.#player.at < this.#player.last; }

  say(text: string, tone: Tone = "plain"): void {
    const said = this.parts.find("said");
    said.textContent = text;
    said.dataset["tone"] = tone;
  }

  /** Shows a map as it begins, with what ran on it. */
  open(at: number): void {
    this.#now = at;
    this.#tabs.choose(at);
    const world = this.worlds[at]!, said = describe(world, this.#stills[at]!, this.words, this.language);
    const map = drawMap(this.parts.find("map"), world, this.level.theme, said);
    this.#player.open(map, this.#runs?.[at]?.frames ?? [this.#stills[at]!]);
    this.#steps();
  }

  /** Runs a program on all maps and plays the first that fails, else the one that is open. */
  perform(tree: Tree): void {
    this.#run(tree);
    const failed = this.#runs!.findIndex(({ end }) => end.code !== "ok");
    this.say("");
    this.open(failed >= 0 ? failed : this.#now);
    for (let at = 0; at < failed; at++) this.#tabs.sign(at, "done");
    if (matchMedia("(max-width: 960px)").matches) this.parts.find("map").scrollIntoView({ block: "center" });
    this.#player.play();
  }

  pauseOrGoOn(): void {
    if (this.isPlaying) this.#player.pause();
    else this.#player.play();
  }

  /** @param tree gives the program where none has run yet; null: it cannot be run. */
  step(by: 1 | -1, tree: () => Tree | null): void {
    if (!this.#runs) {
      const program = tree();
      if (!program) return;
      this.#run(program);
      this.open(this.#now);
    }
    this.#player.step(by);
    if (this.#player.at < this.#player.last) this.say(this.words.say("step", this.#player.at, this.#player.last));
    this.#steps();
  }

  /** Puts everything back to where it began; nothing has run. */
  reset(): void {
    const isOld = this.#runs !== null || this.#player.at > 0;
    this.#runs = null;
    if (!isOld) return;
    this.#unsign();
    this.open(this.#now);
    this.say(this.words.say("ready"));
  }

  #run(tree: Tree): void {
    this.#unsign();
    this.#runs = this.worlds.map(world => runWorld(world, tree, this.level.win, this.level.budget.ticks));
  }

  #unsign(): void { this.worlds.forEach((_, at) => this.#tabs.sign(at, "none")); }

  #turned(isPlaying: boolean): void {
    this.parts.find("run-word").textContent = this.words.say(isPlaying ? "halt" : "run");
    if (!isPlaying) this.#steps();
  }

  #steps(): void {
    this.parts.enable(this.#player.at > 0, "back");
    this.parts.enable(this.#player.at > 0 || this.#runs !== null, "reset");
  }

  /** Lights the blocks of all robots, and tells what they carry and what is left of their power. */
  #shown({ robots }: Frame): void {
    this.lights.light(robots.flatMap(robot => robot.chain), "now");
    const hasPower = this.worlds[this.#now]!.power !== null, hasBag = this.level.tools.some(tool => tool === "pick" || tool === "drop");
    const carried = this.parts.find("carried");
    carried.hidden = !hasPower && !hasBag;
    carried.textContent = robots.map(({ bag, power }) =>
      [...(hasBag ? [this.words.say("bag", bag)] : []), ...(hasPower ? [this.words.say("power", power ?? 0)] : [])].join(" · ")).join(" | ");
  }

  #tellEnd(): void {
    const run = this.#runs?.[this.#now];
    if (!run) return;
    const { code, block, robot } = run.end, isRight = code === "ok";
    this.#tabs.sign(this.#now, isRight ? "done" : "failed");
    if (this.#runs!.every(({ end }) => end.code === "ok")) this.worlds.forEach((_, at) => this.#tabs.sign(at, "done"));
    if (!isRight) {
      const chain = run.frames.at(-1)!.robots[robot]?.chain ?? [];
      this.lights.light([...chain.slice(0, Math.max(0, chain.indexOf(block))), block], "failed");
    }
    this.say(sentenceOf(this.level, this.words, this.#runs!, this.#now, this.lights.nameOf(block)), isRight ? "plain" : "failed");
    this.lights.ended();
  }
}

const stillOf = (world: World): Frame => runWorld(world, { mains: world.robots.map(() => []), procs: [], vars: 0 }, [], 1).frames[0]!;
