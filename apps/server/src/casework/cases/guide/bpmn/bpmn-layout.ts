import type { Stage } from "../../procedure/stages.ts";
import { type Box, PLACES, type Point } from "../map-layout.ts";
import type { Move } from "../moves.ts";

/** Measures of the diagram: those a modeller uses for tasks, gateways and events. */
const TASK = { width: 144, height: 80 };
const GATEWAY = 50;
const EVENT = 36;
const COLUMN = 350;
const FIRST_X = 340;
const CENTRE = { firstLine: 250, between: 250, secondLine: 500 } as const;

export const POOL: Box = { x: 100, y: 60, width: 3400, height: 960 };
const LABEL = 30;

/** The lanes of the pool: the two lines, and what runs beside the stages. */
export const LANES: Readonly<Record<"firstLine" | "secondLine" | "beside", Box>> = {
  firstLine: { x: POOL.x + LABEL, y: 60, width: POOL.width - LABEL, height: 310 },
  secondLine: { x: POOL.x + LABEL, y: 370, width: POOL.width - LABEL, height: 380 },
  beside: { x: POOL.x + LABEL, y: 750, width: POOL.width - LABEL, height: 270 },
};

/** The box of a stage's task; the closed stage is an end event. */
export function taskBox(stage: Stage): Box {
  const { column, row } = PLACES[stage];
  const size = stage === "closed" ? { width: EVENT, height: EVENT } : TASK;
  return { x: FIRST_X + column * COLUMN, y: CENTRE[row] - size.height / 2, ...size };
}

/** The box of the gateway behind a stage. */
export function gatewayBox(stage: Stage): Box {
  const { column, row } = PLACES[stage];
  return {
    x: FIRST_X + column * COLUMN + TASK.width + 25,
    y: CENTRE[row] - GATEWAY / 2,
    width: GATEWAY,
    height: GATEWAY,
  };
}

/** The box of an event before a stage: above it where the stage is reached in the ordinary way as well. */
export function startBox(stage: Stage, first: boolean): Box {
  const { x, y, width } = taskBox(stage);
  const at = first ? { x: x - 150, y: y + 22 } : { x: x + width / 2 - EVENT / 2, y: LANES.firstLine.y + 20 };
  return { ...at, width: EVENT, height: EVENT };
}

/** The box of a matter beside the stages, so many from the left. */
export function besideBox(index: number): Box {
  const { x, y, height } = LANES.beside;
  return { x: x + 30 + index * 610, y: y + 15, width: 590, height: height - 30 };
}

/** The box of an act within such a matter. */
export function actBox(within: Box, index: number): Box {
  return {
    x: within.x + 12 + (index % 4) * 101,
    y: within.y + 34 + Math.floor(index / 4) * 86,
    width: 93,
    height: 76,
  };
}

/** From the middle of the right side to the middle of the left side of what follows; by one step where the rows differ. */
export function straight(start: Box, end: Box): readonly Point[] {
  const from = { x: start.x + start.width, y: start.y + start.height / 2 };
  const to = { x: end.x, y: end.y + end.height / 2 };
  if (from.y === to.y) return [from, to];
  const x = to.x - 20;
  return [from, { x, y: from.y }, { x, y: to.y }, to];
}

/** The room a letter and a line of words take in a modeller, in pixels. */
const LETTER = 7;
const TEXT_LINE = 14;

/** Where the name of a line is written: above its longest level part, as high as the words need. */
export function labelBox(line: readonly Point[], name: string): Box {
  const long = line
    .slice(1)
    .map((end, index) => [line[index]!, end] as const)
    .toSorted(([a, b], [c, d]) => Math.abs(d.x - c.x) - Math.abs(b.x - a.x))[0]!;
  const [from, to] = long;
  const width = Math.min(Math.max(Math.abs(to.x - from.x) - 24, 90), 300);
  const height = Math.ceil((name.length * LETTER) / width) * TEXT_LINE;
  return { x: (from.x + to.x) / 2 - width / 2, y: from.y - height - 6, width, height };
}

/** Straight down from one box to another below it. */
export function downwards(start: Box, end: Box): readonly Point[] {
  const x = start.x + start.width / 2;
  return [
    { x, y: start.y + start.height },
    { x, y: end.y },
  ];
}

/** Around the stages between: below the row of the goal, each way on a level of its own. */
export function around(start: Box, end: Box, move: Move, level: number): readonly Point[] {
  const row =
    PLACES[move.to].row === "secondLine" || PLACES[move.from].row === "secondLine"
      ? "secondLine"
      : "firstLine";
  const y = CENTRE[row] + TASK.height / 2 + 44 + level * 34;
  const fromX = start.x + start.width / 2;
  const toX = end.x + end.width / 2 + (level - 1) * 12;
  return [
    { x: fromX, y: start.y + start.height },
    { x: fromX, y },
    { x: toX, y },
    { x: toX, y: end.y + end.height },
  ];
}
