import { anyDrafts } from "../editor/draft";
import { wipe } from "../wipe";
import { ask, guard } from "./confirm";

/** Ending the session on a shared PC takes all away that the site keeps there; where drafts are among it, it asks first. */
export function mount(root: HTMLElement): void {
  const form = root as HTMLFormElement;
  guard(form, async () => {
    const yes = !anyDrafts() || await ask(form.dataset);
    if (yes) await wipe();
    return yes;
  });
}
