/**
 * What changes by the clock alone: data-left counts milliseconds down as m:ss, data-every names seconds after which ages are told anew.
 * When the time is over the staff's lists are asked for again. Stops once it is out of the page.
 */
export function mount(root: HTMLElement): void {
  const { left, every } = root.dataset;
  const ends = performance.now() + (left === undefined ? Number(every) * 1000 : Number(left));
  const timer = setInterval(() => {
    if (!root.isConnected) return clearInterval(timer);
    const rest = Math.max(0, Math.ceil((ends - performance.now()) / 1000));
    if (left !== undefined) root.textContent = `${Math.floor(rest / 60)}:${String(rest % 60).padStart(2, "0")}`;
    if (rest > 0 || document.hidden) return;
    clearInterval(timer);
    document.dispatchEvent(new CustomEvent("arena:desk", { detail: {} }));
  }, 1000);
}
