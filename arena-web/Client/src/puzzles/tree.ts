// A program as a tree that can be run: from Blockly's form to the one that the judge's vectors are written in.
import { colours, lists } from "./blocks";
import { hats, inReadingOrder, isMain, isProcedure, plugged, type Program, robotOf, type StoredBlock } from "./program";

export type Side = "front" | "left" | "right" | "back";
export type ActKey = "forward" | "left" | "right" | "around" | "pick" | "drop";

/** b: the block's place in reading order; a drop-down condition has that of its block. */
export type Statement = { b: number } & (
  | { k: ActKey | "stop" }
  | { k: "paint"; colour: number }
  | { k: "wait" | "say"; n: Numeral }
  | { k: "repeat"; n: Numeral; body: Statement[] }
  | { k: "until" | "while"; c: Condition; body: Statement[] }
  | { k: "for"; i: number; from: Numeral; to: Numeral; body: Statement[] }
  | { k: "if"; c: Condition; then: Statement[]; else?: Statement[] }
  | { k: "set" | "add"; i: number; n: Numeral }
  | { k: "call"; p: number; args: Numeral[] });

export type Numeral = { b: number } & (
  | { k: "number"; n: number }
  | { k: "variable" | "parameter"; i: number }
  | { k: "arithmetic"; op: "plus" | "minus" | "times" | "div" | "mod"; left: Numeral; right: Numeral }
  | { k: "pile" | "bag" | "power" }
  | { k: "distance"; side: Side });

export type Condition = { b: number } & (
  | { k: "compare"; op: "eq" | "ne" | "lt" | "le" | "gt" | "ge"; left: Numeral; right: Numeral }
  | { k: "and" | "or"; left: Condition; right: Condition }
  | { k: "not"; c: Condition }
  | { k: "boolean"; value: boolean }
  | { k: "free" | "line" | "robot"; side: Side }
  | { k: "thing" | "house" | "goal" }
  | { k: "colour"; colour: number });

export interface Tree {
  /** One a robot; empty where it has no hat. */
  mains: Statement[][];
  procs: { params: number; body: Statement[] }[];
  vars: number;
}

/** A program that cannot be run yet, and the block where something is missing; null: the first block is. */
export class Unfinished extends Error {
  constructor(readonly block: string | null) { super("The program is not finished."); }
}

/** @throws Unfinished */
export function treeOf(program: Program, robots: number): Tree {
  const places = new Map(inReadingOrder(program).map((block, at) => [block, at]));
  const variables = (program.variables ?? []).filter(one => !one.type).map(one => one.id);
  const procedures = hats(program).filter(isProcedure);
  const mains = Array.from({ length: robots }, (): Statement[] => []);
  for (const hat of hats(program).filter(isMain)) {
    mains[robotOf(hat)] = new Reader(places, variables, procedures, []).statements(hat.next?.block);
  }
  if (mains.every(main => main.length === 0)) throw new Unfinished(null);
  return {
    mains,
    procs: procedures.map(hat => {
      const parameters = [1, 2].map(at => idOf(hat, `PARAM${at}`)).filter(id => id !== "");
      return { params: parameters.length, body: new Reader(places, variables, procedures, parameters).statements(plugged(hat, "DO")) };
    }),
    vars: variables.length,
  };
}

const textOf = (block: StoredBlock, field: string): string => String(block.fields?.[field] ?? "");
const idOf = (block: StoredBlock, field: string): string => (block.fields?.[field] as { id?: string } | undefined)?.id ?? "";

class Reader {
  constructor(
    private readonly places: Map<StoredBlock, number>,
    private readonly variables: string[],
    private readonly procedures: StoredBlock[],
    private readonly parameters: string[],
  ) {}

  statements(first: StoredBlock | undefined): Statement[] {
    const all: Statement[] = [];
    for (let block = first; block; block = block.next?.block) all.push(this.statement(block));
    return all;
  }

  private statement(block: StoredBlock): Statement {
    const b = this.at(block), k = block.type.slice(3).replace(/_when$/, "");
    switch (k) {
      case "paint": return { b, k, colour: colours.indexOf(textOf(block, "COLOUR")) };
      case "wait": case "say": return { b, k, n: this.number(block, "N") };
      case "repeat": return { b, k, n: this.number(block, "TIMES"), body: this.statements(plugged(block, "DO")) };
      case "until": case "while": return { b, k, c: this.condition(block), body: this.statements(plugged(block, "DO")) };
      case "for": {
        const [from, to] = [this.number(block, "FROM"), this.number(block, "TO")];
        return { b, k, i: this.variable(block), from, to, body: this.statements(plugged(block, "DO")) };
      }
      case "if": return { b, k, c: this.condition(block), then: this.statements(plugged(block, "DO")) };
      case "if_else": case "if_else_when":
        return { b, k: "if", c: this.condition(block), then: this.statements(plugged(block, "DO")), else: this.statements(plugged(block, "ELSE")) };
      case "set": case "add": return { b, k, i: this.variable(block), n: this.number(block, "VALUE") };
      case "call": case "call1": case "call2": return this.call(block, b, Number(k.slice(4)));
      default: return { b, k: k as ActKey | "stop" };
    }
  }

  private call(block: StoredBlock, b: number, count: number): Statement {
    const p = this.procedures.findIndex(hat => idOf(hat, "NAME") === idOf(block, "NAME") && hat.type === `sc_procedure${count || ""}`);
    if (p < 0) throw new Unfinished(block.id ?? null);
    return { b, k: "call", p, args: Array.from({ length: count }, (_, at) => this.number(block, `ARG${at + 1}`)) };
  }

  /** The one plugged in, or the one chosen in the block. */
  private condition(block: StoredBlock, input = "COND"): Condition {
    const chosen = block.fields?.["WHEN"];
    const b = this.at(block);
    if (chosen !== undefined) return { b, ...lists["whens"]!.find(when => when.value === chosen)!.condition! } as Condition;
    const inside = this.inside(block, input), at = this.at(inside), k = inside.type.slice(3);
    switch (k) {
      case "compare": return { b: at, k, op: textOf(inside, "OP") as "eq", left: this.number(inside, "A"), right: this.number(inside, "B") };
      case "and": case "or": return { b: at, k, left: this.condition(inside, "A"), right: this.condition(inside, "B") };
      case "not": return { b: at, k, c: this.condition(inside, "A") };
      case "boolean": return { b: at, k, value: textOf(inside, "VALUE") === "true" };
      case "free": case "line": case "robot": return { b: at, k, side: textOf(inside, "SIDE") as Side };
      case "colour": return { b: at, k, colour: colours.indexOf(textOf(inside, "COLOUR")) };
      default: return { b: at, k: k as "goal" };
    }
  }

  private number(block: StoredBlock, input: string): Numeral {
    const inside = this.inside(block, input), b = this.at(inside), k = inside.type.slice(3);
    switch (k) {
      case "number": return { b, k, n: Number(inside.fields?.["NUM"]) };
      case "variable": return { b, k, i: this.variable(inside) };
      case "parameter": {
        const i = this.parameters.indexOf(idOf(inside, "NAME"));
        if (i < 0) throw new Unfinished(inside.id ?? null);
        return { b, k, i };
      }
      case "arithmetic": return { b, k, op: textOf(inside, "OP") as "plus", left: this.number(inside, "A"), right: this.number(inside, "B") };
      case "distance": return { b, k, side: textOf(inside, "SIDE") as Side };
      default: return { b, k: k as "pile" };
    }
  }

  private variable(block: StoredBlock): number {
    const i = this.variables.indexOf(idOf(block, "VAR"));
    if (i < 0) throw new Unfinished(block.id ?? null);
    return i;
  }

  private inside(block: StoredBlock, input: string): StoredBlock {
    const inside = plugged(block, input);
    if (!inside) throw new Unfinished(block.id ?? null);
    return inside;
  }

  private at(block: StoredBlock): number { return this.places.get(block)!; }
}
