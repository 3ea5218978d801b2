// The bytes of a run's trace, as problems/worlds/README.md lists them: the page needs none, the vectors that both engines share do.
import { costOf, type Recorder, type Ticked } from "./run";
import { deeds, endCodes, isPassable, type State } from "./state";
import { indexOf, type World } from "./world";

const HASH_EVERY = 64;

/** In the order of their numbers in traces. */
const effects = ["none", "gate", "things", "need", "colour", "said", "bag", "power", "failed"] as const;
type Effect = (typeof effects)[number];

export class TraceRecorder implements Recorder {
  readonly bytes: number[] = [];
  /** 16 hexadecimal digits each: after each 64th tick, and of the last state. */
  readonly hashes: string[] = [];
  readonly #effects: number[] = [];
  readonly #chains = new Map<number, number[]>();
  readonly #open = new Map<number, boolean>();
  #count = 0;

  decided(world: World, state: State): void {
    world.cells.forEach((cell, at) => {
      if (!cell.gate) return;
      const place = { x: at % world.width, y: Math.floor(at / world.width) };
      const open = isPassable(world, state, place);
      // A page draws gates of the first tick by their timetable.
      if (open !== (this.#open.get(at) ?? open)) this.#add("gate", at, Number(open));
      this.#open.set(at, open);
    });
  }

  done(world: World, state: State, ticks: Ticked[]): void {
    ticks.forEach(({ intent, chain, mishap, isEmpty }, robot) => {
      if (intent.deed === "ended") return;
      const own = state.robots[robot]!, cell = indexOf(world, own), need = state.needs[cell];
      if (mishap.code === "ok") {
        if (intent.deed === "pick" || intent.deed === "drop") {
          this.#add(need === null ? "things" : "need", cell, need ?? state.things[cell]!);
          this.#add("bag", own.bag);
        }
        if (intent.deed === "paint") this.#add("colour", cell, intent.number);
        if (intent.deed === "say") this.#add("said", (intent.number << 1) ^ (intent.number >> 31));
      }
      if (own.power !== null && costOf(world, intent.deed) > 0) this.#add("power", own.power);
      if (mishap.code !== "ok" || isEmpty) this.#add("failed", endCodes.indexOf(mishap.code !== "ok" ? mishap.code : "out_of_power"));
      this.#close(robot, deeds.indexOf(intent.deed), intent.block, chain);
    });
    if (state.tick % HASH_EVERY === 0) this.hashes.push(hash(world, state));
  }

  ended(world: World, state: State): void { this.hashes.push(hash(world, state)); }

  #add(effect: Effect, ...numbers: number[]): void {
    this.#count++;
    this.#effects.push(effects.indexOf(effect));
    numbers.forEach(number => varint(this.#effects, number));
  }

  #close(robot: number, deed: number, block: number, chain: number[]): void {
    const last = this.#chains.get(robot) ?? [];
    let same = 0;
    while (same < last.length && same < chain.length && last[same] === chain[same]) same++;
    const changed = same < last.length || same < chain.length;
    this.bytes.push(deed | robot << 4 | (changed ? 1 << 6 : 0) | (this.#count > 0 ? 1 << 7 : 0));
    varint(this.bytes, block);
    if (changed) {
      varint(this.bytes, last.length - same);
      varint(this.bytes, chain.length - same);
      chain.slice(same).forEach(one => varint(this.bytes, one));
      this.#chains.set(robot, chain);
    }
    if (this.#count > 0) {
      varint(this.bytes, this.#count);
      this.bytes.push(...this.#effects.splice(0));
      this.#count = 0;
    }
  }
}

/** LEB128 of 32 bits: seven bits a byte, the lowest first, the highest bit set where more follow. */
function varint(bytes: number[], number: number): void {
  let left = number >>> 0;
  for (; left >= 0x80; left >>>= 7) bytes.push(left & 0x7f | 0x80);
  bytes.push(left);
}

/** FNV-1a of 64 bits, in two halves. */
function hash(world: World, state: State): string {
  let high = 0xcbf29ce4, low = 0x84222325;
  const byte = (value: number) => {
    low = (low ^ value & 0xff) >>> 0;
    const product = low * 0x1b3;
    // The prime is 2^40 + 0x1b3.
    high = (high * 0x1b3 + Math.floor(product / 2 ** 32) + (low << 8 >>> 0)) % 2 ** 32;
    low = product >>> 0;
  };
  const word = (value: number) => { for (let shift = 0; shift < 32; shift += 8) byte(value >> shift); };
  word(state.tick);
  for (const { x, y, dir, ended, bag, power } of state.robots) {
    [x, y, dir, Number(ended), bag].forEach(byte);
    word(power ?? -1);
  }
  state.colours.forEach(byte);
  state.things.forEach(byte);
  state.needs.forEach(need => byte(need ?? 255));
  const edges = new Set(state.edges);
  for (let edge = 0; edge < world.cells.length * 2; edge++) byte(Number(edges.has(edge)));
  byte(Number(state.told !== null));
  word(state.told ?? 0);
  return [high, low].map(half => half.toString(16).padStart(8, "0")).join("");
}
