/** A text kept on this PC under contest, entrant, problem and language. A full or forbidden storage loses the draft and nothing else. */
export interface Draft {
  load(): string | null;
  save(text: string): void;
}

const PREFIX = "draft:";

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

export const anyDrafts = (): boolean => keys().length > 0;

export function clearDrafts(): void {
  for (const key of keys()) localStorage.removeItem(key);
}

const keys = (): string[] => attempt(() => Object.keys(localStorage).filter(key => key.startsWith(PREFIX))) ?? [];

function attempt<T>(action: () => T): T | null {
  try { return action(); } catch { return null; }
}
