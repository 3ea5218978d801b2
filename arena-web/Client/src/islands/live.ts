/**
 * The page's part in the browser's one connection for changes: data-src names the event stream, data-topics what the page listens to,
 * data-after the last event before it was made, data-worker the shared worker's script. News is dispatched on the document as
 * "arena:<name>" with its fields as detail; "arena:live" tells whether the line stands, once it has been away for a while.
 */
import { Tab } from "../live/tab";
import { wayTo } from "../live/ways";

/** The answer to a form that was sent is waited for so long: it leads on by itself, and loading this page anew would take its place. */
const SENDING = 10_000;

export function mount(root: HTMLElement): void {
  const { src, topics, after, worker } = root.dataset;
  const lost = root.querySelector("p");
  let sent = -SENDING;
  document.addEventListener("submit", () => { sent = performance.now(); });
  const tab = new Tab(Math.random().toString(36), topics!.split(" "), Number(after), {
    isVisible: () => !document.hidden,
    announce: (name, detail) => document.dispatchEvent(new CustomEvent(`arena:${name}`, { detail })),
    reload: () => setTimeout(() => location.reload(), sent + SENDING - performance.now()),
    wish: wish => way(wish),
    later: (milliseconds, action) => {
      const timer = setTimeout(action, milliseconds);
      return () => clearTimeout(timer);
    },
  });
  const way = wayTo(src!, worker!, told => tab.hear(told));
  tab.look();
  document.addEventListener("visibilitychange", () => tab.look());
  document.addEventListener("arena:live", event => { if (lost) lost.hidden = (event as CustomEvent<boolean>).detail; });
  window.addEventListener("pagehide", () => tab.leave());
  window.addEventListener("pageshow", event => { if (event.persisted) tab.look(); });
}
