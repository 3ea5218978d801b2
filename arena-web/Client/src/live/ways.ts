import { Hub } from "./hub";
import type { Told, Wish } from "./messages";

/** Takes what a tab wishes to whoever holds the stream. */
export type Way = (wish: Wish) => void;

/**
 * The way to the browser's one stream: a worker that all tabs share, else the one tab that leads, else a stream of the tab's own while
 * somebody looks at it.
 * @param worker address of the worker's script; it changes with each version, so that pages of two versions never share a holder.
 */
export function wayTo(address: string, worker: string, hear: (told: Told) => void): Way {
  const instead = () => wayByLeader(address, worker, hear) ?? wayOfOwn(address, hear);
  return (typeof SharedWorker === "undefined" ? null : wayByWorker(address, worker, hear, instead)) ?? instead();
}

/** Null: the browser has shared workers and lets us have none. */
function wayByWorker(address: string, worker: string, hear: (told: Told) => void, instead: () => Way): Way | null {
  try {
    const shared = new SharedWorker(`${worker}#${address}`, { name: address, type: "module" });
    let other: Way | null = null, last: Wish | null = null;
    shared.port.onmessage = event => hear((event as MessageEvent<Told>).data);
    shared.onerror = () => {
      other ??= instead();
      if (last) other(last);
    };
    return wish => {
      last = wish;
      if (other) other(wish);
      else shared.port.postMessage(wish);
    };
  } catch {
    return null;
  }
}

/**
 * Tabs that are looked at stand in line for a lock, and whoever has it holds the stream; a hidden one steps back, because browsers put
 * hidden tabs to sleep. Null: the browser has no locks (it gives them to secure addresses only) or no channel.
 */
function wayByLeader(address: string, worker: string, hear: (told: Told) => void): Way | null {
  if (!("locks" in navigator) || !navigator.locks || typeof BroadcastChannel === "undefined") return null;
  const channel = new BroadcastChannel(worker);
  channel.onmessage = (event: MessageEvent<{ told?: Told }>) => { if (event.data.told) hear(event.data.told); };
  let stepBack: AbortController | null = null;
  return wish => {
    const stands = wish.visible && wish.topics.length > 0;
    if (stands && !stepBack) {
      stepBack = new AbortController();
      const { signal } = stepBack;
      navigator.locks.request(worker, { signal }, () => lead(address, worker, signal)).catch(() => {});
    }
    channel.postMessage({ wish: stands ? wish : leaving(wish) });
    if (!stands) {
      stepBack?.abort();
      stepBack = null;
    }
  };
}

/** Holds the stream for all tabs until told to step back. */
function lead(address: string, name: string, signal: AbortSignal): Promise<void> {
  const ear = new BroadcastChannel(name);
  const hub = new Hub(address, told => ear.postMessage({ told }));
  ear.onmessage = (event: MessageEvent<{ wish?: Wish }>) => { if (event.data.wish) hub.take(event.data.wish); };
  ear.postMessage({ told: { kind: "who" } });
  return new Promise(resolve => {
    const end = () => {
      hub.close();
      ear.close();
      resolve();
    };
    if (signal.aborted) end();
    else signal.addEventListener("abort", end);
  });
}

function wayOfOwn(address: string, hear: (told: Told) => void): Way {
  const hub = new Hub(address, hear);
  return wish => hub.take(wish.visible ? wish : leaving(wish));
}

const leaving = (wish: Wish): Wish => ({ ...wish, topics: [] });
