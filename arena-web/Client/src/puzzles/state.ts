// A world at a moment of a run, and what a robot can tell of it.
import type { Side } from "./tree";
import { ahead, has, indexOf, isOpen, type Direction, type Place, type World } from "./world";

/** In the order of their numbers in traces. */
export const deeds = ["ended", "forward", "left", "right", "around", "pick", "drop", "paint", "wait", "say"] as const;
export type Deed = (typeof deeds)[number];

/** In the order of their numbers in traces. */
export const endCodes = ["ok", "not_at_goal", "past_goal", "things_left", "house_short", "drawing_short", "drawing_extra", "told_wrong", "hit_wall",
  "left_map", "fell_in_hole", "off_line", "gate_closed", "collision", "nothing_here", "bag_full", "empty_handed", "house_full", "out_of_power",
  "out_of_ticks", "idle_loop", "too_deep", "division_by_zero", "number_too_large", "wrong_thing"] as const;
export type EndCode = (typeof endCodes)[number];

/** What a robot wants next: a deed of a block, with the colour or what is said. */
export interface Intent { deed: Deed; block: number; number: number }

/** Why a robot cannot do what it wants, with what the sentence needs. */
export interface Mishap { code: EndCode; number: number }

export interface RobotState extends Place { dir: Direction; bag: number; power: number | null; ended: boolean }

/** Lists are replaced and never changed in place, so that whoever kept one has that moment. */
export interface State {
  tick: number;
  robots: RobotState[];
  colours: readonly number[];
  things: readonly number[];
  needs: readonly (number | null)[];
  edges: readonly number[];
  told: number | null;
}

export const stateOf = (world: World): State => ({
  tick: 0,
  robots: world.robots.map(robot => ({ ...robot, bag: world.carries, power: world.power, ended: false })),
  colours: world.cells.map(cell => cell.colour),
  things: world.cells.map(cell => cell.things),
  needs: world.cells.map(cell => cell.need),
  edges: [],
  told: null,
});

export const put = <T>(list: readonly T[], at: number, value: T): T[] => list.map((old, index) => index === at ? value : old);

export const isRobotAt = (state: State, { x, y }: Place): boolean => state.robots.some(robot => robot.x === x && robot.y === y);

/** No gate, or an open one; a gate never closes on a robot. */
export function isPassable(world: World, state: State, place: Place): boolean {
  const gate = world.cells[indexOf(world, place)]!.gate;
  return gate === null || isOpen(gate, state.tick) || isRobotAt(state, place);
}

const turns: Record<Side, number> = { front: 0, right: 1, back: 2, left: 3 };

/** What one robot can tell of the world as a tick begins. */
export class Senses {
  readonly #robot: RobotState;
  readonly #cell: number;

  constructor(private readonly world: World, private readonly state: State, robot: number) {
    this.#robot = state.robots[robot]!;
    this.#cell = indexOf(world, this.#robot);
  }

  get pile(): number { return this.state.things[this.#cell]!; }
  get bag(): number { return this.#robot.bag; }
  get power(): number { return this.#robot.power ?? 0; }
  get isGoal(): boolean { return this.world.cells[this.#cell]!.goal; }
  get houseNeeds(): boolean { return (this.state.needs[this.#cell] ?? 0) > 0; }
  get colour(): number { return this.state.colours[this.#cell]!; }

  isFree(side: Side): boolean { return this.#isFree(ahead(this.#robot, this.#toward(side))); }

  hasLine(side: Side): boolean {
    const place = ahead(this.#robot, this.#toward(side));
    return has(this.world, place) && this.world.cells[indexOf(this.world, place)]!.line;
  }

  hasRobot(side: Side): boolean { return isRobotAt(this.state, ahead(this.#robot, this.#toward(side))); }

  distance(side: Side): number {
    const dir = this.#toward(side);
    let free = 0;
    for (let place = ahead(this.#robot, dir); this.#isFree(place); place = ahead(place, dir)) free++;
    return free;
  }

  #toward(side: Side): Direction { return (this.#robot.dir + turns[side]) & 3; }

  #isFree(place: Place): boolean {
    if (!has(this.world, place)) return false;
    const { terrain } = this.world.cells[indexOf(this.world, place)]!;
    return (terrain === "floor" || terrain === "off") && isPassable(this.world, this.state, place) && !isRobotAt(this.state, place);
  }
}
