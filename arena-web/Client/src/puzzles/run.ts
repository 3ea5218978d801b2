// Runs robots in a world, tick by tick: the twin of the judge's WorldRun. It is for showing only; the judge believes nothing of it.
import type { Frame } from "./frame";
import { Mind, Stuck } from "./mind";
import { movesOf } from "./moves";
import { type Deed, type EndCode, type Intent, type Mishap, put, Senses, type State, stateOf } from "./state";
import type { Tree } from "./tree";
import { judge, type Passage } from "./win";
import { ahead, edgeOf, indexOf, type Place, type World } from "./world";

export interface End {
  code: EndCode;
  /** Ticks done then. */
  tick: number;
  robot: number;
  cell: Place;
  /** Which block to look at, by its place in reading order; -1: none. */
  block: number;
  /** What the sentence needs. */
  number: number;
}

/** Hears of each tick, for whoever writes a trace. */
export interface Recorder {
  /** Moves are decided and not made yet. */
  decided(world: World, state: State): void;
  done(world: World, state: State, ticks: Ticked[]): void;
  ended(world: World, state: State): void;
}

/** What one robot did in a tick; mishap: why it did not succeed. */
export interface Ticked { intent: Intent; chain: number[]; mishap: Mishap; isEmpty: boolean }

const MOST_THINGS = 99;
/** Failures in which a robot runs against something. */
const bumps = new Set<EndCode>(["hit_wall", "left_map", "gate_closed", "collision"]);
const FINE: Mishap = { code: "ok", number: 0 };
const turns: Partial<Record<Deed, number>> = { right: 1, around: 2, left: 3 };

/** What a deed takes of a robot's power. */
export const costOf = ({ costs }: World, deed: Deed): number =>
  deed === "left" || deed === "right" ? costs.turn : deed === "around" ? 2 * costs.turn : deed === "ended" ? 0 : costs[deed];

export function runWorld(world: World, tree: Tree, win: string[], mostTicks: number, recorder?: Recorder): { end: End; frames: Frame[] } {
  const run = new Run(world, tree, recorder);
  const end = run.play(mostTicks) ?? judge(world, run.state, win, run.passages, run.told);
  recorder?.ended(world, run.state);
  return { end, frames: run.frames };
}

class Run {
  readonly state: State;
  readonly frames: Frame[] = [];
  readonly passages: Passage[];
  told = { robot: 0, block: -1 };
  readonly #minds: Mind[];
  readonly #intents: Intent[];
  #failure: End | null = null;

  constructor(private readonly world: World, tree: Tree, private readonly recorder: Recorder | undefined) {
    this.state = stateOf(world);
    this.#minds = world.robots.map((_, robot) => new Mind(tree, robot));
    this.#intents = world.robots.map(() => ({ deed: "ended", block: -1, number: 0 }));
    this.passages = world.robots.map(() => ({ lastBlock: -1, goalTick: -1, goalBlock: -1 }));
    this.#keep([]);
  }

  /** Null: all robots have ended by themselves. */
  play(mostTicks: number): End | null {
    for (;;) {
      const stuck = this.#ask();
      if (stuck) return stuck;
      const first = this.#intents.findIndex(intent => intent.deed !== "ended");
      if (first < 0) return null;
      if (this.state.tick === mostTicks) return this.#end("out_of_ticks", first, this.#intents[first]!.block, mostTicks);
      this.#act();
      if (this.#failure) return { ...this.#failure, tick: this.state.tick };
    }
  }

  /** Lets each robot decide, in order; all see the world as the tick begins. */
  #ask(): End | null {
    for (const [robot, mind] of this.#minds.entries()) {
      const own = this.state.robots[robot]!;
      if (own.ended) continue;
      try {
        const intent = mind.next(new Senses(this.world, this.state, robot));
        this.#intents[robot] = intent;
        own.ended = intent.deed === "ended";
      } catch (stuck) {
        if (!(stuck instanceof Stuck)) throw stuck;
        return this.#end(stuck.code, robot, stuck.block, 0);
      }
    }
    return null;
  }

  #act(): void {
    const { world, state } = this, intents = this.#intents, mishaps = movesOf(world, state, intents);
    this.recorder?.decided(world, state);
    // Of several failures walls, gates and the map's end come before collisions.
    for (const isCollision of [false, true]) {
      mishaps.forEach((mishap, robot) => { if (mishap.code === "collision" === isCollision) this.#fail(robot, mishap); });
    }
    intents.forEach((intent, robot) => this.#move(robot, intent, mishaps[robot]!));
    const each = (still: (robot: number, intent: Intent) => Mishap) => intents.forEach((intent, robot) => {
      if (mishaps[robot]!.code !== "ok") return;
      mishaps[robot] = still(robot, intent);
      this.#fail(robot, mishaps[robot]);
    });
    each((robot, intent) => this.#handle(robot, intent));
    each((robot, intent) => intent.deed === "forward" ? this.#ground(robot) : FINE);
    const empty = intents.map((_, robot) => !this.#charge(robot));
    state.tick++;
    const ticked = intents.map((intent, robot): Ticked =>
      ({ intent, chain: this.#minds[robot]!.chain, mishap: mishaps[robot]!, isEmpty: empty[robot]! }));
    this.recorder?.done(world, state, ticked);
    this.#keep(ticked);
  }

  #move(robot: number, { deed, block }: Intent, mishap: Mishap): void {
    const mover = this.state.robots[robot]!, passage = this.passages[robot]!;
    if (deed === "forward" && mishap.code === "ok") {
      if (this.world.cells[indexOf(this.world, mover)]!.goal) Object.assign(passage, { goalTick: this.state.tick, goalBlock: block });
      const edge = edgeOf(this.world, mover, mover.dir);
      if (!this.state.edges.includes(edge)) this.state.edges = [...this.state.edges, edge];
      Object.assign(mover, ahead(mover, mover.dir));
    }
    mover.dir = (mover.dir + (turns[deed] ?? 0)) & 3;
    if (deed !== "ended") passage.lastBlock = block;
  }

  #handle(robot: number, { deed, number, block }: Intent): Mishap {
    const { state, world } = this, own = state.robots[robot]!, cell = indexOf(world, own), things = state.things[cell]!, need = state.needs[cell]!;
    switch (deed) {
      case "pick":
        if (things === 0) return { code: "nothing_here", number: 0 };
        if (own.bag >= world.bag) return { code: "bag_full", number: world.bag };
        state.things = put(state.things, cell, things - 1);
        own.bag++;
        return FINE;
      case "drop":
        if (own.bag === 0) return { code: "empty_handed", number: 0 };
        if (need !== null ? need === 0 : things === MOST_THINGS) return { code: "house_full", number: 0 };
        if (need !== null) state.needs = put(state.needs, cell, need - 1);
        else state.things = put(state.things, cell, things + 1);
        own.bag--;
        return FINE;
      case "paint": state.colours = put(state.colours, cell, number); return FINE;
      case "say": state.told = number; this.told = { robot, block }; return FINE;
      default: return FINE;
    }
  }

  #ground(robot: number): Mishap {
    const { terrain } = this.world.cells[indexOf(this.world, this.state.robots[robot]!)]!;
    return terrain === "water" || terrain === "hole" ? { code: "fell_in_hole", number: 0 }
      : terrain === "off" ? { code: "off_line", number: 0 } : FINE;
  }

  /** Takes from a robot's power what its deed costs; false: it had less than that. */
  #charge(robot: number): boolean {
    const own = this.state.robots[robot]!;
    if (own.power === null) return true;
    const left = own.power - costOf(this.world, this.#intents[robot]!.deed);
    own.power = Math.max(0, left);
    if (left < 0) this.#fail(robot, { code: "out_of_power", number: 0 });
    return left >= 0;
  }

  /** The first failure of a run is its end. */
  #fail(robot: number, { code, number }: Mishap): void {
    if (code !== "ok") this.#failure ??= this.#end(code, robot, this.#intents[robot]!.block, number);
  }

  #end(code: EndCode, robot: number, block: number, number: number): End {
    const { x, y } = this.state.robots[robot]!;
    return { code, tick: this.state.tick, robot, cell: { x, y }, block, number };
  }

  #keep(ticked: Ticked[]): void {
    const { tick, robots, colours, things, needs, edges } = this.state;
    this.frames.push({
      tick, colours, things, needs, edges,
      robots: robots.map(({ x, y, dir, bag, power }, robot) => {
        const done = ticked[robot], active = done && done.intent.deed !== "ended";
        return {
          x, y, dir, bag, power,
          said: active && done.intent.deed === "say" ? done.intent.number : null,
          bumped: active === true && done.intent.deed === "forward" && bumps.has(done.mishap.code),
          chain: active ? [...done.chain, done.intent.block] : [],
        };
      }),
    });
  }
}
