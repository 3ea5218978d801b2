import assert from "node:assert/strict";
import { test } from "node:test";
import { faceAt } from "../src/islands/clock";

const HOUR = 3_600_000, DAY = 24 * HOUR;

// The same cases as ClockFaceTests.cs: server and browser draw one clock.
test("a contest of three hours", () => {
  const cases: [number, string, string, string][] = [
    [-90, "before", "calm", "01:30"],
    [0, "running", "calm", "3:00:00"],
    [10799.4, "running", "last", "00:01"],
    [10199, "running", "calm", "10:01"],
    [10200, "running", "soon", "10:00"],
    [10740, "running", "last", "01:00"],
    [10800, "over", "over", ""],
  ];
  for (const [secondsIn, phase, mood, digits] of cases) {
    assert.deepEqual(faceAt(secondsIn * 1000, 0, 3 * HOUR), { phase, mood, digits, days: 0 });
  }
});

test("from two days on the days say enough", () => {
  assert.equal(faceAt(-2 * DAY, 0, 3 * HOUR).days, 2);
  assert.equal(faceAt(-2 * DAY + 1000, 0, 3 * HOUR).days, 0);
});

test("while it is paused it says so with the time that is left", () => {
  assert.deepEqual(faceAt(HOUR, 0, 2 * HOUR, true), { phase: "paused", mood: "calm", digits: "1:00:00", days: 0 });
});
