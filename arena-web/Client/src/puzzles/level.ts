import type { Program } from "./program";

/** A level as the page carries it: in the page's language, without solutions and hidden maps. */
export interface Level {
  id: string;
  title: string;
  theme: string;
  /** The keys in blocks.json of the blocks there are. */
  tools: string[];
  /** What a drop-down condition may be; empty or absent: all. */
  conditions?: string[];
  /** How many blocks of a tool there are at most. */
  most?: Record<string, number>;
  start?: Program | null;
  goal?: { blocks: number; concepts: string[] } | null;
  worlds: WorldFile[];
  /** Signs of maps that mean the same in all worlds. */
  signs?: Record<string, SignFile>;
  /** How many maps the server keeps to itself. */
  hidden: number;
  win: string[];
  budget: { ticks: number };
  hints: string[];
  /** A sentence for each end code, with {0}, {1} … for its numbers. */
  sentences: Record<string, string>;
  saved?: { program: Program; seq: number } | null;
  free: boolean;
  recursion?: boolean;
  /** here: where a page that is looked at says so now and then. */
  paths: { run: string; save: string | null; hint: string | null; next: string | null; back: string; here?: string | null };
  /** Whose work it is: what a PC keeps of one pupil the next one never meets. */
  who?: string;
  token: string;
}

export interface SignFile {
  terrain?: string;
  colour?: string;
  things?: number;
  house?: number;
  line?: boolean;
  goal?: boolean;
  gate?: { phase?: number; period?: number; open?: number };
  robot?: string;
}

export interface WorldFile {
  id: number;
  map: string[];
  signs?: Record<string, SignFile>;
  told?: number;
  bag?: number;
  carries?: number;
  power?: number;
  costs?: Partial<Record<"forward" | "turn" | "pick" | "drop" | "paint" | "wait" | "say", number>>;
  drawing?: { from: [number, number]; walk: string; colour?: string }[];
}
