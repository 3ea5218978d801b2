// Plays frames, of one run or of two together: forward by itself or step by step, and back.
import type { Frame } from "./frame";

/** From slow to at once. */
export const SPEEDS = [600, 300, 120, 0];

/** A playing that is done at once still shows its way: so many frames a second at most. */
const FLASH = 16;

/** What draws a frame; ms: how long it takes to get there. */
export interface Picture<F> { show(frame: F, ms: number): void }

export interface Screen<F> {
  /** Another frame is there. */
  shown(frame: F): void;
  /** A playing has begun or come to rest. */
  turned(isPlaying: boolean): void;
  /** The last frame is shown. */
  ended(): void;
}

export class Player<F = Frame> {
  #map: Picture<F> | null = null;
  #frames: readonly F[] = [];
  #at = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  pace = SPEEDS[1]!;

  constructor(private readonly screen: Screen<F>, private readonly calm: () => boolean) {}

  get isPlaying(): boolean { return this.#timer !== undefined; }
  get at(): number { return this.#at; }
  get last(): number { return this.#frames.length - 1; }

  /** Shows the first frame of a run, or of a map on which nothing has run yet. */
  open(map: Picture<F>, frames: readonly F[]): void {
    this.pause();
    [this.#map, this.#frames] = [map, frames];
    this.#show(0, 0);
  }

  play(): void {
    if (this.#at >= this.last) this.#show(0, 0);
    this.#next();
    this.screen.turned(this.isPlaying);
  }

  pause(): void {
    if (!this.isPlaying) return;
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.screen.turned(false);
  }

  /** One frame on, or back. */
  step(by: 1 | -1): void {
    this.pause();
    const at = this.#at + by;
    if (at < 0 || at > this.last) return;
    this.#show(at, Math.min(this.pace, 300));
    if (at === this.last) this.screen.ended();
  }

  /** Back to the first frame. */
  rewind(): void {
    this.pause();
    if (this.#frames.length > 0) this.#show(0, 0);
  }

  #next(): void {
    // At once, all but the last few frames are passed over, so that no playing takes longer than a breath.
    const by = this.pace === 0 ? Math.max(1, Math.ceil(this.last / FLASH)) : 1;
    const wait = this.pace === 0 ? FLASH : this.pace;
    this.#timer = setTimeout(() => {
      if (this.#at >= this.last) {
        this.#timer = undefined;
        this.screen.turned(false);
        this.screen.ended();
        return;
      }
      this.#show(Math.min(this.#at + by, this.last), this.pace);
      this.#next();
    }, this.#at === 0 ? 0 : wait);
  }

  #show(at: number, ms: number): void {
    this.#at = at;
    const frame = this.#frames[at]!;
    this.#map!.show(frame, this.calm() ? 0 : ms * 0.85);
    this.screen.shown(frame);
  }
}
