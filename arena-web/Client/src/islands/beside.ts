/** Two programs that are alike (Puzzles/Jury/_Beside.cshtml): level, programs and words stand in the page as JSON. */
import { Beside } from "../puzzles/beside";
import { languageOf, readJson } from "../puzzles/page-data";
import type { Level } from "../puzzles/level";
import { Parts } from "../puzzles/parts";
import type { Program } from "../puzzles/program";
import { Words } from "../puzzles/words";

export function mount(root: HTMLElement): void {
  const words = new Words(readJson<Record<string, string>>("level-words"));
  new Beside(new Parts(root), readJson<Level>("level"), readJson<Program[]>("programs"), words, languageOf());
}
