// The maps of a level as tabs: arrow keys go from one to the next, a sign says how the last run ended on it.
export type Sign = "none" | "done" | "failed";

export interface Tabs {
  choose(at: number): void;
  sign(at: number, sign: Sign): void;
}

/** @param say what a sign means in words. */
export function tabsOf(bar: HTMLElement, names: string[], say: (sign: Sign) => string, chosen: (at: number) => void): Tabs {
  const tabs = names.map((name, at) => {
    const tab = document.createElement("button"), word = document.createElement("span"), sign = document.createElement("span");
    Object.assign(tab, { type: "button", id: `map-tab-${at}`, className: "map-tab" });
    tab.setAttribute("role", "tab");
    tab.setAttribute("aria-controls", "map");
    word.textContent = name;
    sign.className = "unseen";
    tab.append(word, sign);
    tab.addEventListener("click", () => { choose(at); chosen(at); });
    tab.addEventListener("keydown", event => {
      const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
      if (by === undefined) return;
      const next = (at + by + tabs.length) % tabs.length;
      choose(next);
      chosen(next);
      tabs[next]!.focus();
    });
    return tab;
  });
  bar.replaceChildren(...tabs);
  const choose = (at: number) => tabs.forEach((tab, other) => {
    tab.setAttribute("aria-selected", String(other === at));
    tab.tabIndex = other === at ? 0 : -1;
    if (other === at) document.getElementById("map")?.setAttribute("aria-labelledby", tab.id);
  });
  choose(0);
  return {
    choose,
    sign: (at, sign) => {
      tabs[at]!.dataset["sign"] = sign;
      tabs[at]!.lastElementChild!.textContent = sign === "none" ? "" : ` (${say(sign)})`;
    },
  };
}
