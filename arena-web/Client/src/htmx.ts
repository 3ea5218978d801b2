// Fetched only by pages with hx-get or hx-post; set up so that it needs neither eval nor style elements of its own.
import htmx from "htmx.org";

htmx.config.allowEval = false;
htmx.config.includeIndicatorStyles = false;
htmx.config.selfRequestsOnly = true;
// A part that asks every few seconds (no event set it off) asks for nobody while the page is hidden.
document.body.addEventListener("htmx:beforeRequest", event => {
  const { requestConfig } = (event as CustomEvent<{ requestConfig: { triggeringEvent?: Event } }>).detail;
  if (document.hidden && !requestConfig.triggeringEvent) event.preventDefault();
});
htmx.process(document.body);
document.body.addEventListener("htmx:afterSettle", event =>
  (event.target as HTMLElement).dispatchEvent(new Event("arena:replaced", { bubbles: true })));
