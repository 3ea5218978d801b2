/**
 * The page's one connection for changes: data-src names an event stream. Every named event (data-events, space separated) is
 * dispatched on the document as "arena:<name>" with its JSON as detail; "arena:live" tells whether the line stands.
 */
export function mount(root: HTMLElement): void {
  const source = new EventSource(root.dataset["src"]!);
  let lost = false;
  const tell = (on: boolean) => document.dispatchEvent(new CustomEvent("arena:live", { detail: on }));
  source.addEventListener("open", () => {
    tell(true);
    if (lost) for (const name of names) announce(name, null);
    lost = false;
  });
  source.addEventListener("error", () => {
    lost = true;
    tell(false);
    // A refused stream is not tried again by the browser; we do, with some spread so that a room does not come back at once.
    if (source.readyState === EventSource.CLOSED) setTimeout(() => mount(root), 2000 + Math.random() * 4000);
  });
  const names = (root.dataset["events"] ?? "submission board").split(" ");
  for (const name of names) {
    source.addEventListener(name, event => announce(name, parse((event as MessageEvent<string>).data)));
  }
  window.addEventListener("pagehide", () => source.close(), { once: true });
}

function announce(name: string, detail: unknown): void {
  document.dispatchEvent(new CustomEvent(`arena:${name}`, { detail }));
}

function parse(text: string): unknown {
  try { return JSON.parse(text); } catch { return text; }
}
