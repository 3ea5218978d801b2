// The worker that all tabs of the browser share (ways.ts opens it). It ends with the last of them.
import { Hub } from "./hub";
import type { Wish } from "./messages";

const ports = new Map<string, MessagePort>();
const hub = new Hub(location.hash.slice(1), told => ports.forEach(port => port.postMessage(told)));

addEventListener("connect", event => {
  const port = (event as MessageEvent).ports[0]!;
  port.onmessage = (said: MessageEvent<Wish>) => {
    const wish = said.data;
    if (wish.topics.length > 0) ports.set(wish.tab, port);
    else ports.delete(wish.tab);
    hub.take(wish);
  };
});
