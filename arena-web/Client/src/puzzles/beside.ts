// Two programs of one level side by side, stepped together, for whoever compares them. Nothing of it is sent anywhere.
import type { Language } from "./blocks";
import { describe } from "./describe";
import type { Frame } from "./frame";
import type { Level } from "./level";
import { drawMap } from "./map";
import { Parts } from "./parts";
import { Player, SPEEDS } from "./player";
import type { Program } from "./program";
import { type End, runWorld } from "./run";
import { type Tabs, tabsOf } from "./tabs";
import { lightLines, linesOf } from "./text-panel";
import { treeOf } from "./tree";
import { sentenceOf } from "./verdict";
import type { Words } from "./words";
import { readWorld, type World } from "./world";

/** One program, with what came of it on each map. */
interface Side { parts: Parts; runs: { end: End; frames: Frame[] }[] }

/** Each step has a frame of every run; one that is over stays where it ended. */
export const together = <F>(runs: readonly F[][]): F[][] =>
  Array.from({ length: Math.max(...runs.map(run => run.length)) }, (_, step) => runs.map(run => run[Math.min(step, run.length - 1)]!));

export class Beside {
  readonly #worlds: World[];
  readonly #sides: Side[];
  readonly #tabs: Tabs;
  readonly #player: Player<readonly Frame[]>;
  #now = 0;

  constructor(
    private readonly parts: Parts, private readonly level: Level, programs: readonly Program[], private readonly words: Words,
    private readonly language: Language,
  ) {
    this.#worlds = level.worlds.map(world => readWorld(world, level.signs));
    const robots = this.#worlds[0]!.robots.length;
    this.#sides = [...parts.root.querySelectorAll<HTMLElement>("[data-side]")].map((root, at) => {
      const side = new Parts(root), tree = treeOf(programs[at]!, robots);
      side.find("program-text").replaceChildren(...linesOf(programs[at]!, "pascal", language, robots));
      return { parts: side, runs: this.#worlds.map(world => runWorld(world, tree, level.win, level.budget.ticks)) };
    });
    this.#player = new Player({
      shown: frames => this.#shown(frames),
      turned: isPlaying => { parts.find("run-word").textContent = words.say(isPlaying ? "halt" : "run"); },
      ended: () => {},
    }, () => matchMedia("(prefers-reduced-motion: reduce)").matches);
    this.#tabs = tabsOf(parts.find("tabs"), this.#worlds.map(world => words.say("map", world.id)), () => "", at => this.#open(at));
    parts.on("run", () => this.#player.isPlaying ? this.#player.pause() : this.#player.play());
    parts.on("step", () => this.#player.step(1));
    parts.on("back", () => this.#player.step(-1));
    parts.on("reset", () => this.#player.rewind());
    parts.find("speed").addEventListener("input", event => { this.#player.pace = SPEEDS[Number((event.target as HTMLInputElement).value)]!; });
    this.#open(0);
    parts.enable(true, "run", "step");
  }

  #open(at: number): void {
    this.#now = at;
    this.#tabs.choose(at);
    const world = this.#worlds[at]!, runs = this.#sides.map(side => side.runs[at]!.frames);
    const maps = this.#sides.map(({ parts }, side) =>
      drawMap(parts.find("map"), world, this.level.theme, describe(world, runs[side]![0]!, this.words, this.language)));
    this.#player.open({ show: (both, ms) => maps.forEach((map, side) => map.show(both[side]!, ms)) }, together(runs));
  }

  #shown(frames: readonly Frame[]): void {
    const { at } = this.#player;
    this.#sides.forEach(({ parts, runs }, side) => {
      const last = runs[this.#now]!.frames.length - 1;
      lightLines(parts.find("program-text"), frames[side]!.robots.flatMap(robot => robot.chain).at(-1) ?? -1);
      const said = parts.find("said"), isOver = at >= last;
      said.textContent = [this.words.say("step", Math.min(at, last), last),
        ...(isOver ? [sentenceOf(this.level, this.words, runs, this.#now, null)] : [])].join(" ");
      said.dataset["tone"] = !isOver ? "plain" : runs[this.#now]!.end.code === "ok" ? "won" : "failed";
    });
    this.parts.enable(at > 0, "back", "reset");
  }
}
