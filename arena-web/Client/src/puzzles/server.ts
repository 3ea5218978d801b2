// What the page asks of the server: to save the program, and to judge runs, one after another in the order they were made.
import { spread } from "../live/pace";
import type { Program } from "./program";
import { dropRun, keepProgram, keepRun, keptRuns, type KeptRun } from "./store";

/** How one world ended for the judge; of a hidden one nothing but that is told. */
export interface WorldEnd { id: number; hidden: boolean; end: { code: string; said: string | null } }

/** What came of a run. */
export interface Verdict {
  stars: number;
  almost: boolean;
  blocks: number;
  /** Concepts of the goal that were not used. */
  missing: string[];
  worlds: WorldEnd[];
  /** What is to be said instead of all that. */
  said: string | null;
  /** After the personal end: made before it and counted, or only kept. */
  late: "counted" | "kept" | null;
}

export interface Refusal { said: string; again: boolean }

export type Send = (address: string, options: RequestInit) => Promise<Response>;

const SOON = 500;

/** Browsers let 64 KB outlive a page and refuse what is larger. */
const LARGE = 60_000;

const headersOf = (token: string) => ({ "Content-Type": "application/json", RequestVerificationToken: token });

/** Tells the server something that may be lost. */
export const tell = (address: string, token: string, what: object): Promise<unknown> =>
  fetch(address, { method: "POST", credentials: "same-origin", headers: headersOf(token), body: JSON.stringify(what) }).catch(() => null);

export interface Saver {
  /** The program is another now. */
  changed(): void;
  /** Does not wait: the page is left, or there may be a connection again. */
  hurry(): void;
  readonly seq: number;
}

/**
 * Saves half a second after a change, one save at a time, and again until it has worked.
 * @param address null: nobody is signed in, so this PC alone keeps it.
 * @param place of what this PC keeps; null: it keeps nothing.
 * @param tell what came of it, unless the program has changed again meanwhile; newer: the server keeps a program of another page, made later.
 */
export function saverOf(
  address: string | null, token: string, place: string | null, first: number, read: () => Program,
  tell: (isSaved: boolean, newer?: { program: Program; seq: number }) => void, send: Send = fetch,
): Saver {
  let seq = first, saved = first, sending = false, failures = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const save = async () => {
    clearTimeout(timer);
    timer = undefined;
    if (sending || saved === seq) return;
    sending = true;
    const [program, of] = [read(), seq];
    if (place !== null) void keepProgram({ place, seq: of, program });
    try {
      if (address !== null) {
        const body = JSON.stringify({ seq: of, program });
        const keepalive = body.length < LARGE;
        const answer = await send(address, { method: "PUT", credentials: "same-origin", headers: headersOf(token), body, keepalive });
        if (!answer.ok || answer.redirected) throw new Error(`The server answered ${answer.status}.`);
        const { saved: newer } = await answer.json() as { saved?: { program: Program; seq: number } | null };
        if (newer && newer.seq > of) seq = Math.max(seq, newer.seq);
        if (newer && newer.seq > of) tell(true, newer);
        else if (seq === of) tell(true);
      } else if (seq === of) {
        tell(true);
      }
      [saved, failures] = [Math.max(saved, of), 0];
    } catch {
      tell(false);
      timer = setTimeout(() => void save(), spread(failures++, Math.random()));
    }
    sending = false;
    if (saved < seq) timer ??= setTimeout(() => void save(), SOON);
  };
  return {
    changed: () => {
      seq++;
      clearTimeout(timer);
      timer = setTimeout(() => void save(), SOON);
    },
    hurry: () => void save(),
    get seq() { return seq; },
  };
}

/** A random UUID (RFC 9562, version 4), which browsers make by themselves only where the line is encrypted. */
function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  [bytes[6], bytes[8]] = [bytes[6]! & 0x0f | 0x40, bytes[8]! & 0x3f | 0x80];
  return [...bytes].map((byte, at) => ([4, 6, 8, 10].includes(at) ? "-" : "") + byte.toString(16).padStart(2, "0")).join("");
}

export interface Line {
  /** A pupil has pressed Run; begun hears the run's id before anything is sent. */
  run(program: Program, seq: number, begun: (clientRunId: string) => void): Promise<void>;
  /** There may be a connection again. */
  hurry(): void;
}

export interface Heard {
  judged(clientRunId: string, verdict: Verdict): void;
  refused(clientRunId: string, refusal: Refusal): void;
  /** How many runs wait for a connection; 0: all are sent. */
  waiting(count: number): void;
}

/** The runs of one level in line: each is sent once the one before is, and is forgotten when the server has it. */
export function lineOf(
  address: string, token: string, place: string, heard: Heard, send: Send = fetch, later: (run: () => void, ms: number) => unknown = setTimeout,
): Line {
  /** Runs that the database could not take. */
  const unkept: KeptRun[] = [];
  let busy = false, failures = 0, isLater = false;
  const all = async () => [...await keptRuns(place), ...unkept];
  const forget = async (run: KeptRun) => {
    if (run.key !== undefined) await dropRun(run.key);
    else unkept.splice(unkept.indexOf(run), 1);
  };
  /** False: the line is lost, and the run stays. */
  const deliver = async (run: KeptRun): Promise<boolean> => {
    const { clientRunId, seq, program, at } = run;
    const body = JSON.stringify({ clientRunId, seq, program, ranAgo: Math.max(0, Date.now() - at) });
    const answer = await send(address, { method: "POST", credentials: "same-origin", headers: headersOf(token), body }).catch(() => null);
    if (!answer || answer.redirected) return false;
    if (answer.ok) {
      await forget(run);
      await hear(answer, clientRunId, 0);
      return true;
    }
    const refusal = await answer.json().catch(() => null) as Refusal | null;
    if (answer.status >= 500 || refusal?.again) return false;
    await forget(run);
    heard.refused(clientRunId, refusal ?? { said: "", again: false });
    return true;
  };
  /** A verdict that is not there yet is asked for again; tries: how often it was. */
  const hear = async (answer: Response, clientRunId: string, tries: number): Promise<void> => {
    const told = await answer.json() as Verdict & { submission: number };
    if (answer.status === 200) heard.judged(clientRunId, told);
    else if (told.said) heard.refused(clientRunId, { said: told.said, again: false });
    else later(() => void ask(told.submission, clientRunId, tries), tries === 0 ? 1000 : spread(tries - 1, Math.random()));
  };
  const ask = async (submission: number, clientRunId: string, tries: number): Promise<void> => {
    const answer = await send(`${address}?bai=${submission}`, { credentials: "same-origin" }).catch(() => null);
    if (answer?.ok && !answer.redirected) await hear(answer, clientRunId, tries + 1);
    else later(() => void ask(submission, clientRunId, tries + 1), spread(tries, Math.random()));
  };
  const pump = async () => {
    if (busy) return;
    busy = true;
    for (let [run] = await all(); run; [run] = await all()) {
      if (!await deliver(run)) {
        heard.waiting((await all()).length);
        busy = false;
        if (!isLater) later(() => { isLater = false; void pump(); }, spread(failures++, Math.random()));
        isLater = true;
        return;
      }
      failures = 0;
    }
    heard.waiting(0);
    busy = false;
  };
  void all().then(runs => { if (runs.length > 0) void pump(); });
  return {
    async run(program, seq, begun) {
      const run: KeptRun = { place, clientRunId: newId(), seq, program, at: Date.now() };
      begun(run.clientRunId);
      if (await keepRun(run) === undefined) unkept.push(run);
      await pump();
    },
    hurry: () => void pump(),
  };
}
