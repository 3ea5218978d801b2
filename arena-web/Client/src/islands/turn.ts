/**
 * The projector's pages: one after another every data-seconds; the space bar holds and lets go, arrows turn. Where the server does not
 * answer, the page stays: a browser's own page of trouble would never turn again.
 */
export function mount(root: HTMLElement): void {
  const turn = async (to: "next" | "previous") => {
    const address = root.dataset[to]!;
    const answer = await fetch(address, { method: "HEAD" }).catch(() => null);
    if (answer?.ok) location.replace(address);
    else if (timer !== undefined) timer = wait();
  };
  const wait = () => setTimeout(() => void turn("next"), Number(root.dataset["seconds"]) * 1000);
  let timer: ReturnType<typeof wait> | undefined = wait();
  document.addEventListener("keydown", event => {
    if (event.key === "ArrowRight" || event.key === "PageDown") void turn("next");
    else if (event.key === "ArrowLeft" || event.key === "PageUp") void turn("previous");
    else if (event.key === " ") {
      clearTimeout(timer);
      timer = timer === undefined ? wait() : undefined;
      event.preventDefault();
    }
  });
}
