import { anyDrafts, clearDrafts } from "../editor/draft";
import { forgetPuzzles } from "../puzzles/store";
import { ask, guard } from "./confirm";

/** Ending the session on a shared PC takes the drafts away too; where there are some, it asks first. */
export function mount(root: HTMLElement): void {
  const form = root as HTMLFormElement;
  guard(form, async () => {
    const yes = !anyDrafts() || await ask(form.dataset);
    if (yes) {
      clearDrafts();
      await forgetPuzzles();
    }
    return yes;
  });
}
