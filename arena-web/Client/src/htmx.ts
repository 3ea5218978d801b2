// Fetched only by pages with hx-get or hx-post; set up so that it needs neither eval nor style elements of its own.
import htmx from "htmx.org";
import { toast } from "./toast";

interface Detail {
  requestConfig: { triggeringEvent?: Event };
  pathInfo: { finalRequestPath: string };
  xhr: XMLHttpRequest;
  shouldSwap: boolean;
}
const detailOf = (event: Event): Detail => (event as CustomEvent<Detail>).detail;

htmx.config.allowEval = false;
htmx.config.includeIndicatorStyles = false;
htmx.config.selfRequestsOnly = true;
// New parts listen at once: what is typed into one in its first moments is not lost.
htmx.config.defaultSettleDelay = 0;
// A part that asks every few seconds (no event set it off) asks for nobody while the page is hidden.
document.body.addEventListener("htmx:beforeRequest", event => {
  if (document.hidden && !detailOf(event).requestConfig.triggeringEvent) event.preventDefault();
});
// What was pressed and not done is told, and the page stays as it is; a part that asks by itself asks again.
const tell = (event: Event) => {
  const words = document.getElementById("toasts")?.dataset["failed"];
  if (words && detailOf(event).requestConfig.triggeringEvent) toast(words);
};
for (const name of ["htmx:sendError", "htmx:responseError"]) document.body.addEventListener(name, tell);
document.body.addEventListener("htmx:beforeSwap", event => {
  const detail = detailOf(event), pathOf = (address: string) => new URL(address, location.href).pathname;
  // Led elsewhere, which is the door: nobody is signed in any more.
  if (pathOf(detail.xhr.responseURL) === pathOf(detail.pathInfo.finalRequestPath)) return;
  detail.shouldSwap = false;
  tell(event);
});
htmx.process(document.body);
// What was typed before anybody listened is asked for now.
for (const field of document.querySelectorAll<HTMLInputElement>("input[hx-trigger^=input]"))
  if (field.value !== field.defaultValue) field.dispatchEvent(new Event("input", { bubbles: true }));
document.body.addEventListener("htmx:afterSettle", event =>
  (event.target as HTMLElement).dispatchEvent(new Event("arena:replaced", { bubbles: true })));
