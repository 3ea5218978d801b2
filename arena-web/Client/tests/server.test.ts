import assert from "node:assert/strict";
import { afterEach, test } from "node:test";
import type { Program } from "../src/puzzles/program";
import { type Heard, lineOf, saverOf, type Send } from "../src/puzzles/server";

const programs = [1, 2, 3].map((n): Program => ({ variables: [{ id: "v", name: `n${n}` }] }));
const won = { stars: 3, almost: false, blocks: 5, missing: [], worlds: [], said: null, late: null };
const answer = (status: number, body: object = won): Response => new Response(JSON.stringify(body), { status });
const lost = () => Promise.reject(new TypeError("no network"));

const real = { setTimeout: globalThis.setTimeout, clearTimeout: globalThis.clearTimeout, now: Date.now };
afterEach(() => {
  Object.assign(globalThis, { setTimeout: real.setTimeout, clearTimeout: real.clearTimeout });
  Date.now = real.now;
});

/** A clock that goes when it is told to. */
function turnedClock() {
  let now = 0, timers: { at: number; run: () => void }[] = [];
  const set = (run: () => void, wait: number) => {
    const timer = { at: now + wait, run };
    timers.push(timer);
    return timer;
  };
  Object.assign(globalThis, { setTimeout: set, clearTimeout: (timer: unknown) => { timers = timers.filter(one => one !== timer); } });
  return async (ms: number) => {
    now += ms;
    const due = timers.filter(timer => timer.at <= now);
    timers = timers.filter(timer => timer.at > now);
    due.forEach(timer => timer.run());
    for (let i = 0; i < 20; i++) await Promise.resolve();
  };
}

/** A line whose server gives these answers in turn, and whose waiting ends when the test says so. */
function lineWith(...answers: (() => Promise<Response>)[]) {
  const sent: { clientRunId: string; seq: number; ranAgo: number }[] = [], asked: string[] = [], later: (() => void)[] = [];
  const heard: Record<keyof Heard, unknown[]> = { judged: [], refused: [], waiting: [] };
  const send: Send = (address, { body }) => {
    asked.push(address);
    if (body) sent.push(JSON.parse(body as string));
    return (answers.shift() ?? (() => Promise.resolve(answer(200))))();
  };
  const line = lineOf("/run", "token", "place", {
    judged: id => heard.judged.push(id),
    refused: (_, refusal) => heard.refused.push(refusal.said),
    waiting: count => heard.waiting.push(count),
  }, send, run => later.push(run));
  const pass = () => new Promise(resolve => setImmediate(resolve));
  return { line, sent, asked, heard, pass, async again() { later.splice(0).forEach(run => run()); for (let i = 0; i < 9; i++) await pass(); } };
}

test("runs without a line are kept in their order and each is sent once it is back", async () => {
  const { line, sent, heard, again } = lineWith(lost, lost, lost);
  for (const [at, program] of programs.entries()) await line.run(program, at + 1, () => undefined);
  assert.equal(heard.waiting.at(-1), 3);
  sent.length = 0;
  await again();
  assert.deepEqual(sent.map(run => run.seq), [1, 2, 3]);
  assert.equal(new Set(heard.judged).size, 3);
  assert.equal(heard.waiting.at(-1), 0);
});

test("a run whose answer was lost is sent again under the same name", async () => {
  const { line, sent, heard, again } = lineWith(lost);
  let name = "";
  await line.run(programs[0]!, 1, id => { name = id; });
  await again();
  assert.deepEqual(sent.map(run => run.clientRunId), [name, name]);
  assert.deepEqual(heard.judged, [name]);
  assert.match(name, /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
});

test("what is refused for good is told and forgotten, what is refused for now stays", async () => {
  const { line, sent, heard, again } = lineWith(() => Promise.resolve(answer(409, { said: "pause", again: true })), () => Promise.resolve(answer(400, { said: "no", again: false })));
  await line.run(programs[0]!, 1, () => undefined);
  assert.deepEqual(heard.refused, []);
  await again();
  await again();
  assert.deepEqual(heard.refused, ["no"]);
  assert.equal(sent.length, 2);
});

test("a verdict that comes later is asked for until it is there", async () => {
  const { line, asked, heard, again } = lineWith(() => Promise.resolve(answer(202, { submission: 7 })), lost, () => Promise.resolve(answer(202, { submission: 7 })));
  await line.run(programs[0]!, 1, () => undefined);
  for (let i = 0; i < 3; i++) await again();
  assert.deepEqual(asked, ["/run", "/run?bai=7", "/run?bai=7", "/run?bai=7"]);
  assert.equal(heard.judged.length, 1);
});

test("what is sent late says how long ago it was made, whatever the device's clock does", async () => {
  const { line, sent, again } = lineWith(lost, lost);
  Date.now = () => 5_000_000;
  await line.run(programs[0]!, 1, () => undefined);
  Date.now = () => 5_060_000;
  await again();
  Date.now = () => 10;
  await again();
  assert.deepEqual(sent.map(run => run.ranAgo), [0, 60_000, 0]);
});

/** A saver whose timers and server the test turns. */
function saverWith(...answers: (() => Promise<Response>)[]) {
  const bodies: { seq: number; program: Program }[] = [], told: [boolean, number | undefined][] = [];
  let program = programs[0]!;
  const pass = turnedClock();
  const saver = saverOf("/save", "token", "place", 4, () => program, (isSaved, newer) => told.push([isSaved, newer?.seq]), (_, { body }) => {
    bodies.push(JSON.parse(body as string));
    return (answers.shift() ?? (() => Promise.resolve(answer(200, {}))))();
  });
  return { saver, bodies, told, change: (to: Program) => { program = to; saver.changed(); }, pass };
}

test("changes are saved once, half a second after the last", async () => {
  const { bodies, change, pass, told } = saverWith();
  change(programs[1]!);
  await pass(400);
  change(programs[2]!);
  await pass(499);
  assert.equal(bodies.length, 0);
  await pass(1);
  assert.deepEqual(bodies, [{ seq: 6, program: programs[2] }]);
  assert.deepEqual(told, [[true, undefined]]);
});

test("what changes while it is saved is told as saved only when it is", async () => {
  let arrive = (_: Response) => undefined as void;
  const { bodies, change, pass, told } = saverWith(() => new Promise(resolve => { arrive = resolve; }));
  change(programs[1]!);
  await pass(500);
  change(programs[2]!);
  arrive(answer(200, {}));
  await pass(0);
  assert.deepEqual(told, []);
  await pass(500);
  assert.deepEqual(bodies.map(body => body.program), [programs[1], programs[2]]);
  assert.deepEqual(told, [[true, undefined]]);
});

test("a save that failed is tried again with the newest program", async () => {
  const { bodies, change, pass, told } = saverWith(lost);
  change(programs[1]!);
  await pass(500);
  assert.deepEqual(told, [[false, undefined]]);
  change(programs[2]!);
  await pass(60_000);
  assert.deepEqual(bodies.map(body => body.seq), [5, 6]);
  assert.deepEqual(told.at(-1), [true, undefined]);
});

test("a program that another page saved later is handed over and counted on from", async () => {
  const { saver, change, pass, told } = saverWith(() => Promise.resolve(answer(200, { savedSeq: 40, saved: { seq: 40, program: programs[0] } })));
  change(programs[1]!);
  await pass(500);
  assert.deepEqual(told, [[true, 40]]);
  assert.equal(saver.seq, 40);
});
