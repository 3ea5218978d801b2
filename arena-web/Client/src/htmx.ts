// Fetched only by pages with hx-get or hx-post; set up so that it needs neither eval nor style elements of its own.
import htmx from "htmx.org";

htmx.config.allowEval = false;
htmx.config.includeIndicatorStyles = false;
htmx.config.selfRequestsOnly = true;
htmx.process(document.body);
document.body.addEventListener("htmx:afterSettle", event =>
  (event.target as HTMLElement).dispatchEvent(new Event("arena:replaced", { bubbles: true })));
