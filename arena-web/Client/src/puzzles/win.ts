// Judges a run whose robots have all ended by themselves: the twin of the judge's Ending.
import { colours } from "./blocks";
import type { End } from "./run";
import type { EndCode, State } from "./state";
import { ahead, edgeOf, indexOf, type World } from "./world";

/** What is remembered of a robot's way. */
export interface Passage {
  /** Of its last action; -1: it had none. */
  lastBlock: number;
  /** Ticks done when it last left a goal, and the block that left it; -1: it never did. */
  goalTick: number;
  goalBlock: number;
}

/** The end of the first rule that does not hold. */
export function judge(world: World, state: State, win: string[], passages: Passage[], told: { robot: number; block: number }): End {
  const cells = world.cells;
  const placeOf = (cell: number) => ({ x: cell % world.width, y: Math.floor(cell / world.width) });
  const first = (code: EndCode, cell: number, number: number): End =>
    ({ code, tick: state.tick, robot: 0, cell: placeOf(cell), block: passages[0]!.lastBlock, number });
  /** How much is missing in all cells together, told of the first where something is; null: nothing. */
  const missing = (code: EndCode, of: (cell: number) => number): End | null => {
    const counts = cells.map((_, cell) => of(cell)), at = counts.findIndex(count => count > 0);
    return at < 0 ? null : first(code, at, counts.reduce((sum, count) => sum + count, 0));
  };
  const here = indexOf(world, state.robots[0]!), start = indexOf(world, world.robots[0]!);

  const rules: Record<string, (argument: string) => End | null> = {
    goal: () => notAtGoal(world, state, passages),
    things_picked: () => missing("things_left", cell => state.things[cell]!),
    colour_picked: name => {
      const isWanted = (cell: number) => cells[cell]!.colour === colours.indexOf(name);
      return missing("things_left", cell => isWanted(cell) ? state.things[cell]! : 0)
        ?? missing("wrong_thing", cell => isWanted(cell) ? 0 : Math.max(0, cells[cell]!.things - state.things[cell]!));
    },
    houses_served: () => {
      const cell = state.needs.findIndex(need => (need ?? 0) > 0);
      return cell < 0 ? null : first("house_short", cell, state.needs[cell]!);
    },
    drawing: what => {
      if (what === "cells") {
        const wanted = drawnCells(world), want = (cell: number) => wanted.get(cell) ?? 0;
        return missing("drawing_short", cell => Number(want(cell) !== 0 && want(cell) !== state.colours[cell]))
          ?? missing("drawing_extra", cell => Number(want(cell) === 0 && state.colours[cell] !== 0));
      }
      const wanted = drawnEdges(world), gone = new Set(state.edges);
      return missing("drawing_short", cell => edgesOf(cell).filter(edge => wanted.has(edge) && !gone.has(edge)).length)
        ?? missing("drawing_extra", cell => edgesOf(cell).filter(edge => !wanted.has(edge) && gone.has(edge)).length);
    },
    told: () => {
      if (state.told !== null && state.told === world.told) return null;
      const { x, y } = state.robots[told.robot]!;
      return { code: "told_wrong", tick: state.tick, robot: told.robot, cell: { x, y }, block: told.block, number: state.told ?? 0 };
    },
    at_start: () => state.things[start]! > 0 ? null : first("house_short", start, 1),
    "ticks<=": most => state.tick <= Number(most) ? null : first("out_of_ticks", here, Number(most)),
  };
  for (const rule of win) {
    const [, name = "", argument = ""] = /^(ticks<=|\w+)\(?(\w*)\)?$/.exec(rule) ?? [];
    const end = rules[name]?.(argument);
    if (end) return end;
  }
  return first("ok", here, 0);
}

const edgesOf = (cell: number): number[] => [2 * cell, 2 * cell + 1];

function notAtGoal(world: World, state: State, passages: Passage[]): End | null {
  const goals = world.cells.flatMap((cell, at) => cell.goal ? [{ x: at % world.width, y: Math.floor(at / world.width) }] : []);
  for (const [robot, { x, y }] of state.robots.entries()) {
    if (world.cells[indexOf(world, { x, y })]!.goal) continue;
    const { goalTick, goalBlock, lastBlock } = passages[robot]!;
    if (goalTick >= 0) return { code: "past_goal", tick: goalTick, robot, cell: { x, y }, block: goalBlock, number: 0 };
    const away = goals.map(goal => Math.abs(goal.x - x) + Math.abs(goal.y - y));
    return { code: "not_at_goal", tick: state.tick, robot, cell: { x, y }, block: lastBlock, number: away.length > 0 ? Math.min(...away) : 0 };
  }
  return null;
}

/** The colours that cells must have; of cells that are not in it: none. */
function drawnCells(world: World): Map<number, number> {
  const cells = new Map<number, number>();
  for (const { from, walk, colour } of world.drawing) {
    let at = from;
    cells.set(indexOf(world, at), colour);
    for (const dir of walk) cells.set(indexOf(world, at = ahead(at, dir)), colour);
  }
  return cells;
}

function drawnEdges(world: World): Set<number> {
  const edges = new Set<number>();
  for (const { from, walk } of world.drawing) {
    let at = from;
    for (const dir of walk) {
      edges.add(edgeOf(world, at, dir));
      at = ahead(at, dir);
    }
  }
  return edges;
}
