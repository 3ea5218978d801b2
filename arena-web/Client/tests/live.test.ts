import assert from "node:assert/strict";
import { test } from "node:test";
import { EventStreamParser } from "../src/live/event-stream";
import { Hub } from "../src/live/hub";
import type { World } from "../src/live/line";
import type { Told, Wish } from "../src/live/messages";
import { next, spread, START, type Outcome } from "../src/live/pace";
import { Tab } from "../src/live/tab";

const CLOCK = 'event: clock\ndata: {"topic":"contest:1","now":1}\n\n';
const news = (id: number, topic = "entrant:7") => `id: ${id}\nevent: submission\ndata: {"topic":"${topic}","id":3}\n\n`;

test("a stream means the same in whatever pieces it comes", () => {
  const text = CLOCK + news(12) + "id: 40\n\n:\n\n";
  const whole = new EventStreamParser().push(text);
  for (let cut = 1; cut < text.length; cut++) {
    const parser = new EventStreamParser();
    assert.deepEqual([...parser.push(text.slice(0, cut)), ...parser.push(text.slice(cut))], whole);
  }
  assert.deepEqual(whole.map(event => [event.name, event.id]), [["clock", null], ["submission", 12], ["", 40]]);
});

test("what has no end is no stream", () => {
  const parser = new EventStreamParser();
  assert.throws(() => { for (let i = 0; i < 100; i++) parser.push("x".repeat(1000)); });
});

test("twelve hundred browsers do not come back in one second", () => {
  const moments = Array.from({ length: 1200 }, (_, i) => spread(0, i / 1200));
  const busiest = Math.max(...[1, 2, 3, 4].map(second => moments.filter(at => Math.floor(at / 1000) === second - 0).length));
  assert.ok(busiest <= 401, `${busiest} in one second`);
  assert.ok(Math.min(...moments) >= 1000);
});

test("pauses grow to half a minute and no further", () => {
  const longest = [0, 1, 2, 3, 4, 50, 5000].map(failures => spread(failures, 1));
  assert.deepEqual(longest, [4_000, 8_000, 16_000, 30_000, 30_000, 30_000, 30_000]);
});

test("a stream that is held back is given up for questions and tried again ever more rarely", () => {
  let pace = START;
  const gaps: number[] = [];
  for (let now = 0, last = 0; gaps.length < 6; now += 1000) {
    if (!pace.asks) {
      gaps.push(now - last);
      last = now;
      pace = next(pace, "mute", now, 0).pace;
    } else {
      pace = next(pace, "answered", now, 0).pace;
    }
  }
  assert.deepEqual(gaps.map(gap => Math.round(gap / 60_000)), [0, 1, 2, 4, 8, 10]);
});

test("a stream that stood makes good for what failed before", () => {
  const outcomes: Outcome[] = ["failed", "failed", "mute", "broken"];
  const pace = outcomes.reduce((now, outcome) => next(now, outcome, 0, 0).pace, START);
  assert.deepEqual([pace.failures, pace.givenUp], [0, 0]);
});

test("tabs of one kind share a stream, and another kind opens it anew from where it was", async () => {
  const net = new Net();
  const hub = net.hub();
  hub.take(wish("a", ["contest:1", "entrant:7"], 10));
  await net.settle();
  net.say(CLOCK + news(12) + "id: 20\n\n");
  await net.settle();
  hub.take(wish("b", ["contest:1", "entrant:7"], 15));
  hub.take(wish("c", ["entrant:7"], 20));
  await net.settle();
  assert.deepEqual(net.asked, ["/s?nghe=contest:1+entrant:7&sau=10"]);
  hub.take(wish("d", ["board:1"], 21));
  await net.settle();
  assert.deepEqual(net.asked.slice(1), ["/s?nghe=board:1+contest:1+entrant:7&sau=20"]);
  assert.deepEqual(net.open, 1);
});

test("a page that was made before the last news is told it again", async () => {
  const net = new Net();
  const hub = net.hub();
  hub.take(wish("a", ["entrant:7"], 10));
  await net.settle();
  net.say(news(12));
  await net.settle();
  hub.take(wish("b", ["entrant:7"], 11));
  await net.settle();
  assert.deepEqual(net.asked.slice(1), ["/s?nghe=entrant:7&sau=11"]);
});

test("a tab that leaves opens nothing anew, and the last one ends the stream", async () => {
  const net = new Net();
  const hub = net.hub();
  hub.take(wish("a", ["entrant:7"], 10));
  hub.take(wish("b", ["board:1"], 10));
  await net.settle();
  hub.take(wish("b", [], 10));
  await net.settle();
  assert.equal(net.asked.length, 1);
  assert.equal(net.open, 1);
  hub.take(wish("a", [], 10));
  await net.settle();
  assert.equal(net.open, 0);
});

test("after a lost connection it goes on from the last number", async () => {
  const net = new Net();
  net.hub().take(wish("a", ["entrant:7"], 10));
  await net.settle();
  net.say(news(12) + "id: 30\n\n");
  net.end();
  await net.settle();
  assert.equal(net.asked.length, 1);
  await net.pass(5_000);
  assert.deepEqual(net.asked.slice(1), ["/s?nghe=entrant:7&sau=30"]);
});

test("a stream that says nothing is asked instead, and only while somebody looks", async () => {
  const net = new Net();
  const hub = net.hub();
  hub.take(wish("a", ["entrant:7"], 10));
  await net.settle();
  await net.pass(4_000);
  assert.deepEqual(net.asked.slice(1), ["/s?nghe=entrant:7&sau=10&mot-lan=1"]);
  net.say(news(12));
  net.end();
  await net.settle();
  assert.deepEqual(net.told.filter(told => told.kind === "news").length, 1);
  hub.take({ ...wish("a", ["entrant:7"], 12), visible: false });
  await net.pass(30_000);
  assert.equal(net.asked.length, 2);
  hub.take(wish("a", ["entrant:7"], 12));
  await net.settle();
  assert.deepEqual(net.asked.slice(2), ["/s?nghe=entrant:7&sau=12&mot-lan=1"]);
});

test("a topic that is refused is asked for no more until a new page wants it", async () => {
  const net = new Net();
  const hub = net.hub();
  hub.take(wish("a", ["contest:1", "entrant:7"], 10));
  await net.settle();
  net.say('event: refused\ndata: {"topic":"entrant:7"}\n\n' + CLOCK);
  await net.settle();
  assert.ok(net.told.some(told => told.kind === "refused" && told.topic === "entrant:7"));
  hub.take(wish("b", ["entrant:8"], 10));
  await net.settle();
  assert.equal(net.asked[1], "/s?nghe=contest:1+entrant:8&sau=10");
  hub.take(wish("c", ["entrant:7"], 10));
  await net.settle();
  assert.equal(net.asked[2], "/s?nghe=contest:1+entrant:7+entrant:8&sau=10");
});

test("a browser that may hear nothing stops asking", async () => {
  const net = new Net(403);
  net.hub().take(wish("a", ["entrant:7"], 10));
  await net.settle();
  await net.pass(600_000);
  assert.equal(net.asked.length, 1);
  assert.deepEqual(net.told, [{ kind: "refused", topic: "entrant:7" }]);
});

test("a later tab is told how the board stands", async () => {
  const net = new Net();
  const hub = net.hub();
  hub.take(wish("a", ["board:1"], 10));
  await net.settle();
  net.say('event: board\ndata: {"topic":"board:1","version":"v9"}\n\n');
  await net.settle();
  net.told.length = 0;
  hub.take(wish("b", ["board:1"], 10));
  assert.deepEqual(net.told.map(told => (told.kind === "news" ? told.news.detail["version"] : told.kind)), ["v9", "live"]);
});

test("a hidden tab asks for nothing until somebody looks, and then once", () => {
  const desk = new Desk(["contest:1", "entrant:7"]);
  desk.visible = false;
  for (const id of [11, 12, 13]) desk.tab.hear(told("entrant:7", "submission", id));
  desk.tab.hear(told("contest:1", "contest", 14));
  assert.deepEqual(desk.announced, ["contest"]);
  desk.visible = true;
  desk.tab.look();
  assert.deepEqual(desk.announced, ["contest", "submission"]);
  assert.equal(desk.wishes.at(-1)!.after, 14);
});

test("news of others is not announced and moves nothing", () => {
  const desk = new Desk(["entrant:7"]);
  desk.tab.hear(told("entrant:8", "submission", 99));
  desk.tab.look();
  assert.deepEqual(desk.announced, []);
  assert.equal(desk.wishes.at(-1)!.after, 10);
});

test("a page of somebody who has left is loaded anew when it is looked at, and never twice for nothing", () => {
  const fresh = new Desk(["entrant:7"]);
  fresh.tab.hear({ kind: "refused", topic: "entrant:7" });
  assert.equal(fresh.reloads, 0);
  const old = new Desk(["entrant:7"]);
  old.tab.hear({ kind: "live", on: true });
  old.visible = false;
  old.tab.hear({ kind: "refused", topic: "entrant:7" });
  assert.equal(old.reloads, 0);
  old.visible = true;
  old.tab.look();
  assert.equal(old.reloads, 1);
});

test("a lost line is told only when it stays away", () => {
  const desk = new Desk(["entrant:7"]);
  desk.tab.hear({ kind: "live", on: true });
  desk.tab.hear({ kind: "live", on: false });
  desk.tab.hear({ kind: "live", on: true });
  desk.timers.forEach(timer => timer());
  assert.deepEqual(desk.announced, []);
  desk.tab.hear({ kind: "live", on: false });
  desk.timers.forEach(timer => timer());
  assert.deepEqual(desk.announced, ["live"]);
});

const wish = (tab: string, topics: string[], after: number): Wish => ({ tab, topics, after, visible: true });
const told = (topic: string, name: string, id: number): Told => ({ kind: "news", news: { topic, name, id, detail: {} } });

/** A page by itself. */
class Desk {
  visible = true;
  reloads = 0;
  readonly announced: string[] = [];
  readonly wishes: Wish[] = [];
  readonly timers = new Set<() => void>();
  readonly tab: Tab;

  constructor(topics: string[]) {
    this.tab = new Tab("t", topics, 10, {
      isVisible: () => this.visible,
      announce: name => this.announced.push(name),
      reload: () => this.reloads++,
      wish: wish => this.wishes.push(wish),
      later: (_, action) => {
        this.timers.add(action);
        return () => this.timers.delete(action);
      },
    });
  }
}

/** A server and a clock that the test turns. */
class Net implements World {
  readonly asked: string[] = [];
  readonly told: Told[] = [];
  open = 0;
  private time = 0;
  private readonly timers = new Map<() => void, number>();
  private body: ReadableStreamDefaultController<Uint8Array> | null = null;

  constructor(private readonly status = 200) {}

  hub = () => new Hub("/s", told => this.told.push(told), this);
  now = () => this.time;
  chance = () => 0.5;

  later(milliseconds: number, action: () => void): () => void {
    this.timers.set(action, this.time + milliseconds);
    return () => this.timers.delete(action);
  }

  async fetch(address: string, { signal }: RequestInit): Promise<Response> {
    this.asked.push(address);
    const headers = { "Content-Type": "text/event-stream" };
    if (this.status !== 200) return new Response(null, { status: this.status });
    this.open++;
    const body = new ReadableStream<Uint8Array>({
      start: controller => {
        this.body = controller;
        signal!.addEventListener("abort", () => {
          this.open--;
          try { controller.error(new Error("aborted")); } catch { /* It has ended. */ }
        });
      },
    });
    return new Response(body, { headers });
  }

  say = (text: string) => this.body!.enqueue(new TextEncoder().encode(text));
  end = () => this.body!.close();

  /** Lets all happen that does so at once. */
  settle = () => this.pass(60);

  async pass(milliseconds: number): Promise<void> {
    const until = this.time + milliseconds;
    for (;;) {
      for (let i = 0; i < 20; i++) await new Promise(resolve => setImmediate(resolve));
      const due = [...this.timers].sort(([, a], [, b]) => a - b)[0];
      if (!due || due[1] > until) break;
      this.time = due[1];
      this.timers.delete(due[0]);
      due[0]();
    }
    this.time = until;
  }
}
