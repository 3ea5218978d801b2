import { anyDrafts } from "../editor/draft";
import { forgetPuzzles } from "../puzzles/store";
import { wipe } from "../wipe";
import { ask, guard } from "./confirm";

/** Ending the session on a shared PC takes all away that the site keeps there; where drafts are among it, it asks first. */
export function mount(root: HTMLElement): void {
  const form = root as HTMLFormElement;
  guard(form, async () => {
    const yes = !anyDrafts() || await ask(form.dataset);
    if (yes) {
      await forgetPuzzles(); // an open database cannot be deleted
      await wipe();
    }
    return yes;
  });
}
