import assert from "node:assert/strict";
import { test } from "node:test";
import { painted, resizings, rowsOf } from "../src/maker/rows";
import { drawnTo, endOf, inkOf, type Stroke, strokesOf, textOf, undrawn } from "../src/maker/strokes";

test("a new robot takes the place of the old one, and rows that are too short end in wall", () => {
  assert.deepEqual(rowsOf(">..\n.\n"), [">..", ".##"]);
  assert.deepEqual(painted([">..", "..."], 1, 1, "^"), ["...", ".^."]);
  assert.deepEqual(rowsOf(""), ["."]);
});

test("a map is never smaller than a cell and never wider or higher than sixteen", () => {
  const [, lower, wider, narrower] = resizings;
  assert.deepEqual([lower!(["."]), narrower!(["."])], [["."], ["."]]);
  assert.deepEqual([wider!([".".repeat(16)]), wider!(["."])], [[".".repeat(16)], [".."]]);
});

test("a pen that is put beside where it is draws on, and anywhere else it begins anew", () => {
  const places: [number, number][] = [[1, 2], [2, 2], [2, 3], [5, 5]];
  const strokes = places.reduce((drawn, [x, y]) => drawnTo(drawn, x, y), [] as Stroke[]);
  assert.equal(textOf(strokes), "3 2 ES\n6 6");
  assert.deepEqual(strokesOf(textOf(strokes)), strokes);
  assert.equal(textOf(drawnTo(strokes, 5, 5)), textOf(strokes));
  assert.deepEqual([undrawn(strokes), undrawn(undrawn(strokes))].map(textOf), ["3 2 ES", "3 2 E"]);
  assert.deepEqual(endOf(strokes[0]!), { x: 2, y: 3 });
});

test("a line leaves a cell on one side and comes into the next on the other", () => {
  assert.deepEqual([...inkOf(strokesOf("1 1 ES"))].map(([cell, sides]) => [cell, [...sides].join("")]), [["0,0", "E"], ["1,0", "WS"], ["1,1", "N"]]);
  assert.deepEqual(strokesOf("hàng 1\n0 x E\n2 3"), [{ x: 2, y: 1, walk: "" }]);
});
