import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { together } from "../src/puzzles/beside";
import type { Level } from "../src/puzzles/level";
import type { Program, StoredBlock } from "../src/puzzles/program";
import { runWorld } from "../src/puzzles/run";
import { textOf } from "../src/puzzles/text";
import { treeOf, Unfinished } from "../src/puzzles/tree";
import { sentenceOf, verdictOf } from "../src/puzzles/verdict";
import { Words } from "../src/puzzles/words";
import { readWorld } from "../src/puzzles/world";

const root = "../../problems/worlds";
const json = <T>(path: string): T => JSON.parse(readFileSync(`${root}/${path}`, "utf8")) as T;
const ideal = (level: string) => json<Program>(`${level}/submissions/accepted/ideal.json`);
const level = (name: string) => json<Level>(`${name}/level.json`);

function run(name: string, program: Program, world = 0) {
  const { worlds, win, signs } = level(name), start = readWorld(worlds[world]!, signs);
  return runWorld(start, treeOf(program, start.robots.length), win ?? [], 500);
}

test("each frame lights the action and the loop around it, and the first frame lights nothing", () => {
  const { frames, end } = run("a07", ideal("a07"));
  assert.deepEqual(frames.map(frame => frame.robots[0]!.chain).slice(0, 5), [[], [1, 3], [1, 4], [1, 5], [1, 6]]);
  assert.deepEqual([end.code, end.tick, frames.length], ["ok", 16, 17]);
});

test("of two runs stepped together the one that is over stays where it ended", () => {
  assert.deepEqual(together([["a0", "a1", "a2"], ["b0"]]), [["a0", "b0"], ["a1", "b0"], ["a2", "b0"]]);
});

test("frames of the past stay as they were, so that steps back are steps back", () => {
  const { frames } = run("a13", ideal("a13"));
  const counts = frames.map(frame => frame.things.reduce((sum, count) => sum + count, 0));
  assert.deepEqual(counts, [5, 5, 4, 3, 3, 3, 2, 1, 0, 0]);
  assert.deepEqual(frames.map(frame => frame.robots[0]!.bag).at(-1), 5);
});

test("a robot that runs against a wall is shown at it, with the block that sent it there", () => {
  const forward = (next?: StoredBlock): StoredBlock => ({ type: "sc_forward", id: "f", ...(next ? { next: { block: next } } : {}) });
  const program: Program = { blocks: { blocks: [{ type: "sc_start", next: { block: forward(forward()) } }] } };
  const { frames, end } = run("a07", program);
  assert.deepEqual([end.code, end.tick, end.block, end.cell], ["hit_wall", 2, 2, { x: 1, y: 4 }]);
  assert.deepEqual(frames.map(frame => frame.robots[0]!.bumped), [false, false, true]);
});

test("a program without blocks, or with a gap, is not run and the gap is named", () => {
  const hat = (next?: StoredBlock): Program => ({ blocks: { blocks: [{ type: "sc_start", id: "s", ...(next ? { next: { block: next } } : {}) }] } });
  const gapOf = (program: Program) => { try { treeOf(program, 1); } catch (gap) { return (gap as Unfinished).block; } return "none"; };
  assert.equal(gapOf(hat()), null);
  assert.equal(gapOf(hat({ type: "sc_if", id: "gap" })), "gap");
  assert.equal(gapOf(hat({ type: "sc_call", id: "lost", fields: { NAME: { id: "p" } } })), "lost");
  assert.equal(gapOf(hat({ type: "sc_stop", id: "fine" })), "none");
});

test("a loop that never ends and does nothing ends by itself", () => {
  const program: Program = { blocks: { blocks: [{ type: "sc_start", next: { block: { type: "sc_until_when", id: "u", fields: { WHEN: "goal" } } } }] } };
  assert.deepEqual([run("a07", program).end.code, run("a07", program).end.block], ["idle_loop", 1]);
});

const lines = (program: Program, kind: "pascal" | "python", language: "vi" | "en" = "vi") => textOf(program, kind, language).map(line => line.text);

test("blocks read as Pascal and as Python", () => {
  assert.deepEqual(lines(ideal("a07"), "pascal"), ["uses SRobot;", "", "var lan1: LongInt;", "", "begin", "  for lan1 := 1 to 4 do begin", "    TienLen;", "    QuayTrai;",
    "    TienLen;", "    QuayPhai;", "  end;", "end."]);
  assert.deepEqual(lines(ideal("a07"), "python", "en"), ["from srobot import *", "", "for _ in range(4):", "  forward()", "  turn_left()", "  forward()", "  turn_right()"]);
});

test("lines name their blocks, and what is missing is a question mark", () => {
  const program: Program = { blocks: { blocks: [{ type: "sc_start", next: { block: { type: "sc_if", id: "i" } } }] } };
  assert.deepEqual(textOf(program, "python", "vi"), [{ text: "from srobot import *", block: -1 }, { text: "", block: -1 }, { text: "if ?:", block: 1 }, { text: "  pass", block: 1 }]);
});

const sentences = JSON.parse(readFileSync("../Words/vi/player.json", "utf8")) as Record<string, string>;
const words = new Words(Object.fromEntries(Object.entries(sentences).map(([key, text]) => [key.replace("player.", ""), text])));
const verdict = { stars: 0, almost: false, blocks: 9, missing: [], worlds: [], said: null, late: null };

test("a pupil hears how it ended, at which block, and whether a map is still to come", () => {
  const sentences = { hit_wall: "Ở bước {0} robot đâm vào tường.", told_wrong: "Robot báo {1}.", told_nothing: "Robot chưa báo." };
  const ok = { end: { code: "ok" as const, tick: 3, robot: 0, cell: { x: 0, y: 0 }, block: 1, number: 0 } };
  const wall = { end: { ...ok.end, code: "hit_wall" as const, tick: 7 } }, silent = { end: { ...ok.end, code: "told_wrong" as const, block: -1 } };
  assert.equal(sentenceOf({ sentences, hidden: 0, free: false }, words, [wall], 0, "tiến một bước"), "Ở bước 7 robot đâm vào tường. Khối đang sáng: “tiến một bước”.");
  assert.equal(sentenceOf({ sentences, hidden: 0, free: false }, words, [silent], 0, null), "Robot chưa báo.");
  assert.equal(sentenceOf({ sentences, hidden: 0, free: false }, words, [ok, ok], 1, null), "Robot đã làm xong mọi bản đồ.");
  assert.equal(sentenceOf({ sentences, hidden: 1, free: false }, words, [ok, ok], 1, null), "Bản đồ 2 đã xong.");
  assert.equal(sentenceOf({ sentences, hidden: 0, free: true }, words, [ok], 0, null), "Robot đã chạy xong chương trình của em.");
});

test("the judge's word names stars, what is missing for more, and a hidden map that failed", () => {
  const level = { goal: { blocks: 5, concepts: ["repeat"] }, free: false };
  assert.equal(verdictOf(level, words, { ...verdict, stars: 3 }), "Robot đã làm xong mọi bản đồ. Em được 3 sao.");
  assert.match(verdictOf(level, words, { ...verdict, stars: 2 })!, /9 khối.*5 khối/);
  assert.match(verdictOf(level, words, { ...verdict, stars: 1, missing: ["repeat"] })!, /lặp … lần/);
  assert.match(verdictOf(level, words, { ...verdict, almost: true, worlds: [{ id: 3, hidden: true, end: { code: "hit_wall", said: "Đâm vào tường." } }] })!, /bản đồ ẩn.*Đâm vào tường/i);
  assert.equal(verdictOf(level, words, verdict), null);
});
