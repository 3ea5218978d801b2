// Counts on from the server's "now" with the browser's steady clock, so a wrong PC clock changes nothing. Rule: ClockFace.cs.
// An "arena:contest" event brings a new window and the server's time, an "arena:clock" event the same where nothing is known to be new.
const SOON = 600, LAST = 60, DAY = 86_400_000;

interface Face { phase: "before" | "running" | "paused" | "over"; mood: string; digits: string; days: number }

export function faceAt(now: number, starts: number, ends: number, still = false): Face {
  if (now < starts) return { phase: "before", mood: "calm", ...leftOver(starts - now) };
  const left = ends - now;
  if (left <= 0) return { phase: "over", mood: "over", digits: "", days: 0 };
  const mood = left <= LAST * 1000 ? "last" : left <= SOON * 1000 ? "soon" : "calm";
  return { phase: still ? "paused" : "running", mood, ...leftOver(left) };
}

const leftOver = (left: number) => ({ digits: digital(left), days: left >= 2 * DAY ? Math.floor(left / DAY) : 0 });

function digital(left: number): string {
  const seconds = Math.ceil(left / 1000);
  const two = (n: number) => String(n).padStart(2, "0");
  const [h, m, s] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return h > 0 ? `${h}:${two(m)}:${two(s)}` : `${two(m)}:${two(s)}`;
}

export function mount(root: HTMLElement): void {
  const at = (name: string) => Number(root.dataset[name]);
  let offset = at("now") - performance.now();
  let [starts, ends, still] = [at("starts"), at("ends"), "still" in root.dataset];
  let stillAt = at("now");
  const word = root.querySelector(".clock-word")!, digits = root.querySelector(".clock-digits")!;
  let phase: string | undefined, timer: ReturnType<typeof setTimeout> | undefined;
  const tick = () => {
    clearTimeout(timer);
    if (phase && !root.isConnected) return; // another clock has taken its place
    const face = faceAt(still ? stillAt : offset + performance.now(), starts, ends, still);
    root.className = `clock clock-${face.mood}`;
    digits.textContent = face.days > 0 ? (root.dataset["days"] ?? "").replace("{0}", String(face.days)) : face.digits;
    if (face.phase !== phase) {
      word.textContent = root.dataset[face.phase] ?? "";
      if (phase) document.dispatchEvent(new CustomEvent("arena:phase", { detail: face.phase }));
      phase = face.phase;
    }
    if (face.phase !== "over" && !still) timer = setTimeout(tick, 1000 - (offset + performance.now()) % 1000);
  };
  const set = (event: Event) => {
    const told = (event as CustomEvent<{ now?: number; starts: number; ends: number; still?: boolean }>).detail;
    if (told.now === undefined) return;
    [offset, starts, ends, still, stillAt] = [told.now - performance.now(), told.starts, told.ends, told.still ?? false, told.now];
    tick();
  };
  // An entrant's own clock comes anew from the server.
  if (!("own" in root.dataset)) for (const name of ["contest", "clock"]) document.addEventListener(`arena:${name}`, set);
  tick();
}
