// The switch without a reload: same cookie, same three steps as the link it sits on (_Switches.cshtml).
const YEAR = 365 * 24 * 3600;
const next: Record<string, string> = { auto: "light", light: "dark", dark: "auto" };
const media: Record<string, string> = { auto: "screen and (prefers-color-scheme: dark)", light: "not all", dark: "screen" };

/** Auto, light, dark, and round again; after what is no theme comes auto. */
export const themeAfter = (theme: string): string => next[theme] ?? "auto";

export function mount(root: HTMLElement): void {
  root.addEventListener("click", event => {
    event.preventDefault();
    const html = document.documentElement;
    const theme = themeAfter(html.dataset["theme"] ?? "auto");
    html.dataset["theme"] = theme;
    (document.getElementById("dark") as HTMLLinkElement).media = media[theme]!;
    document.cookie = `theme=${theme};path=/;max-age=${YEAR};samesite=lax`;
    root.querySelector("[data-word]")!.textContent = root.dataset[theme] ?? "";
  });
}
