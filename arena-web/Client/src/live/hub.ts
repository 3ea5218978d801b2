import type { StreamEvent } from "./event-stream";
import { Line, realWorld, type World } from "./line";
import type { News, Told, Wish } from "./messages";

/** Holds the browser's one stream for all tabs that wish something: hears all that any of them wants, and tells it to all. */
export class Hub {
  private readonly line: Line;
  private readonly wishes = new Map<string, Wish>();
  /** What the stream bears; it may be more than is still wished, which is no reason to open it anew. */
  private borne: ReadonlySet<string> = new Set();
  private readonly refused = new Set<string>();
  /** The last number that was told of a topic. */
  private readonly last = new Map<string, number>();
  /** How a topic stands that has no numbers, for tabs that come later. */
  private readonly standing = new Map<string, News>();
  private position: number | null = null;
  private live = false;

  constructor(address: string, private readonly tell: (told: Told) => void, world: World = realWorld) {
    this.line = new Line(address, {
      position: () => this.position,
      hear: event => this.hear(event),
      refuse: () => [...this.borne].forEach(topic => this.refuse(topic)),
      live: on => this.tell({ kind: "live", on: this.live = on }),
      isWatched: () => [...this.wishes.values()].some(wish => wish.visible),
    }, world);
  }

  /** A tab comes, is looked at, is left alone, or leaves. */
  take(wish: Wish): void {
    const isNew = !this.wishes.has(wish.tab);
    if (wish.topics.length === 0) this.wishes.delete(wish.tab);
    else this.wishes.set(wish.tab, wish);
    // Whoever was refused may have signed in since: a new page was made for somebody.
    if (isNew) wish.topics.forEach(topic => this.refused.delete(topic));
    const wanted = this.wanted();
    if (wanted.length === 0) this.close();
    else if (!wanted.every(topic => this.borne.has(topic))) this.open(wanted, wish.after);
    else if (isNew && wish.topics.some(topic => (this.last.get(topic) ?? 0) > wish.after)) this.open(wanted, wish.after);
    else this.greet(wish);
  }

  close(): void {
    this.line.close();
    this.borne = new Set();
    this.position = null;
    this.live = false;
  }

  private wanted(): string[] {
    const all = new Set([...this.wishes.values()].flatMap(wish => wish.topics));
    return [...all].filter(topic => !this.refused.has(topic));
  }

  /** Opens the stream anew; what a tab does not know yet is told again, which does nobody harm. */
  private open(wanted: string[], after: number): void {
    this.borne = new Set(wanted);
    this.position = this.position === null ? after : Math.min(this.position, after);
    this.line.go(wanted);
  }

  private greet(wish: Wish): void {
    for (const topic of wish.topics) {
      const news = this.standing.get(topic);
      if (news) this.tell({ kind: "news", news });
    }
    if (this.live) this.tell({ kind: "live", on: true });
    if (wish.visible) this.line.wake();
  }

  private hear(event: StreamEvent): void {
    if (event.id !== null) this.position = event.id;
    if (event.name === "") return;
    const detail = JSON.parse(event.data) as Record<string, unknown>;
    const topic = String(detail["topic"]);
    if (event.name === "refused") {
      this.refuse(topic);
      return;
    }
    const news: News = { topic, name: event.name, id: event.id, detail };
    if (event.id !== null) this.last.set(topic, event.id);
    else if (event.name === "board") this.standing.set(topic, news);
    this.tell({ kind: "news", news });
  }

  private refuse(topic: string): void {
    this.refused.add(topic);
    this.tell({ kind: "refused", topic });
    if (this.wanted().length === 0) this.close();
  }
}
