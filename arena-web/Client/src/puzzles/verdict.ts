// What is said to a pupil of how runs ended: one kind sentence, and the next step in it.
import type { Level } from "./level";
import type { End } from "./run";
import type { Verdict } from "./server";
import { fill, type Words } from "./words";

/** Of the run that was just shown, on one map of those that are here. The judge's word comes later and may say more. */
export function sentenceOf(
  level: Pick<Level, "sentences" | "hidden" | "free">, words: Words, runs: { end: End }[], now: number, block: string | null,
): string {
  const { end } = runs[now]!;
  if (end.code !== "ok") return [sayEnd(level.sentences, end), ...(block === null ? [] : [words.say("look", block)])].join(" ");
  if (level.free) return words.say("ran");
  const isAll = runs.every(run => run.end.code === "ok") && level.hidden === 0;
  return isAll ? words.say("wonAll") : words.say("won", now + 1);
}

function sayEnd(sentences: Record<string, string>, { code, tick, number, cell, block }: End): string {
  const isSilent = code === "told_wrong" && block < 0;
  return fill(sentences[isSilent ? "told_nothing" : code] ?? "", [tick, number, cell.y + 1, cell.x + 1]);
}

/** What the judge adds; null: the page has said it already. */
export function verdictOf(level: Pick<Level, "goal" | "free">, words: Words, verdict: Verdict): string | null {
  if (verdict.said) return verdict.said;
  const late = verdict.late === "kept" ? [words.say("late")] : [];
  if (level.free) return late[0] ?? null;
  if (verdict.stars > 0) {
    const goal = level.goal?.blocks ?? 0, isLong = verdict.stars === 2 && verdict.blocks > goal;
    const concept = verdict.stars === 1 && verdict.missing.length > 0 ? [words.say(`concept.${verdict.missing[0]}`)] : [];
    const shorter = isLong ? [words.say("shorter", verdict.blocks, goal)] : [];
    return [words.say("wonAll"), words.say("stars", verdict.stars), ...concept, ...shorter, ...late].join(" ");
  }
  const failed = verdict.worlds.find(world => world.hidden && world.end.code !== "ok");
  const hidden = failed?.end.said ? [words.say("hiddenEnd", failed.end.said)] : [];
  return verdict.almost ? [words.say("almost"), ...hidden, ...late].join(" ") : late[0] ?? null;
}
