/** A text kept on this PC under contest, entrant, problem and language. A full or forbidden storage loses the draft and nothing else. */
export interface Draft {
  load(): string | null;
  save(text: string): void;
}

export interface Text { language: string; text: string }

/** What this PC knows of the draft on the server. */
export interface Mark {
  /** The text of the server that was shown or saved here last; 0: none. */
  seen: number;
  /** Since then: nothing was typed, or something that the server does not have, or it went along with a hand-in. */
  state: "saved" | "typed" | "handed";
}

const PREFIX = "draft:";
const MARK = "#";

export function draftOf(place: string, language: string): Draft {
  const key = `${PREFIX}${place}/${language}`;
  const last = PREFIX + place;
  return {
    load: () => attempt(() => localStorage.getItem(key)),
    save: text => void attempt(() => {
      if (text === "") {
        localStorage.removeItem(key);
        localStorage.removeItem(last);
      } else {
        localStorage.setItem(key, text);
        localStorage.setItem(last, language);
      }
    }),
  };
}

/** The language of the draft that was kept last. */
export const languageOfDraft = (place: string): string | null => attempt(() => localStorage.getItem(PREFIX + place));

export const anyDrafts = (): boolean => keys().some(key => !key.endsWith(MARK));

export interface Marks {
  load(): Mark;
  save(mark: Mark): void;
}

export function markOf(place: string): Marks {
  const key = PREFIX + place + MARK;
  return {
    load: () => attempt(() => JSON.parse(localStorage.getItem(key) ?? "null") as Mark | null) ?? { seen: 0, state: "saved" },
    save: mark => void attempt(() => localStorage.setItem(key, JSON.stringify(mark))),
  };
}

const keys = (): string[] => attempt(() => Object.keys(localStorage).filter(key => key.startsWith(PREFIX))) ?? [];

function attempt<T>(action: () => T): T | null {
  try { return action(); } catch { return null; }
}

/** What was said of where the text in the editor is kept: nothing yet, on this PC, on the server, or that the server did not take it. */
export type Saved = "no" | "here" | "server" | "unsaved";

/** This PC has kept what stands in the editor. The server may have been faster: that says more. any: there is a text. */
export const savedHere = (said: Saved, any: boolean): Saved => !any ? "no" : said === "no" ? "here" : said;
