/** Of all tabs that show one level the newest may be worked in: the others hear of it. */
export function alone(place: string, older: () => void): void {
  if (!("BroadcastChannel" in window)) return;
  const channel = new BroadcastChannel(`puzzle:${place}`);
  channel.addEventListener("message", older);
  channel.postMessage("opened");
  // A page that comes back by the Back button has been away while others were opened.
  window.addEventListener("pageshow", event => { if (event.persisted) channel.postMessage("opened"); });
}
