import type { Told, Wish } from "./messages";

/** Blips and restarts pass unsaid. */
const LOST_AFTER = 10_000;

/** What a tab does to its page. */
export interface Page {
  isVisible(): boolean;
  announce(name: string, detail: unknown): void;
  /** The page was made for somebody who is not signed in any more. */
  reload(): void;
  wish(wish: Wish): void;
  later(milliseconds: number, action: () => void): () => void;
}

/**
 * One page's part in the browser's one stream. Hidden, it asks the server for nothing: what it missed it asks for when somebody looks.
 */
export class Tab {
  private readonly missed = new Set<string>();
  private wasLive = false;
  private isOutdated = false;
  private forget: (() => void) | null = null;
  private isLost = false;

  constructor(
    private readonly name: string,
    private readonly topics: readonly string[],
    private after: number,
    private readonly page: Page,
  ) {}

  hear(told: Told): void {
    switch (told.kind) {
      case "who":
        this.wish();
        return;
      case "live":
        this.showLine(told.on);
        return;
      case "refused":
        if (!this.topics.includes(told.topic)) return;
        // A page that was never live is not loaded anew: it would be refused again and again.
        this.isOutdated = this.wasLive;
        this.reloadIfOutdated();
        return;
      case "news": {
        const { topic, name, id, detail } = told.news;
        if (!this.topics.includes(topic)) return;
        if (id !== null) this.after = Math.max(this.after, id);
        // The clock costs no request, and its moment is now; an entrant's own one is asked for.
        const isClock = (name === "contest" || name === "clock") && !topic.startsWith("entrant:");
        if (isClock || this.page.isVisible()) this.page.announce(name, detail);
        else this.missed.add(name);
      }
    }
  }

  /** The page is looked at, or no longer. */
  look(): void {
    if (this.page.isVisible()) {
      this.reloadIfOutdated();
      for (const name of this.missed) this.page.announce(name, {});
      this.missed.clear();
    }
    this.wish();
  }

  leave(): void {
    this.forget?.();
    this.forget = null;
    this.page.wish({ tab: this.name, topics: [], after: this.after, visible: false });
  }

  private wish(): void {
    this.page.wish({ tab: this.name, topics: this.topics, after: this.after, visible: this.page.isVisible() });
  }

  private showLine(on: boolean): void {
    if (on) {
      this.wasLive = true;
      this.forget?.();
      this.forget = null;
      if (this.isLost) this.page.announce("live", true);
      this.isLost = false;
    } else if (!this.isLost) {
      this.forget ??= this.page.later(LOST_AFTER, () => {
        this.isLost = true;
        this.page.announce("live", false);
      });
    }
  }

  private reloadIfOutdated(): void {
    if (!this.isOutdated || !this.page.isVisible()) return;
    this.isOutdated = false;
    this.page.reload();
  }
}
