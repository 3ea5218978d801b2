// Keeps what is typed on the server, so that another PC can go on with it. The copy on this PC is draft.ts.
import { spread } from "../live/pace";
import type { Mark, Text } from "./draft";

/** A text as the server has it. */
export interface Kept extends Text {
  /** Differs with each text; milliseconds. */
  at: number;
  /** The open page that wrote it. */
  writer: string;
  /** When it was saved, in words. */
  said: string;
}

/** What the server has: the newest text, and one that was written elsewhere at the same time. */
export interface Answer { newest: Kept | null; other: Kept | null }

const LEAST = 500, PACE = 2_000;

/** Browsers let 64 KB outlive a page and refuse what is larger. */
const LARGE = 60_000;

/**
 * What to do with the newest text of the server when a page is opened: "keep" what the page shows, "take" the server's, or "offer" it
 * beside, because both have something that the other has not.
 * @param shown what the page shows; mark what this PC knows of the server.
 */
export function onOpening(shown: Text, mark: Mark, newest: Kept | null): "keep" | "take" | "offer" {
  if (newest === null || newest.text === "" || same(shown, newest) || newest.at === mark.seen) return "keep";
  return shown.text === "" || (mark.seen !== 0 && mark.state === "saved") ? "take" : "offer";
}

export const same = (one: Text, two: Text): boolean => one.language === two.language && one.text === two.text;

export interface Server {
  /** @throws when it should be tried again. */
  find(): Promise<Answer>;
  /** @throws when it should be tried again. */
  save(text: Text, seen: number): Promise<Answer>;
}

export interface Autosave {
  /** Something was typed. */
  changed(): void;
  /** Does not wait: there may be a connection again, or the page is left. */
  hurry(): void;
  /** The page shows, or has shown, the server's text of that moment. */
  saw(at: number): void;
  /** What was typed is handed in. */
  end(): void;
}

/**
 * Saves between half a second and two seconds after a change, one at a time, and again until it has worked.
 * @param read what stands in the editor.
 * @param tell what came of a save; null: it is not saved yet. isAll: nothing was typed meanwhile.
 */
export function autosave(server: Server, read: () => Text, tell: (answer: Answer | null, isAll: boolean) => void): Autosave {
  let seen = 0, dirty = false, sending = false, failures = 0, sentAt = -PACE;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const later = (wait: number) => { timer ??= setTimeout(() => void send(), wait); };
  const send = async () => {
    clearTimeout(timer);
    timer = undefined;
    if (sending || !dirty) return;
    [sending, dirty, sentAt] = [true, false, Date.now()];
    const text = read();
    try {
      const answer = await server.save(text, seen);
      failures = 0;
      // Another page may have been faster.
      if (answer.newest && same(answer.newest, text)) seen = answer.newest.at;
      tell(answer, !dirty);
    } catch {
      dirty = true;
      failures++;
      tell(null, false);
    }
    sending = false;
    if (dirty) later(failures === 0 ? PACE : spread(failures - 1, Math.random()));
  };
  return {
    changed: () => {
      dirty = true;
      if (!sending) later(Math.max(LEAST, sentAt + PACE - Date.now()));
    },
    hurry: () => void send(),
    saw: at => { seen = at; },
    end: () => {
      clearTimeout(timer);
      dirty = false;
    },
  };
}

/** The server behind an address; token is the form's. */
export function serverAt(address: string, token: string): Server {
  const writer = [...crypto.getRandomValues(new Uint32Array(4))].map(part => part.toString(36)).join("-");
  const answerOf = async (asked: Promise<Response>): Promise<Answer> => {
    const answer = await asked;
    // Led elsewhere, which is the door: whoever the page was made for is not signed in any more.
    if (!answer.ok || answer.redirected) throw new Error(`The server answered ${answer.status}.`);
    return await answer.json() as Answer;
  };
  return {
    find: () => answerOf(fetch(address, { credentials: "same-origin", cache: "no-store" })),
    save: (text, seen) => {
      // A form in parts would turn every end of a line into CR LF.
      const body = new URLSearchParams({ __RequestVerificationToken: token, ...text, writer, seen: String(seen) });
      return answerOf(fetch(address, { method: "POST", credentials: "same-origin", body, keepalive: String(body).length < LARGE }));
    },
  };
}
