// Drives one robot by a program of blocks: the twin of the judge's BlockMind, operation by operation.
import type { EndCode, Intent, Senses } from "./state";
import type { Condition, Numeral, Statement, Tree } from "./tree";

const MOST_OPERATIONS = 200_000, MOST_IDLE = 1000, MOST_CALLS = 64;
const LEAST = -(2 ** 31), GREATEST = 2 ** 31 - 1;

/** The program can go no further. */
export class Stuck extends Error {
  constructor(readonly code: EndCode, readonly block: number) { super(code); }
}

type Loop = Extract<Statement, { body: Statement[] }>;

/** A body that is under way. */
interface Body {
  /** Loop, choice or call whose body it is; null: it is the robot's main body. */
  owner: Statement | null;
  list: Statement[];
  args: number[];
  /** Index of the next statement. */
  at: number;
  /** Block of the statement that began last. */
  last: number;
  /** Turns to come, of loops that are counted. */
  left: number;
  /** What the variable becomes in the next turn. */
  counter: number;
}

const isLoop = (statement: Statement | null): statement is Loop => statement !== null && "body" in statement;

export class Mind {
  readonly #variables: number[];
  readonly #bodies: Body[] = [];
  #senses!: Senses;
  #calls = 0;
  #operations = 0;
  #idle = 0;
  #waits = 0;

  constructor(private readonly tree: Tree, robot: number) {
    this.#variables = Array<number>(tree.vars).fill(0);
    this.#push(null, tree.mains[robot] ?? [], []);
  }

  /** Blocks that the last wanted action lies in, the outermost first. */
  get chain(): number[] { return this.#bodies.slice(1).map(body => body.owner!.b); }

  /**
   * Runs until it wants an action or has ended; it is not asked again after that.
   * @throws Stuck
   */
  next(senses: Senses): Intent {
    this.#senses = senses;
    this.#idle = 0;
    if (this.#waits > 0) {
      this.#waits--;
      return { deed: "wait", block: this.#bodies.at(-1)!.last, number: 0 };
    }
    for (let top = this.#bodies.at(-1); top; top = this.#bodies.at(-1)) {
      const statement = top.list[top.at];
      if (!statement) {
        this.#endOf(top);
        continue;
      }
      top.at++;
      top.last = statement.b;
      const intent = this.#begin(statement);
      if (intent) return intent;
    }
    return { deed: "ended", block: -1, number: 0 };
  }

  /** Null: no action has come of it. */
  #begin(statement: Statement): Intent | null {
    const { b } = statement;
    this.#count(b);
    switch (statement.k) {
      case "paint": return { deed: "paint", block: b, number: statement.colour };
      case "say": return { deed: "say", block: b, number: this.#value(statement.n) };
      case "wait":
        this.#waits = Math.max(0, this.#value(statement.n));
        return this.#waits-- > 0 ? { deed: "wait", block: b, number: 0 } : null;
      case "stop": this.#bodies.length = 0; return null;
      case "set": this.#variables[statement.i] = this.#value(statement.n); return null;
      case "add": this.#variables[statement.i] = this.#checked(b, this.#variables[statement.i]! + this.#value(statement.n)); return null;
      case "if": case "call": case "repeat": case "until": case "while": case "for": this.#enter(statement); return null;
      default: return { deed: statement.k, block: b, number: 0 };
    }
  }

  #enter(statement: Extract<Statement, { k: "if" | "call" }> | Loop): void {
    const { args } = this.#bodies.at(-1)!;
    switch (statement.k) {
      case "if": {
        const part = this.#holds(statement.c) ? statement.then : statement.else;
        if (part) this.#push(statement, part, args);
        return;
      }
      case "call": {
        const given = statement.args.map(argument => this.#value(argument));
        if (this.#calls === MOST_CALLS) throw new Stuck("too_deep", statement.b);
        this.#calls++;
        this.#push(statement, this.tree.procs[statement.p]!.body, given);
        return;
      }
      case "repeat": this.#pushLoop(statement, this.#value(statement.n), 0, args); return;
      case "for": {
        const from = this.#value(statement.from);
        this.#pushLoop(statement, this.#value(statement.to) - from + 1, from, args);
        return;
      }
      default: this.#pushLoop(statement, 0, 0, args);
    }
  }

  #endOf(top: Body): void {
    const loop = top.owner;
    if (!isLoop(loop)) {
      if (loop?.k === "call") this.#calls--;
      this.#bodies.pop();
      return;
    }
    this.#count(loop.b);
    const goesOn = loop.k === "until" ? !this.#holds(loop.c) : loop.k === "while" ? this.#holds(loop.c) : top.left-- > 0;
    if (!goesOn) {
      this.#bodies.pop();
      return;
    }
    if (loop.k === "for") this.#variables[loop.i] = top.counter++;
    top.at = 0;
  }

  /** A loop begins at its end, where it looks whether it goes on. */
  #pushLoop(loop: Loop, turns: number, counter: number, args: number[]): void {
    this.#push(loop, loop.body, args);
    Object.assign(this.#bodies.at(-1)!, { at: loop.body.length, left: turns, counter });
  }

  #push(owner: Statement | null, list: Statement[], args: number[]): void {
    this.#bodies.push({ owner, list, args, at: 0, last: -1, left: 0, counter: 0 });
  }

  #value(number: Numeral): number {
    this.#count(number.b);
    switch (number.k) {
      case "number": return number.n;
      case "variable": return this.#variables[number.i]!;
      case "parameter": return this.#bodies.at(-1)!.args[number.i]!;
      case "arithmetic": return this.#sum(number, this.#value(number.left), this.#value(number.right));
      case "distance": return this.#senses.distance(number.side);
      default: return this.#senses[number.k];
    }
  }

  #sum({ op, b }: Extract<Numeral, { k: "arithmetic" }>, left: number, right: number): number {
    if ((op === "div" || op === "mod") && right === 0) throw new Stuck("division_by_zero", b);
    return this.#checked(b, op === "plus" ? left + right : op === "minus" ? left - right : op === "times" ? left * right
      : op === "div" ? Math.trunc(left / right) : left % right);
  }

  #holds(condition: Condition): boolean {
    this.#count(condition.b);
    switch (condition.k) {
      case "compare": return compare(condition.op, this.#value(condition.left), this.#value(condition.right));
      case "and": return this.#holds(condition.left) && this.#holds(condition.right);
      case "or": return this.#holds(condition.left) || this.#holds(condition.right);
      case "not": return !this.#holds(condition.c);
      case "boolean": return condition.value;
      case "colour": return this.#senses.colour === condition.colour;
      case "thing": return this.#senses.pile > 0;
      case "house": return this.#senses.houseNeeds;
      case "goal": return this.#senses.isGoal;
      case "free": return this.#senses.isFree(condition.side);
      case "line": return this.#senses.hasLine(condition.side);
      case "robot": return this.#senses.hasRobot(condition.side);
    }
  }

  /** Whole numbers of 32 bits; what goes beyond is no number here. */
  #checked(block: number, value: number): number {
    if (value < LEAST || value > GREATEST) throw new Stuck("number_too_large", block);
    return value | 0;
  }

  #count(block: number): void {
    this.#operations++;
    if (++this.#idle > MOST_IDLE) throw new Stuck("idle_loop", [...this.#bodies].reverse().find(body => isLoop(body.owner))?.owner?.b ?? block);
    if (this.#operations > MOST_OPERATIONS) throw new Stuck("out_of_ticks", block);
  }
}

function compare(op: "eq" | "ne" | "lt" | "le" | "gt" | "ge", left: number, right: number): boolean {
  switch (op) {
    case "eq": return left === right;
    case "ne": return left !== right;
    case "lt": return left < right;
    case "le": return left <= right;
    case "gt": return left > right;
    case "ge": return left >= right;
  }
}
