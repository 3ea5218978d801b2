// Says a typed moment back in words while it is typed. Rule: TypedMoment.cs; tests/moments.json holds both to it.
const NOISE = /thứ (?:hai|ba|tư|năm|sáu|bảy)|chủ nhật|giờ việt nam|ngày|lúc|vào|[,;]|(?<=[0-9])t(?=[0-9])/g;
const DAY_FIRST = /(?<![0-9])(?<day>[0-9]{1,2})\s*([/.-])\s*(?<month>[0-9]{1,2})\s*\2\s*(?<year>[0-9]{1,9})(?![0-9])/;
const YEAR_FIRST = /(?<![0-9])(?<year>[0-9]{4})\s*([/.-])\s*(?<month>[0-9]{1,2})\s*\2\s*(?<day>[0-9]{1,2})(?![0-9])/;
const TIME = /^([0-9]{1,2})\s*(?:[:.]\s*([0-9]{2})(?:\s*[:.]\s*([0-9]{2}))?|(?:giờ|h|g)\s*(?:([0-9]{1,2})\s*(?:phút|p|m|')?)?)\s*(am|pm|sa|ch)?$/;

/** What a clock in Vietnam shows. */
export interface Moment { year: number; month: number; day: number; hour: number; minute: number; second: number }
export interface Flaw { flaw: string; date: string }

export function read(text: string): Moment | Flaw {
  const none = (flaw: string, date = ""): Flaw => ({ flaw, date });
  if (text.length > 100) return none("Form");
  const typed = text.normalize("NFKC").toLowerCase().replace(NOISE, " ").replace(/tháng|năm/g, "/").replace(/\p{Pd}/gu, "-").trim();
  if (typed === "") return none("Missing");
  const found = DAY_FIRST.exec(typed) ?? YEAR_FIRST.exec(typed);
  if (!found) return none("Form");
  const { day, month, year } = found.groups as { day: string; month: string; year: string };
  const date = dayOf(Number(day), Number(month), year);
  if ("flaw" in date) return date;
  const rest = `${typed.slice(0, found.index)} ${typed.slice(found.index + found[0].length)}`.replace(/^[ \t-]+|[ \t-]+$/g, "");
  const time = timeOf(rest);
  return typeof time === "string" ? none(time) : { ...date, ...time };
}

function dayOf(day: number, month: number, year: string): { year: number; month: number; day: number } | Flaw {
  if (year.length !== 4 || Number(year) < 2000 || Number(year) > 2099) return { flaw: "Year", date: "" };
  if (month > 12 && day >= 1 && day <= 12) return { flaw: "MonthFirst", date: `${two(month)}/${two(day)}/${year}` };
  const real = new Date(Date.UTC(Number(year), month - 1, day));
  return day > 0 && month > 0 && real.getUTCMonth() === month - 1 && real.getUTCDate() === day
    ? { year: Number(year), month, day }
    : { flaw: "NoSuchDay", date: `${two(day)}/${two(month)}/${year}` };
}

function timeOf(text: string): { hour: number; minute: number; second: number } | string {
  if (text === "") return "NoTime";
  const found = TIME.exec(text);
  if (!found) return "Form";
  const half = found[5];
  let hour = Number(found[1]);
  const minute = Number(found[2] ?? found[4] ?? 0), second = Number(found[3] ?? 0);
  if (hour > 23 || minute > 59 || second > 59 || (half !== undefined && (hour === 0 || hour > 12))) return "NoSuchTime";
  if (half !== undefined) hour = hour % 12 + (half === "pm" || half === "ch" ? 12 : 0);
  return { hour, minute, second };
}

const two = (n: number): string => String(n).padStart(2, "0");
const clock = (at: Moment): string => `${two(at.hour)}:${two(at.minute)}${at.second ? `:${two(at.second)}` : ""}`;

/** As a field holds it. */
export const written = (at: Moment): string => `${two(at.day)}/${two(at.month)}/${at.year} ${clock(at)}`;

/** @param words The sentence; days from Sunday and months from January, parted by bars. */
export function inWords(at: Moment, words: string, days: string, months: string): string {
  const day = days.split("|")[new Date(Date.UTC(at.year, at.month - 1, at.day)).getUTCDay()]!;
  return fill(words, [day, String(at.day), months.split("|")[at.month - 1]!, String(at.year), clock(at)]);
}

const fill = (text: string, values: string[]): string => text.replace(/\{(\d)\}/g, (_, at: string) => values[Number(at)] ?? "");

export function mount(root: HTMLElement): void {
  const field = document.getElementById(root.getAttribute("for")!) as HTMLInputElement;
  const { words = "", days = "", months = "", flaws = "{}" } = root.dataset;
  const sentences = JSON.parse(flaws) as Record<string, string>;
  const show = (text: string, unread: boolean) => {
    root.classList.toggle("unread", unread);
    if (root.textContent !== text) root.textContent = text;
  };
  field.addEventListener("input", () => {
    const typed = read(field.value);
    show("flaw" in typed ? "" : inWords(typed, words, days, months), false);
  });
  // Whoever leaves the field sees it as others will, or why it is not read.
  field.addEventListener("change", () => {
    const typed = read(field.value);
    if ("flaw" in typed) {
      show(fill(sentences[typed.flaw] ?? "", ["", typed.date]), true);
      return;
    }
    field.value = written(typed);
    // What the server found wrong was about another text.
    field.removeAttribute("aria-invalid");
    document.getElementById(`${field.id}-error`)?.remove();
  });
}
