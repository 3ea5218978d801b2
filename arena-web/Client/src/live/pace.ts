// When the line tries again, and whether it listens or asks now and then. Pure; milliseconds.
const SHORTEST = 4_000, LONGEST = 30_000, ASK = 5_000, LISTEN_AGAIN = 60_000, LISTEN_AGAIN_AT_MOST = 600_000;

/** How a try to hear something ended. */
export type Outcome =
  /** The stream stood for a while and broke. */
  | "broken"
  /** There was no connection, or it broke at once. */
  | "failed"
  /** The connection stands and nothing comes: something in between holds the stream back. */
  | "mute"
  /** The server has no place for another stream. */
  | "full"
  /** It asked and was answered. */
  | "answered"
  /** Nobody looks, so it did not ask. */
  | "asleep";

export interface Pace {
  /** It asks now and then instead of listening. */
  asks: boolean;
  /** Tries that failed one after another. */
  failures: number;
  /** Times that listening was given up. */
  givenUp: number;
  /** When to try to listen again; on the clock that `next` is given. */
  listenAt: number;
}

export const START: Pace = { asks: false, failures: 0, givenUp: 0, listenAt: 0 };

/**
 * Doubles from 4 s to 30 s, of which chance takes up to three quarters: a room whose server begins anew does not come back in one second.
 * @param failures tries that failed before.
 * @param chance from 0 to 1.
 */
export const spread = (failures: number, chance: number): number =>
  Math.min(LONGEST, SHORTEST * 2 ** Math.min(failures, 10)) * (0.25 + 0.75 * chance);

/** What comes next, and how long to wait before it. */
export function next(pace: Pace, outcome: Outcome, now: number, chance: number): { pace: Pace; wait: number } {
  switch (outcome) {
    case "broken":
      return { pace: { ...pace, failures: 0, givenUp: 0 }, wait: spread(0, chance) };
    case "failed":
      return { pace: listening({ ...pace, failures: pace.failures + 1 }, now), wait: spread(pace.failures, chance) };
    case "mute":
    case "full": {
      const listenAt = now + Math.min(LISTEN_AGAIN_AT_MOST, LISTEN_AGAIN * 2 ** Math.min(pace.givenUp, 10));
      return { pace: { ...pace, asks: true, givenUp: pace.givenUp + 1, listenAt }, wait: outcome === "full" ? spread(0, chance) : 0 };
    }
    case "answered":
      return { pace: listening({ ...pace, failures: 0 }, now), wait: ASK * (0.75 + 0.5 * chance) };
    case "asleep":
      return { pace, wait: ASK };
  }
}

const listening = (pace: Pace, now: number): Pace => (pace.asks && now >= pace.listenAt ? { ...pace, asks: false } : pace);
