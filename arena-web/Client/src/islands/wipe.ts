import { wipe } from "../wipe";

/** Stands on the page after the end of a session: the page before may have written something while it was left. */
export function mount(): void {
  void wipe();
}
