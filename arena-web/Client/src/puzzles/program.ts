// A program as Blockly stores it, and what follows from its shape alone: its blocks in reading order, how many count, what hangs loose.
import { shapeOf } from "./blocks";

export interface StoredInput { block?: StoredBlock; shadow?: StoredBlock }

export interface StoredBlock {
  type: string;
  id?: string;
  fields?: Record<string, unknown>;
  inputs?: Record<string, StoredInput>;
  next?: StoredInput;
  [more: string]: unknown;
}

export interface StoredVariable { id: string; name: string; type?: string }

export interface Program {
  blocks?: { languageVersion?: number; blocks: StoredBlock[] };
  variables?: StoredVariable[];
}

export const isMain = (block: StoredBlock): boolean => block.type === "sc_start" || block.type === "sc_start_robot";
export const isProcedure = (block: StoredBlock): boolean => shapeOf(block.type)?.procedure !== undefined;

/** Which robot a hat drives. */
export const robotOf = (hat: StoredBlock): number => Number(hat.fields?.["ROBOT"] ?? 0);

/** The stacks that run: those of the robots by their numbers, then procedures as they stand in the file. */
export function hats(program: Program): StoredBlock[] {
  const top = program.blocks?.blocks ?? [];
  return [...top.filter(isMain).sort((one, two) => robotOf(one) - robotOf(two)), ...top.filter(isProcedure)];
}

/** What is plugged into an input: a block, else its shadow. */
export const plugged = (block: StoredBlock, input: string): StoredBlock | undefined => {
  const there = block.inputs?.[input];
  return there?.block ?? there?.shadow;
};

/** The blocks that run, each before what it holds and that before what follows; a block's place here is its index. */
export function inReadingOrder(program: Program): StoredBlock[] {
  const order: StoredBlock[] = [];
  const left = hats(program).reverse();
  for (let block = left.pop(); block; block = left.pop()) {
    order.push(block);
    const next = block.next?.block;
    if (next) left.push(next);
    for (const input of [...(shapeOf(block.type)?.inputs ?? [])].reverse()) {
      const inside = plugged(block, input.name);
      if (inside) left.push(inside);
    }
  }
  return order;
}

/** How many blocks count against the goal. */
export const counted = (program: Program): number => inReadingOrder(program).filter(block => shapeOf(block.type)?.counts).length;

/** How many stacks no hat holds together: they stand there and never run. */
export const loose = (program: Program): number =>
  (program.blocks?.blocks ?? []).filter(block => shapeOf(block.type)?.kind !== "hat").length;
