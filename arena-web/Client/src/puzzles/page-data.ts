// What the server wrote into a page of puzzles.
import type { Language } from "./blocks";

/** @param id of a script element that holds JSON. */
export const readJson = <T>(id: string): T => JSON.parse(document.getElementById(id)!.textContent!) as T;

export const languageOf = (): Language => document.documentElement.lang === "en" ? "en" : "vi";
