import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import type { Level, WorldFile } from "../src/puzzles/level";
import type { Program } from "../src/puzzles/program";
import { runWorld } from "../src/puzzles/run";
import { textOf } from "../src/puzzles/text";
import { TraceRecorder } from "../src/puzzles/trace";
import type { Tree } from "../src/puzzles/tree";
import { readWorld } from "../src/puzzles/world";
import { randomPair } from "./random-pair";

const vectors = "../../tests/Vectors";
type TracedLevel = Pick<Level, "win" | "signs"> & { ticks?: number; worlds: WorldFile[] };

/** The trace as the judge writes it, byte for byte. */
function traceOf(level: TracedLevel, program: Tree): string {
  const recorder = new TraceRecorder(), world = readWorld(level.worlds[0]!, level.signs);
  const { end, frames } = runWorld(world, program, level.win ?? [], level.ticks ?? 500, recorder);
  return JSON.stringify({
    v: 1, w: world.id, ticks: frames.length - 1,
    end: { code: end.code, robot: end.robot, t: end.tick, cell: [end.cell.x, end.cell.y], b: end.block, n: end.number },
    h: recorder.hashes, s: Buffer.from(recorder.bytes).toString("base64url"),
  });
}

test("known programs give the judge's traces", () => {
  const known = JSON.parse(readFileSync(`${vectors}/worlds.json`, "utf8")) as { name: string; level: TracedLevel; program: Tree; trace: object }[];
  assert.ok(known.length > 150);
  for (const { name, level, program, trace } of known) assert.equal(traceOf(level, program), JSON.stringify(trace), name);
});

/** Sixteen bits of FNV-1a of 64. */
function folded(trace: string): string {
  let hash = 0xcbf29ce484222325n;
  for (const byte of Buffer.from(trace)) hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x100000001b3n);
  return [0n, 16n, 32n, 48n].reduce((sum, shift) => sum ^ Number(hash >> shift & 0xffffn), 0).toString(16).padStart(4, "0");
}

test("ten thousand random programs give the judge's traces", () => {
  const known = readFileSync(`${vectors}/worlds-random.txt`, "utf8").replaceAll("\n", "").match(/.{4}/g)!;
  assert.equal(known.length, 10_000);
  for (const [seed, hash] of known.entries()) {
    const { level, program } = randomPair(seed);
    assert.equal(folded(traceOf(level, program)), hash, `seed ${seed}`);
  }
});

test("programs are said in Pascal and Python as the judge says them", () => {
  type Lines = Record<"vi" | "en", [number, string][]>;
  const { cases } = JSON.parse(readFileSync(`${vectors}/world-texts.json`, "utf8")) as
    { cases: { name: string; robots: number; program?: Program; file?: string; lines: Record<"pascal" | "python", Lines> }[] };
  assert.ok(cases.length > 30);
  for (const { name, robots, program, file, lines } of cases) {
    const said = program ?? JSON.parse(readFileSync(`../../${file}`, "utf8")) as Program;
    for (const kind of ["pascal", "python"] as const) {
      for (const language of ["vi", "en"] as const) {
        assert.deepEqual(textOf(said, kind, language, robots).map(({ text, block }) => [block, text]), lines[kind][language], `${name} in ${kind}, ${language}`);
      }
    }
  }
});
