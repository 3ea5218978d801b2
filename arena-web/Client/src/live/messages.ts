// What tabs and the holder of the browser's one stream say to each other.

/** Something that happened. */
export interface News {
  topic: string;
  name: string;
  /** Number of the event behind it; null: it has none. */
  id: number | null;
  detail: Record<string, unknown>;
}

/** What a tab wants; the newest counts. */
export interface Wish {
  tab: string;
  /** None: the tab leaves. */
  topics: readonly string[];
  /** Number of the last event that the tab knows of. */
  after: number;
  /** Somebody looks at it. */
  visible: boolean;
}

/** To all tabs: each picks what it listens to. */
export type Told =
  | { kind: "news"; news: News }
  /** The server does not let this browser hear of it, or no longer: somebody else has signed in. */
  | { kind: "refused"; topic: string }
  /** Whether news comes in. */
  | { kind: "live"; on: boolean }
  /** A new holder asks all for their wishes. */
  | { kind: "who" };
