import assert from "node:assert/strict";
import { afterEach, beforeEach, test } from "node:test";
import { type Answer, autosave, type Kept, onOpening } from "../src/editor/autosave";
import type { Text } from "../src/editor/draft";

const text = (words: string): Text => ({ language: "pascal", text: words });
const kept = (words: string, at: number): Kept => ({ ...text(words), at, writer: "w", said: "" });

test("a page that shows nothing takes what the server has", () => {
  assert.equal(onOpening(text(""), { seen: 0, state: "saved" }, kept("a", 1)), "take");
});

test("a page whose text was saved takes what came later", () => {
  assert.equal(onOpening(text("a"), { seen: 1, state: "saved" }, kept("b", 2)), "take");
});

test("a text that the server has not is never replaced but offered the other", () => {
  assert.equal(onOpening(text("mine"), { seen: 1, state: "typed" }, kept("b", 2)), "offer");
  assert.equal(onOpening(text("mine"), { seen: 0, state: "saved" }, kept("b", 2)), "offer");
  assert.equal(onOpening(text("mine"), { seen: 1, state: "handed" }, kept("b", 2)), "offer");
});

test("what this page has seen, shows or cannot show changes nothing", () => {
  assert.equal(onOpening(text("mine"), { seen: 2, state: "typed" }, kept("b", 2)), "keep");
  assert.equal(onOpening(text("b"), { seen: 0, state: "saved" }, kept("b", 2)), "keep");
  assert.equal(onOpening(text("mine"), { seen: 0, state: "saved" }, kept("", 2)), "keep");
  assert.equal(onOpening(text("mine"), { seen: 0, state: "typed" }, null), "keep");
});

const real = { setTimeout: globalThis.setTimeout, clearTimeout: globalThis.clearTimeout, now: Date.now };
let now = 0;
let timers: { at: number; run: () => void }[] = [];

beforeEach(() => {
  now = 1_000_000;
  timers = [];
  Date.now = () => now;
  globalThis.setTimeout = ((run: () => void, wait: number) => {
    const timer = { at: now + wait, run };
    timers.push(timer);
    return timer;
  }) as unknown as typeof setTimeout;
  globalThis.clearTimeout = (timer => { timers = timers.filter(one => one !== timer as unknown); }) as typeof clearTimeout;
});

afterEach(() => {
  Object.assign(globalThis, { setTimeout: real.setTimeout, clearTimeout: real.clearTimeout });
  Date.now = real.now;
});

/** Lets time pass and what hangs on it be done. */
async function pass(milliseconds: number): Promise<void> {
  for (const end = now + milliseconds; ;) {
    const due = timers.filter(timer => timer.at <= end).sort((one, two) => one.at - two.at)[0];
    now = due?.at ?? end;
    timers = timers.filter(timer => timer !== due);
    due?.run();
    await new Promise(resolve => setImmediate(resolve));
    if (!due) return;
  }
}

function page() {
  const at = { shown: "", saved: [] as { text: string; seen: number; at: number }[], told: [] as (Answer | null)[], away: false };
  const server = {
    find: () => Promise.reject(new Error()),
    save: (written: Text, seen: number): Promise<Answer> => {
      if (at.away) return Promise.reject(new Error("away"));
      at.saved.push({ text: written.text, seen, at: now });
      return Promise.resolve({ newest: kept(written.text, at.saved.length), other: null });
    },
  };
  const saver = autosave(server, () => text(at.shown), answer => at.told.push(answer));
  return { at, saver, type: (words: string) => { at.shown = words; saver.changed(); } };
}

test("a change is saved after half a second, and the next ones two seconds apart", async () => {
  const { at, type } = page();
  const began = now;
  for (let i = 0; i < 50; i++) {
    type(`${i}`);
    await pass(100);
  }
  await pass(5_000);
  assert.equal(at.saved[0]!.at - began, 500);
  assert.equal(at.saved.at(-1)!.text, "49");
  at.saved.slice(1).forEach((save, i) => assert.ok(save.at - at.saved[i]!.at >= 2_000));
  assert.deepEqual(at.saved.map(save => save.seen), at.saved.map((_, i) => i));
});

test("a minute without a network loses nothing, and every failure is told", async () => {
  const { at, type } = page();
  at.away = true;
  type("written in the dark");
  await pass(60_000);
  assert.ok(at.told.length > 1 && at.told.every(answer => answer === null));
  at.away = false;
  await pass(30_000);
  assert.deepEqual(at.saved.map(save => save.text), ["written in the dark"]);
  assert.notEqual(at.told.at(-1), null);
});

test("when the network is back it does not wait", async () => {
  const { at, saver, type } = page();
  at.away = true;
  type("a");
  await pass(500);
  at.away = false;
  saver.hurry();
  await pass(0);
  assert.equal(at.saved.length, 1);
});

test("what was handed in is not saved any more", async () => {
  const { at, saver, type } = page();
  type("a");
  saver.end();
  await pass(60_000);
  assert.equal(at.saved.length, 0);
});
