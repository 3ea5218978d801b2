import { EventStreamParser, type StreamEvent } from "./event-stream";
import { next, START, type Outcome, type Pace } from "./pace";

/** Tabs that come or change at once are answered by one stream. */
const SETTLE = 50;
/** The first word comes at once unless something holds it back. */
const FIRST_WORD = 4_000;
/** The server says something every 15 s (LiveStream.cs). */
const SILENCE = 40_000;
/** From then on a stream counts as one that stood. */
const STOOD = 15_000;

/** What the line is for. */
export interface Listener {
  /** Number of the last event that is known; null: none is. */
  position(): number | null;
  hear(event: StreamEvent): void;
  /** None of the topics may be heard. */
  refuse(): void;
  live(on: boolean): void;
  /** Somebody looks at a page. */
  isWatched(): boolean;
}

/** Time, chance and network, for tests. */
export interface World {
  now(): number;
  chance(): number;
  /** Calls back once; the function that it gives forgets the call. */
  later(milliseconds: number, action: () => void): () => void;
  fetch(address: string, options: RequestInit): Promise<Response>;
}

export const realWorld: World = {
  now: () => performance.now(),
  chance: Math.random,
  later: (milliseconds, action) => {
    const timer = setTimeout(action, milliseconds);
    return () => clearTimeout(timer);
  },
  fetch: (address, options) => fetch(address, options),
};

/** The browser's one connection for changes: a stream where one passes, else a question now and then. */
export class Line {
  private session: AbortController | null = null;
  private pace: Pace = START;
  private goOn = () => {};

  constructor(private readonly address: string, private readonly listener: Listener, private readonly world: World = realWorld) {}

  /** Listens to these topics from the listener's position on, and to no others any more. */
  go(topics: readonly string[]): void {
    this.close();
    this.session = new AbortController();
    void this.run(topics, this.session.signal);
  }

  close(): void {
    this.session?.abort();
    this.session = null;
  }

  /** Somebody looks again: where it asks now and then, it asks now. */
  wake(): void {
    if (this.pace.asks && this.pace.failures === 0) this.goOn();
  }

  private async run(topics: readonly string[], signal: AbortSignal): Promise<void> {
    await this.pause(SETTLE, signal);
    while (!signal.aborted) {
      const outcome = !this.pace.asks ? await this.listen(topics, signal)
        : this.listener.isWatched() ? await this.ask(topics, signal)
        : "asleep";
      if (signal.aborted) return;
      const { pace, wait } = next(this.pace, outcome, this.world.now(), this.world.chance());
      this.pace = pace;
      if (outcome === "failed" || outcome === "broken") this.listener.live(false);
      await this.pause(wait, signal);
    }
  }

  private async listen(topics: readonly string[], signal: AbortSignal): Promise<Outcome> {
    const began = this.world.now();
    const outcome = await this.hear(this.addressOf(topics), FIRST_WORD, SILENCE, signal);
    return outcome !== "ended" ? outcome : this.world.now() - began >= STOOD ? "broken" : "failed";
  }

  private async ask(topics: readonly string[], signal: AbortSignal): Promise<Outcome> {
    const outcome = await this.hear(this.addressOf(topics) + "&mot-lan=1", SILENCE, SILENCE, signal);
    return outcome === "ended" ? "answered" : "failed";
  }

  /** Hears an answer to its end, which a silence brings too. */
  private async hear(address: string, first: number, silence: number, signal: AbortSignal): Promise<Outcome | "ended"> {
    const attempt = new AbortController();
    const stop = () => attempt.abort();
    signal.addEventListener("abort", stop);
    let mute = false, heard = false;
    const wait = (time: number) => this.world.later(time, () => { mute = true; stop(); });
    let forget = wait(first);
    try {
      const answer = await this.world.fetch(address, { signal: attempt.signal, cache: "no-store", credentials: "same-origin" });
      if (answer.status === 403) this.listener.refuse();
      if (answer.status === 429) return "full";
      if (!answer.ok || !answer.headers.get("Content-Type")?.startsWith("text/event-stream")) return "failed";
      const [reader, letters, parser] = [answer.body!.getReader(), new TextDecoder(), new EventStreamParser()];
      for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
        if (signal.aborted) break;
        forget();
        forget = wait(silence);
        if (!heard) this.listener.live(heard = true);
        for (const event of parser.push(letters.decode(piece.value, { stream: true }))) this.listener.hear(event);
      }
      return heard ? "ended" : "failed";
    } catch {
      return mute ? "mute" : heard ? "ended" : "failed";
    } finally {
      forget();
      stop();
      signal.removeEventListener("abort", stop);
    }
  }

  private addressOf(topics: readonly string[]): string {
    const position = this.listener.position();
    const known = position === null ? "" : `&sau=${position}`;
    return `${this.address}?nghe=${[...topics].sort().join("+")}${known}`;
  }

  private pause(milliseconds: number, signal: AbortSignal): Promise<void> {
    return new Promise(resolve => {
      const end = () => {
        forget();
        signal.removeEventListener("abort", end);
        resolve();
      };
      const forget = this.world.later(milliseconds, end);
      signal.addEventListener("abort", end);
      this.goOn = end;
    });
  }
}
