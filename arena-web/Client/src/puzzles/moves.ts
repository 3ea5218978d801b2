// Which of the robots that go ahead in one tick can do so.
import { type Intent, isPassable, type Mishap, type State } from "./state";
import { ahead, has, indexOf, type Place, type World } from "./world";

const same = (one: Place, two: Place): boolean => one.x === two.x && one.y === two.y;

/**
 * A robot fails at a wall, a closed gate and the end of the map; where two want the same cell or change places, both do. Who wants the cell
 * of another that stays or fails, fails too; a cell that is left in the same tick is free.
 */
export function movesOf(world: World, state: State, intents: Intent[]): Mishap[] {
  const { robots } = state, targets = robots.map(robot => ahead(robot, robot.dir));
  const mishaps = intents.map((intent, robot): Mishap =>
    intent.deed === "forward" ? ofPlace(world, state, targets[robot]!) : { code: "ok", number: 0 });
  const moving = (of: Mishap[], robot: number) => intents[robot]!.deed === "forward" && of[robot]!.code === "ok";
  const collide = (robot: number, other: number) => { if (other >= 0) mishaps[robot] = { code: "collision", number: other }; };

  const obstacles = [...mishaps];
  robots.forEach((own, robot) => {
    if (!moving(obstacles, robot)) return;
    collide(robot, robots.findIndex((there, other) => other !== robot && moving(obstacles, other)
      && (same(targets[other]!, targets[robot]!) || same(targets[other]!, own) && same(targets[robot]!, there))));
  });

  const standing = (robot: number) => moving(mishaps, robot)
    ? robots.findIndex((there, other) => other !== robot && !moving(mishaps, other) && same(there, targets[robot]!)) : -1;
  for (let late = 0; late >= 0;) {
    late = robots.findIndex((_, robot) => standing(robot) >= 0);
    if (late >= 0) collide(late, standing(late));
  }
  return mishaps;
}

function ofPlace(world: World, state: State, target: Place): Mishap {
  if (!has(world, target)) return { code: "left_map", number: 0 };
  if (world.cells[indexOf(world, target)]!.terrain === "wall") return { code: "hit_wall", number: 0 };
  return { code: isPassable(world, state, target) ? "ok" : "gate_closed", number: 0 };
}
