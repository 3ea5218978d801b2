import type { Level } from "./level";
import type { Parts } from "./parts";
import { tell } from "./server";
import type { Words } from "./words";

/** One hint after another, each when it is asked for; whoever helps the pupil can see that it was. */
export function openHints(parts: Parts, level: Level, words: Words): void {
  const list = parts.find("hint-texts"), button = parts.find("hint");
  parts.find("hints").hidden = level.hints.length === 0;
  button.addEventListener("click", () => {
    const stage = list.childElementCount + 1, item = document.createElement("li");
    item.textContent = level.hints[stage - 1] ?? "";
    list.append(item);
    button.hidden = stage >= level.hints.length;
    button.lastElementChild!.textContent = words.say("hintMore");
    if (level.paths.hint) void tell(level.paths.hint, level.token, { stage });
  });
}
