/** The page of one level (Puzzles/_Level.cshtml): the level and the page's words stand in it as JSON. */
import { toast } from "../toast";
import type { Level } from "../puzzles/level";
import { openPage } from "../puzzles/page";
import { languageOf, readJson } from "../puzzles/page-data";
import { Words } from "../puzzles/words";

export function mount(root: HTMLElement): void {
  const words = new Words(readJson<Record<string, string>>("level-words"));
  openPage(root, readJson<Level>("level"), words, languageOf()).catch((failure: unknown) => {
    console.error(failure);
    toast(words.say("failedLoad"));
  });
}
