// The map of one world. It only shows frames; what happens is decided elsewhere.
import { gateClosed, gateOpen, goal, ground, group, house, robot, shape, SIDE, thing } from "./drawing";
import type { Frame, RobotFrame } from "./frame";
import { ahead, edgeOf, isOpen, type World } from "./world";

export interface MapView {
  /** @param ms how long the robots take to get there; 0: they are there. */
  show(frame: Frame, ms: number): void;
}

const MIDDLE = SIDE / 2;

/** How far into the next cell a robot gets that runs against something. */
const LEAN = 0.22;

/** @param label what the picture says in words. */
export function drawMap(host: HTMLElement, world: World, theme: string, label: string): MapView {
  const { width, height } = world;
  const changing = shape("g"), trail = shape("g", { class: "m-trail" });
  const robots = world.robots.map((_, at) => new RobotView(at));
  const viewBox = `-3 -3 ${width * SIDE + 6} ${height * SIDE + 6}`;
  const picture = shape("svg", { viewBox, role: "img", "aria-label": label, class: `m-map m-${theme}` },
    shape("rect", { class: "m-land", x: -3, y: -3, width: width * SIDE + 6, height: height * SIDE + 6, rx: 14 }),
    shape("g", {}, ...world.cells.map((cell, at) => ground(theme, cell, at % width, Math.floor(at / width)))),
    shape("g", { class: "m-line" }, ...lines(world)),
    changing, wanted(world), trail,
    ...robots.map(robot => robot.element));
  picture.style.setProperty("--ratio", String(width / height));
  host.replaceChildren(picture);
  return {
    show(frame, ms) {
      changing.replaceChildren(...world.cells.flatMap((_, at) => stateOf(world, theme, frame, at)));
      trail.replaceChildren(...frame.edges.map(edge => edgeLine(world, edge)));
      frame.robots.forEach((state, at) => robots[at]?.show(state, ms));
    },
  };
}

/** What lies or stands on a cell in this frame. */
function stateOf(world: World, theme: string, frame: Frame, at: number): Element[] {
  const cell = world.cells[at]!, colour = frame.colours[at] ?? 0, things = frame.things[at] ?? 0, need = frame.needs[at] ?? null;
  const inside = [
    ...(colour > 0 ? [shape("rect", { class: `m-paint m-paint-${colour}`, x: 3, y: 3, width: 54, height: 54, rx: 7 })] : []),
    ...(cell.goal ? goal() : []),
    ...(cell.gate ? isOpen(cell.gate, frame.tick) ? gateOpen() : gateClosed() : []),
    ...(need === null ? [] : [...house(), shape("text", { class: "m-number", x: 30, y: 47 }, need > 0 ? String(need) : "✓")]),
    ...(things > 0 && need === null ? thing(theme) : []),
    ...(things > 1 && need === null ? [shape("circle", { class: "m-badge", cx: 45, cy: 46, r: 12 }),
      shape("text", { class: "m-number m-number-badge", x: 45, y: 51.500 }, String(things))] : []),
  ];
  return inside.length > 0 ? [group("m-state", (at % world.width) * SIDE, Math.floor(at / world.width) * SIDE, ...inside)] : [];
}

/** From the middle of each cell with the line to those of its neighbours to the east and south. */
const lines = (world: World): Element[] => world.cells.flatMap((cell, at) => {
  if (!cell.line) return [];
  const here = { x: at % world.width, y: Math.floor(at / world.width) };
  const sides = [0, 1].filter(dir => {
    const there = ahead(here, dir);
    return there.x < world.width && there.y < world.height && world.cells[there.y * world.width + there.x]!.line;
  });
  return sides.map(dir => edgeLine(world, edgeOf(world, here, dir)));
});

function edgeLine(world: World, edge: number): Element {
  const at = Math.floor(edge / 2), x = (at % world.width) * SIDE + MIDDLE, y = Math.floor(at / world.width) * SIDE + MIDDLE;
  return shape("path", { d: `M${x} ${y}${edge % 2 === 0 ? "h" : "v"}${SIDE}` });
}

/** What is to be drawn, as a chalk line; of a drawing by cells, a dot in each. */
function wanted(world: World): Element {
  const byCells = world.drawing.length > 0 && world.drawing.every(stroke => stroke.walk.length === 0 || stroke.colour !== 1);
  return shape("g", { class: "m-wanted" }, ...world.drawing.flatMap(({ from, walk, colour }) => {
    let at = from;
    const dot = () => shape("circle", { class: `m-paint-${colour}`, cx: at.x * SIDE + MIDDLE, cy: at.y * SIDE + MIDDLE, r: 9 });
    const first = byCells ? [dot()] : [];
    return [...first, ...walk.map(dir => {
      const edge = edgeLine(world, edgeOf(world, at, dir));
      at = ahead(at, dir);
      return byCells ? dot() : edge;
    })];
  }));
}

/** Goes and turns by transitions, which a style sheet cannot do for numbers it does not know. */
class RobotView {
  readonly element: SVGElement;
  readonly #turned: SVGElement;
  readonly #bubble: SVGElement;
  #angle: number | null = null;

  constructor(at: number) {
    this.#turned = shape("g", { class: "m-turned" }, ...robot());
    this.#bubble = shape("g", { class: "m-bubble" });
    this.element = shape("g", { class: `m-robot m-robot-${at}` }, this.#turned, this.#bubble);
  }

  show(state: RobotFrame, ms: number): void {
    const wanted = state.dir * 90;
    // The short way round, so that a turn from north to east is one to the right.
    this.#angle = this.#angle === null ? wanted : this.#angle + ((wanted - this.#angle + 180) % 360 + 360) % 360 - 180;
    const next = ahead(state, state.dir), lean = state.bumped ? LEAN : 0;
    const x = state.x + (next.x - state.x) * lean, y = state.y + (next.y - state.y) * lean;
    for (const part of [this.element, this.#turned]) part.style.transitionDuration = `${ms}ms`;
    this.element.style.transform = `translate(${x * SIDE + MIDDLE}px, ${y * SIDE + MIDDLE}px)`;
    this.#turned.style.transform = `rotate(${this.#angle}deg)`;
    this.element.classList.toggle("m-bumped", state.bumped);
    const words = state.said !== null ? String(state.said) : state.bumped ? "?" : null;
    const half = (words?.length ?? 0) * 5, width = 2 * half + 16;
    this.#bubble.replaceChildren(...(words === null ? [] : [
      shape("path", { d: `M-4-18 0-26h${half + 8}a9 9 0 0 0 9-9v-8a9 9 0 0 0-9-9h-${width}a9 9 0 0 0-9 9v8a9 9 0 0 0 9 9h${half}z` }),
      shape("text", { x: 0, y: -33 }, words),
    ]));
  }
}
