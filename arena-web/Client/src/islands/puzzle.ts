/** The page of one level (Puzzles/_Level.cshtml): the level and the page's words stand in it as JSON. */
import { toast } from "../toast";
import type { Language } from "../puzzles/blocks";
import type { Level } from "../puzzles/level";
import { openPage } from "../puzzles/page";
import { Words } from "../puzzles/words";

export function mount(root: HTMLElement): void {
  const read = <T>(id: string) => JSON.parse(document.getElementById(id)!.textContent!) as T;
  const words = new Words(read<Record<string, string>>("level-words"));
  const language: Language = document.documentElement.lang === "en" ? "en" : "vi";
  openPage(root, read<Level>("level"), words, language).catch((failure: unknown) => {
    console.error(failure);
    toast(words.say("failedLoad"));
  });
}
