// What is said to a pupil of how runs ended: one kind sentence, and the next step in it.
import type { Level } from "./level";
import type { End } from "./run";
import type { Verdict } from "./server";
import { fill, type Words } from "./words";

/** Of the run that was just shown, on one map of those that are here. The judge's word comes later and may say more. */
export function sentenceOf(level: Pick<Level, "sentences" | "hidden">, words: Words, runs: { end: End }[], now: number, block: string | null): string {
  const { end } = runs[now]!;
  if (end.code !== "ok") return [sayEnd(level.sentences, end), ...(block === null ? [] : [words.say("look", block)])].join(" ");
  const isAll = runs.every(run => run.end.code === "ok") && level.hidden === 0;
  return isAll ? words.say("wonAll") : words.say("won", now + 1);
}

export const sayEnd = (sentences: Record<string, string>, end: End): string =>
  fill(sentences[end.code] ?? end.code, [end.tick, end.number, end.cell.y + 1, end.cell.x + 1, end.robot + 1]);

/** What the judge adds; null: the page has said it already. */
export function verdictOf(level: Pick<Level, "goal" | "free">, words: Words, verdict: Verdict): string | null {
  if (verdict.stars > 0) {
    const goal = level.goal?.blocks ?? 0;
    const isLong = verdict.stars < 3 && !level.free && verdict.blocks > goal;
    return [words.say("wonAll"), words.say("stars", verdict.stars), ...(isLong ? [words.say("shorter", verdict.blocks, goal)] : [])].join(" ");
  }
  const failed = verdict.worlds.find(world => world.hidden && world.end.code !== "ok");
  return verdict.almost ? [words.say("almost"), ...(failed ? [words.say("hiddenEnd", failed.end.said)] : [])].join(" ") : null;
}
