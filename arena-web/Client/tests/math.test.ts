import assert from "node:assert/strict";
import { test } from "node:test";
import { split } from "../src/islands/math";

test("formulas are found between their dollars", () => {
  assert.deepEqual(split("Cho $n$ số $$a_i$$."), ["Cho ", { tex: "n", display: false }, " số ", { tex: "a_i", display: true }, "."]);
});

test("a lone dollar is a word, also when another one follows in the next line", () => {
  assert.deepEqual(split("giá 5$"), ["giá 5$"]);
  assert.deepEqual(split("giá 5$\nhay 6$"), ["giá 5$\nhay 6$"]);
});
