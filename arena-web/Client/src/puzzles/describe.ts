// A map in words, for whoever does not see it.
import type { Words } from "./words";
import { colours, lists, type Language } from "./blocks";
import type { Frame } from "./frame";
import { indexOf, type World } from "./world";

export function describe(world: World, frame: Frame, words: Words, language: Language): string {
  const at = (cell: number) => words.say("at", Math.floor(cell / world.width) + 1, cell % world.width + 1);
  const cells = (is: (cell: number) => boolean, name: (cell: number) => string = at) =>
    world.cells.flatMap((_, cell) => is(cell) ? [name(cell)] : []);
  const told = (key: string, places: string[]) => places.length > 0 ? [words.say(key, places.join("; "))] : [];
  const counted = (count: (cell: number) => number) => (cell: number) => count(cell) === 1 ? at(cell) : words.say("pile", at(cell), count(cell));
  const directions = words.say("directions").split("|");
  const nameOf = (robot: number) => lists["robots"]![robot]!.text[language];
  const colourOf = (cell: number) => lists["colours"]![frame.colours[cell] ?? 0]!.text[language];
  return [
    words.say("grid", world.height, world.width),
    ...frame.robots.map((robot, number) =>
      words.say(frame.robots.length > 1 ? "robots" : "robot", at(indexOf(world, robot)), directions[robot.dir] ?? "", nameOf(number))),
    ...told("goals", cells(cell => world.cells[cell]!.goal)),
    ...told("things", cells(cell => frame.things[cell]! > 0, counted(cell => frame.things[cell]!))),
    ...told("houses", cells(cell => frame.needs[cell] !== null, counted(cell => frame.needs[cell]!))),
    ...told("gates", cells(cell => world.cells[cell]!.gate !== null)),
    ...told("lines", cells(cell => world.cells[cell]!.line)),
    ...told("painted", cells(cell => colours[frame.colours[cell] ?? 0] !== "none", cell => `${at(cell)} ${colourOf(cell)}`)),
    ...told("holes", cells(cell => world.cells[cell]!.terrain === "hole" || world.cells[cell]!.terrain === "water")),
    ...told("walls", cells(cell => world.cells[cell]!.terrain === "wall")),
  ].join(" ");
}
