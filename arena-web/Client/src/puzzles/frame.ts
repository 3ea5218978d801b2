import type { Direction, Place } from "./world";

/** What can be seen of a world at one tick. Frames share what did not change, so a run of thousands of ticks stays small. */
export interface Frame {
  tick: number;
  robots: RobotFrame[];
  things: readonly number[];
  colours: readonly number[];
  /** What houses still want; null: there is no house. */
  needs: readonly (number | null)[];
  /** Edges that robots have gone along, by their numbers. */
  edges: readonly number[];
}

export interface RobotFrame extends Place {
  dir: Direction;
  bag: number;
  power: number | null;
  /** What it says in this tick. */
  said: number | null;
  /** It ran against something in this tick: to the front of its cell and back. */
  bumped: boolean;
  /** The blocks that led to this tick's action, from the outermost; empty: it did nothing. */
  chain: readonly number[];
}
