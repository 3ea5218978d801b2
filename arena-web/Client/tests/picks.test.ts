import assert from "node:assert/strict";
import { test } from "node:test";
import { nextLabel } from "../src/islands/picks";

test("labels go on as they began", () => {
  const cases: [string[], string][] = [
    [[], "BAI1"],
    [["", " "], "BAI1"],
    [["BAI1", "BAI2"], "BAI3"],
    [["BAI10", "BAI9"], "BAI11"],
    [["a", "b"], "C"],
    [["B", "A"], "C"],
  ];
  for (const [labels, next] of cases) assert.equal(nextLabel(labels), next);
});

test("after a label that has no next one nothing is offered", () => {
  assert.equal(nextLabel(["Z"]), "");
  assert.equal(nextLabel(["SONUT"]), "");
});
