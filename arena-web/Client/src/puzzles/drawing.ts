// Shapes of the map, all our own and all plain SVG: classes of puzzle.css give them their colours, in both themes.
import type { Cell } from "./world";

/** Units of a cell's side. */
export const SIDE = 60;

type Attributes = Record<string, string | number>;

export function shape(name: string, attributes: Attributes = {}, ...inside: (Element | string)[]): SVGElement {
  const element = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  element.append(...inside);
  return element;
}

const circle = (name: string, cx: number, cy: number, r: number) => shape("circle", { class: name, cx, cy, r });
const box = (name: string, x: number, y: number, width: number, height: number, rx = 0) => shape("rect", { class: name, x, y, width, height, rx });
const path = (name: string, d: string) => shape("path", { class: name, d });
export const group = (name: string, x: number, y: number, ...inside: (Element | string)[]) =>
  shape("g", { class: name, transform: `translate(${x} ${y})` }, ...inside);

/** One of so many looks, always the same for a place. */
const lookOf = (x: number, y: number, looks: number): number => ((x * 7 + y * 13 + x * y * 5) >>> 0) % looks;

/** A stall of the market under its awning. */
const stall = (colour: string): Element[] => [
  box("m-stall", 10, 34, 40, 18, 3), ...[17, 26, 35, 43].map(x => circle("m-ware", x, 38, 4.5)),
  ...[0, 1, 2, 3, 4].map(at => path(at % 2 === 0 ? `m-awning${colour}` : "m-awning-light", `M${5 + at * 10} 9h10v18a5 5 0 0 1-10 0z`)),
];

/** What stands where nobody can go: houses and trees of a quarter, or crates of a warehouse. */
function wall(theme: string, x: number, y: number): Element[] {
  if (theme === "warehouse" || theme === "city") {
    return lookOf(x, y, 3) === 0
      ? [box("m-crate", 4, 4, 52, 52, 4), path("m-crate-line", "M4 21h52M4 39h52")]
      : [box("m-crate m-crate-b", 4, 4, 52, 52, 4), path("m-crate-line", "M17 4v52M30 4v52M43 4v52")];
  }
  const look = lookOf(x, y, 6);
  if (look === 0 || look === 3) return stall(look === 0 ? "" : " m-awning-b");
  if (look === 4) return [shape("ellipse", { class: "m-rock", cx: 30, cy: 36, rx: 20, ry: 14 }),
    shape("ellipse", { class: "m-rock-light", cx: 25, cy: 31, rx: 10, ry: 6 })];
  return [circle("m-leaf-dark", 30, 33, 21), circle("m-leaf", 25, 26, 14), circle("m-leaf", 37, 30, 12),
    ...(look === 1 ? [circle("m-fruit", 24, 24, 3.5), circle("m-fruit", 38, 32, 3.5), circle("m-fruit", 29, 40, 3.5)] : [])];
}

/** The ground of a cell, which no run changes. */
export function ground(theme: string, cell: Cell, x: number, y: number): SVGElement {
  const inside = cell.terrain === "wall" ? wall(theme, x, y)
    : cell.terrain === "water" ? [box("m-water", 0, 0, SIDE, SIDE), path("m-wave", "M8 20q8-8 16 0t16 0 16 0M4 40q8-8 16 0t16 0 16 0")]
    : cell.terrain === "hole" ? [box("m-floor", 1, 1, 58, 58, 8), shape("ellipse", { class: "m-hole", cx: 30, cy: 32, rx: 22, ry: 18 })]
    : cell.terrain === "off" ? [box("m-off", 1, 1, 58, 58, 8)]
    : [box("m-floor", 1, 1, 58, 58, 8)];
  return group("m-cell", x * SIDE, y * SIDE, ...inside);
}

/** Where a robot must end: a flag on a square of hopscotch. */
export const goal = (): Element[] => [box("m-goal", 6, 6, 48, 48, 9), path("m-pole", "M22 46V15"), path("m-flag", "M22 15h22l-6 7.5 6 7.5H22z")];

export const house = (): Element[] => [path("m-house-roof", "M6 27 30 8l24 19z"), box("m-house", 11, 27, 38, 26, 2)];

/** One thing: a ripe fruit in the quarter, a sack of rice in the warehouse. */
export const thing = (theme: string): Element[] => theme === "warehouse" || theme === "city"
  ? [path("m-sack", "M19 23q11 7 22 0 8 12 4 24-15 7-30 0-4-12 4-24z"),
    path("m-sack-tie", "M19 23q11 6 22 0l-4-8q-7 4-14 0z"), path("m-sack-line", "M24 36h12")]
  : [circle("m-ripe", 30, 34, 14), path("m-stem", "M30 21v-5"), path("m-stem-leaf", "M30 19q9-9 15-3-7 7-15 3z"), path("m-shine", "M22 31q2-6 7-7")];

export const gateClosed = (): Element[] => [path("m-gate", "M8 30h44"), path("m-gate-stripe", "M14 30h6M27 30h6M40 30h6"),
  circle("m-post", 7, 30, 6), circle("m-post", 53, 30, 6)];
export const gateOpen = (): Element[] => [circle("m-post", 7, 30, 6), circle("m-post", 53, 30, 6), path("m-gate m-gate-up", "M7 30V8M53 30V8")];

/** Robot Gạo from above, looking east: a grain of rice on wheels, with two wide eyes. */
export const robot = (): Element[] => [
  shape("ellipse", { class: "m-shadow", cx: 0, cy: 4, rx: 25, ry: 21 }),
  box("m-wheel", -15, -24, 20, 9, 4), box("m-wheel", -15, 15, 20, 9, 4),
  path("m-nose", "M19-8 28.500 0 19 8z"),
  box("m-body", -23, -19, 45, 38, 19),
  path("m-band", "M-12-18.400v36.800A19 19 0 0 1-23 0 19 19 0 0 1-12-18.400z"),
  box("m-visor", -1, -13.500, 19, 27, 9),
  circle("m-eye", 9, -6.200, 5), circle("m-eye", 9, 6.200, 5), circle("m-pupil", 11, -6.200, 2.400), circle("m-pupil", 11, 6.200, 2.400),
  path("m-rise", "M-8 0h-9"), circle("m-lamp", -17, 0, 3.200),
];
