// Draws the same levels and programs from the same seeds as RandomPair of the judge's tests, draw by draw.
import type { Level, WorldFile } from "../src/puzzles/level";
import type { Condition, Numeral, Side, Statement, Tree } from "../src/puzzles/tree";

export type RandomLevel = Pick<Level, "win" | "signs"> & { ticks: number; worlds: WorldFile[] };

/** splitmix64 (Steele, Lea, Flood, 2014). */
class SplitMix {
  #state: bigint;

  constructor(seed: number) { this.#state = BigInt(seed); }

  below(end: number): number {
    const whole = (value: bigint) => BigInt.asUintN(64, value);
    this.#state = whole(this.#state + 0x9e3779b97f4a7c15n);
    let z = this.#state;
    z = whole((z ^ z >> 30n) * 0xbf58476d1ce4e5b9n);
    z = whole((z ^ z >> 27n) * 0x94d049bb133111ebn);
    return Number(((z ^ z >> 31n) >> 33n) % BigInt(end));
  }
}

export function randomPair(seed: number): { level: RandomLevel; program: Tree } {
  const random = new SplitMix(seed), level = levelOf(random);
  return { level, program: new RandomProgram(random).draw(level.worlds[0]!.map.join("").replace(/[^>v<^]/g, "").length) };
}

function levelOf(random: SplitMix): RandomLevel {
  const below = (end: number) => random.below(end);
  const signs = ".........##****23ooooRrx-G=~O", robotSigns = ">v<^";
  const wins = ["", "things_picked", "colour_picked(red)", "houses_served", "drawing(cells)", "drawing(edges)", "told", "at_start", "ticks<=9"];
  const width = 1 + below(8), height = 1 + below(8), robots = below(4) === 0 ? 1 + below(4) : 1;
  const cells = Array.from({ length: width * height }, () => signs[below(signs.length)]!);
  for (let robot = 0; robot < Math.min(robots, cells.length); robot++) {
    let at = below(cells.length);
    while (robotSigns.includes(cells[at]!)) at = (at + 1) % cells.length;
    cells[at] = robotSigns[below(robotSigns.length)]!;
  }
  const bag = below(4) === 0 ? 1 + below(3) : 99, carries = Math.min(bag, below(5)), power = below(4) === 0 ? below(60) : -1;
  const told = below(5) - 1, phase = below(5), drawn = below(2) === 0 && width > 1;
  const win = wins[below(14)] ?? (cells.includes("G") ? "goal" : "colour_picked(red)"), ticks = 1 + below(120);
  return {
    win: win === "" ? [] : [win],
    ticks,
    worlds: [{
      id: 1, told, bag, carries, signs: { "=": { gate: { phase } } }, costs: { forward: 1, turn: 2, pick: 1 },
      map: Array.from({ length: height }, (_, y) => cells.slice(y * width, (y + 1) * width).join("")),
      ...(power < 0 ? {} : { power }), ...(drawn ? { drawing: [{ from: [0, 0], walk: "E".repeat(width - 1) }] } : {}),
    }],
  };
}

const sides: Side[] = ["front", "right", "back", "left"];

class RandomProgram {
  #block = 0;
  #own = 0;
  readonly #parameters: number[] = [];

  constructor(private readonly random: SplitMix) {}

  draw(robots: number): Tree {
    for (let left = this.#below(3); left > 0; left--) this.#parameters.push(this.#below(3));
    const mains = Array.from({ length: robots }, () => {
      this.#block++;
      return this.#body(1 + this.#below(5), 0);
    });
    const procs = this.#parameters.map(params => {
      this.#block++;
      this.#own = params;
      return { params, body: this.#body(this.#below(4), 1) };
    });
    return { mains, procs, vars: 2 };
  }

  #below(end: number): number { return this.random.below(end); }

  #body(count: number, depth: number): Statement[] { return Array.from({ length: count }, () => this.#statement(depth)); }

  #statement(depth: number): Statement {
    const kind = this.#below(depth < 3 ? 24 : 15), b = this.#block++;
    if (kind < 5) return { b, k: "forward" };
    switch (kind) {
      case 5: case 6: case 7: case 8: case 9: return { b, k: (["left", "right", "around", "pick", "drop"] as const)[kind - 5]! };
      case 10: return { b, k: "paint", colour: this.#below(8) };
      case 11: return { b, k: "wait", n: this.#number(0) };
      case 12: return { b, k: "say", n: this.#number(0) };
      case 13: {
        const k = this.#below(2) === 0 ? "set" : "add", i = this.#below(2);
        return { b, k, i, n: this.#number(0) };
      }
      case 14: return this.#call(b);
      case 15: case 16: {
        const n = this.#number(0);
        return { b, k: "repeat", n, body: this.#body(this.#below(4), depth + 1) };
      }
      case 17: case 18: {
        const c = this.#condition(0);
        return { b, k: kind === 17 ? "until" : "while", c, body: this.#body(this.#below(4), depth + 1) };
      }
      case 19: {
        const i = this.#below(2), from = this.#number(0), to = this.#number(0);
        return { b, k: "for", i, from, to, body: this.#body(this.#below(4), depth + 1) };
      }
      case 20: case 21: case 22: {
        const c = this.#condition(0), then = this.#body(this.#below(3), depth + 1);
        return this.#below(2) === 0 ? { b, k: "if", c, then } : { b, k: "if", c, then, else: this.#body(this.#below(3), depth + 1) };
      }
      default: return { b, k: this.#below(4) === 0 ? "stop" : "forward" };
    }
  }

  #call(b: number): Statement {
    if (this.#parameters.length === 0) return { b, k: "forward" };
    const p = this.#below(this.#parameters.length);
    return { b, k: "call", p, args: Array.from({ length: this.#parameters[p]! }, () => this.#number(0)) };
  }

  #number(depth: number): Numeral {
    const kind = this.#below(depth < 2 ? 11 : 8), b = this.#block++;
    if (kind < 3) return { b, k: "number", n: this.#below(8) - 1 };
    switch (kind) {
      case 3: return { b, k: "number", n: this.#below(10) === 0 ? 2 ** 31 - 1 : 3 };
      case 4: return { b, k: "variable", i: this.#below(2) };
      case 5: return this.#own > 0 ? { b, k: "parameter", i: this.#below(this.#own) } : { b, k: "number", n: 2 };
      case 6: return { b, k: (["pile", "bag", "power"] as const)[this.#below(3)]! };
      case 7: return { b, k: "distance", side: sides[this.#below(4)]! };
      default: {
        const op = (["plus", "minus", "times", "div", "mod"] as const)[this.#below(5)]!, left = this.#number(depth + 1);
        return { b, k: "arithmetic", op, left, right: this.#number(depth + 1) };
      }
    }
  }

  #condition(depth: number): Condition {
    const kind = this.#below(depth < 2 ? 14 : 9), b = this.#block++;
    if (kind < 3) return { b, k: "free", side: sides[this.#below(4)]! };
    switch (kind) {
      case 3: {
        const k = this.#below(2) === 0 ? "line" : "robot";
        return { b, k, side: sides[this.#below(4)]! };
      }
      case 4: return { b, k: "thing" };
      case 5: return { b, k: "house" };
      case 6: return { b, k: "goal" };
      case 7: return { b, k: "colour", colour: this.#below(8) };
      case 8: return { b, k: "boolean", value: this.#below(2) === 0 };
      case 9: case 10: {
        const op = (["eq", "ne", "lt", "le", "gt", "ge"] as const)[this.#below(6)]!, left = this.#number(1);
        return { b, k: "compare", op, left, right: this.#number(1) };
      }
      case 11: return { b, k: "not", c: this.#condition(depth + 1) };
      default: {
        const left = this.#condition(depth + 1);
        return { b, k: kind === 12 ? "and" : "or", left, right: this.#condition(depth + 1) };
      }
    }
  }
}
