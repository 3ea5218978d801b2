import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import type { Level, WorldFile } from "../src/puzzles/level";
import { counted, type Program } from "../src/puzzles/program";
import { runWorld } from "../src/puzzles/run";
import { treeOf } from "../src/puzzles/tree";
import { readWorld } from "../src/puzzles/world";

type File = Level & { worlds: WorldFile[]; ticks?: number; wrong?: Record<string, { end: string; world: number }> };

const root = "../../problems/worlds";
const json = <T>(path: string): T => JSON.parse(readFileSync(path, "utf8")) as T;
const levels = readdirSync(root).filter(name => existsSync(`${root}/${name}/level.json`));
const solutions = (level: string, folder: string) => existsSync(`${root}/${level}/submissions/${folder}`)
  ? readdirSync(`${root}/${level}/submissions/${folder}`).filter(name => name.endsWith(".json")) : [];

/** The end codes in all worlds, in their order. */
function ends(level: File, program: Program): [number, string][] {
  const worlds = level.worlds.map(world => readWorld(world, level.signs));
  const tree = treeOf(program, worlds[0]!.robots.length);
  return worlds.map(world => [world.id, runWorld(world, tree, level.win ?? [], level.ticks ?? 500).end.code]);
}

test("there are levels", () => assert.ok(levels.length >= 32));

for (const name of levels) {
  const level = json<File>(`${root}/${name}/level.json`);
  test(`${name}: every right program succeeds on every map, the ideal one with as many blocks as the goal`, () => {
    for (const file of solutions(name, "accepted")) {
      const program = json<Program>(`${root}/${name}/submissions/accepted/${file}`);
      assert.deepEqual(ends(level, program).filter(([, code]) => code !== "ok"), [], file);
      if (file === "ideal.json" && level.goal) assert.equal(counted(program), level.goal.blocks, file);
    }
  });
  test(`${name}: every wrong program fails first where and as its level says`, () => {
    for (const file of solutions(name, "wrong_answer")) {
      const program = json<Program>(`${root}/${name}/submissions/wrong_answer/${file}`);
      const wanted = level.wrong?.[file.replace(/\.json$/, "")];
      if (wanted) assert.deepEqual(ends(level, program).find(([, code]) => code !== "ok"), [wanted.world, wanted.end], file);
    }
  });
}
