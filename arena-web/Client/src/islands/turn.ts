/** The projector's pages: one after another every data-seconds; the space bar holds and lets go, arrows turn. */
export function mount(root: HTMLElement): void {
  const turn = (to: "next" | "previous") => location.replace(root.dataset[to]!);
  const wait = () => setTimeout(() => turn("next"), Number(root.dataset["seconds"]) * 1000);
  let timer: ReturnType<typeof wait> | undefined = wait();
  document.addEventListener("keydown", event => {
    if (event.key === "ArrowRight" || event.key === "PageDown") turn("next");
    else if (event.key === "ArrowLeft" || event.key === "PageUp") turn("previous");
    else if (event.key === " ") {
      clearTimeout(timer);
      timer = timer === undefined ? wait() : undefined;
      event.preventDefault();
    }
  });
}
