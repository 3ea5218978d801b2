// The rows of a map that is drawn: as many signs each, missing ones are wall.
const MOST = 16;
const robots = "><^v";

export const isRobot = (sign: string): boolean => robots.includes(sign);

/** Rows of one length; where there is none, one floor. */
export function rowsOf(text: string): string[] {
  const rows = text.split("\n").map(row => row.trim()).filter(row => row.length > 0);
  const width = Math.max(...rows.map(row => row.length));
  return rows.length > 0 ? rows.map(row => row.padEnd(width, "#")) : ["."];
}

/** There is one robot: a new one takes the place of the old. */
export const painted = (rows: string[], x: number, y: number, sign: string): string[] => rows.map((row, at) => {
  const free = isRobot(sign) ? row.replace(/[><^v]/g, ".") : row;
  return at === y ? free.slice(0, x) + sign + free.slice(x + 1) : free;
});

/** A row more, one less, a column more, one less; what cannot be stays. */
export const resizings: ((rows: string[]) => string[])[] = [
  rows => rows.length < MOST ? [...rows, ".".repeat(rows[0]!.length)] : rows,
  rows => rows.length > 1 ? rows.slice(0, -1) : rows,
  rows => rows[0]!.length < MOST ? rows.map(row => `${row}.`) : rows,
  rows => rows[0]!.length > 1 ? rows.map(row => row.slice(0, -1)) : rows,
];
