// A map as a run begins with it, read from a level's signs. The server has checked the file: nothing here refuses it.
import { colours } from "./blocks";
import type { SignFile, WorldFile } from "./level";

export type Terrain = "floor" | "wall" | "water" | "hole" | "off";

export interface Cell {
  terrain: Terrain;
  /** 0 none, 1 to 7 as in the list of colours. */
  colour: number;
  things: number;
  /** How many things the house here wants; null: there is no house. */
  need: number | null;
  line: boolean;
  goal: boolean;
  gate: Gate | null;
}

/** Open at tick t when (t + phase) mod period is less than open. */
export interface Gate { phase: number; period: number; open: number }

/** 0 east, 1 south, 2 west, 3 north: a right turn adds one, modulo four. */
export type Direction = number;

export interface Place { x: number; y: number }

export interface World {
  id: number;
  width: number;
  height: number;
  /** Row by row from the north-west. */
  cells: Cell[];
  robots: (Place & { dir: Direction })[];
  told: number | null;
  bag: number;
  carries: number;
  /** Null: without end. */
  power: number | null;
  costs: Required<NonNullable<WorldFile["costs"]>>;
  drawing: { from: Place; walk: Direction[]; colour: number }[];
}

export const isOpen = (gate: Gate, tick: number): boolean => (tick + gate.phase) % gate.period < gate.open;

export const ahead = ({ x, y }: Place, dir: Direction): Place =>
  ({ x: x + (dir === 0 ? 1 : dir === 2 ? -1 : 0), y: y + (dir === 1 ? 1 : dir === 3 ? -1 : 0) });

export const has = (world: World, { x, y }: Place): boolean => x >= 0 && y >= 0 && x < world.width && y < world.height;

export const indexOf = (world: World, { x, y }: Place): number => y * world.width + x;

/** Number of the edge between a place and its neighbour: twice the cell further north-west, and one more for an edge that runs south. */
export const edgeOf = (world: World, from: Place, dir: Direction): number =>
  indexOf(world, dir >= 2 ? ahead(from, dir) : from) * 2 + dir % 2;

const directions = ["east", "south", "west", "north"];
const MOST_THINGS = 99;

const known: Record<string, SignFile> = {
  ".": {}, "#": { terrain: "wall" }, "~": { terrain: "water" }, "O": { terrain: "hole" }, "x": { terrain: "off" }, "-": { line: true },
  ">": { robot: "east" }, "v": { robot: "south" }, "<": { robot: "west" }, "^": { robot: "north" }, "e": { robot: "east", things: 1 },
  "G": { goal: true }, "*": { things: 1 }, "o": { house: 1 }, "r": { colour: "red" }, "R": { colour: "red", things: 1 }, "=": { gate: {} },
};

const colourOf = (name: string | undefined): number => Math.max(0, colours.indexOf(name ?? "none"));

export function readWorld(file: WorldFile, levelSigns: Record<string, SignFile> = {}): World {
  const own = { ...levelSigns, ...file.signs };
  const rows = file.map.map(row => [...row]);
  const signs = rows.flat().map(sign => own[sign] ?? known[sign] ?? (/[1-9]/.test(sign) ? { things: Number(sign) } : {}));
  const hasLine = signs.some(sign => sign.line);
  const width = rows[0]?.length ?? 0;
  return {
    id: file.id,
    width,
    height: rows.length,
    cells: signs.map(sign => ({
      terrain: (sign.terrain ?? "floor") as Terrain,
      colour: colourOf(sign.colour),
      things: sign.things ?? 0,
      need: sign.house ?? null,
      line: sign.line === true || (hasLine && (sign.goal === true || sign.robot !== undefined)),
      goal: sign.goal ?? false,
      gate: sign.gate ? gateOf(sign.gate) : null,
    })),
    robots: signs.flatMap((sign, at) => sign.robot ? [{ x: at % width, y: Math.floor(at / width), dir: directions.indexOf(sign.robot) }] : []),
    told: file.told ?? null,
    bag: file.bag ?? MOST_THINGS,
    carries: file.carries ?? 0,
    power: file.power ?? null,
    costs: { forward: 0, turn: 0, pick: 0, drop: 0, paint: 0, wait: 0, say: 0, ...file.costs },
    drawing: (file.drawing ?? []).map(({ from: [x, y], walk, colour }) =>
      ({ from: { x, y }, walk: [...walk].map(step => "ESWN".indexOf(step)), colour: colour === undefined ? 1 : colourOf(colour) })),
  };
}

function gateOf({ phase = 0, period = 4, open = Math.min(2, period) }: NonNullable<SignFile["gate"]>): Gate {
  return { phase, period, open };
}
