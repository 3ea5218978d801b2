// What a robot is to draw, as strokes of a pen: a line of text each, "row column walk", counted from 1 and with letters for the sides.
const sides = "ESWN";

export interface Stroke { x: number; y: number; walk: string }

const ahead = ({ x, y }: { x: number; y: number }, side: string) => ({
  x: x + (side === "E" ? 1 : side === "W" ? -1 : 0),
  y: y + (side === "S" ? 1 : side === "N" ? -1 : 0),
});

export const endOf = (stroke: Stroke): { x: number; y: number } => [...stroke.walk].reduce(ahead, { x: stroke.x, y: stroke.y });

/** Lines that are no strokes are left out here; the server tells of them. */
export const strokesOf = (text: string): Stroke[] => text.split("\n").flatMap(line => {
  const found = /^\s*(\d+)\s+(\d+)(?:\s+([ESWN]+))?\s*$/i.exec(line);
  return found ? [{ y: Number(found[1]) - 1, x: Number(found[2]) - 1, walk: (found[3] ?? "").toUpperCase() }] : [];
});

export const textOf = (strokes: Stroke[]): string => strokes.map(({ x, y, walk }) => `${y + 1} ${x + 1} ${walk}`.trim()).join("\n");

/** The pen is put on a cell: beside where it is it draws on, where it is it stays, anywhere else a new stroke begins. */
export function drawnTo(strokes: Stroke[], x: number, y: number): Stroke[] {
  const last = strokes.at(-1);
  if (last && endOf(last).x === x && endOf(last).y === y) return strokes;
  const side = last && [...sides].find(one => { const next = ahead(endOf(last), one); return next.x === x && next.y === y; });
  return last && side ? [...strokes.slice(0, -1), { ...last, walk: last.walk + side }] : [...strokes, { x, y, walk: "" }];
}

/** Without the last step; a stroke that has none goes whole. */
export function undrawn(strokes: Stroke[]): Stroke[] {
  const last = strokes.at(-1), before = strokes.slice(0, -1);
  return last?.walk ? [...before, { ...last, walk: last.walk.slice(0, -1) }] : before;
}

/** By cell as "x,y": to which sides a line leaves it; empty: a stroke begins and ends there. */
export function inkOf(strokes: Stroke[]): Map<string, Set<string>> {
  const ink = new Map<string, Set<string>>();
  const leave = ({ x, y }: { x: number; y: number }, side?: string) => {
    const sidesOf = ink.get(`${x},${y}`) ?? new Set<string>();
    if (side) sidesOf.add(side);
    ink.set(`${x},${y}`, sidesOf);
  };
  for (const stroke of strokes) {
    let at = { x: stroke.x, y: stroke.y };
    leave(at);
    for (const side of stroke.walk) {
      leave(at, side);
      at = ahead(at, side);
      leave(at, sides[(sides.indexOf(side) + 2) % 4]);
    }
  }
  return ink;
}
