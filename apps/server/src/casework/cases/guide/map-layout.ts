import type { Stage } from "../procedure/stages.ts";

/** Where a stage stands on the map: its column, and the lane it belongs to. A handover belongs to both. */
export interface Place {
  readonly column: number;
  readonly row: "firstLine" | "between" | "secondLine";
}

/** One column a stage, in the order a case passes them. */
export const PLACES: Readonly<Record<Stage, Place>> = {
  intake: { column: 0, row: "firstLine" },
  triage: { column: 1, row: "firstLine" },
  documentation: { column: 2, row: "firstLine" },
  handover: { column: 3, row: "between" },
  assessment: { column: 4, row: "secondLine" },
  preNotice: { column: 5, row: "secondLine" },
  decision: { column: 6, row: "secondLine" },
  effectuation: { column: 7, row: "firstLine" },
  closed: { column: 8, row: "firstLine" },
};

/** Measures of the map in pixels. */
export const MAP = {
  left: 56,
  columnWidth: 172,
  nodeWidth: 134,
  nodeHeight: 60,
  laneTop: { firstLine: 150, secondLine: 330 },
  laneHeight: 180,
  rowCentre: { firstLine: 262, between: 330, secondLine: 414 },
} as const;

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The box of a stage. */
export function boxOf(stage: Stage): Box {
  const { column, row } = PLACES[stage];
  return {
    x: MAP.left + column * MAP.columnWidth + (MAP.columnWidth - MAP.nodeWidth) / 2,
    y: MAP.rowCentre[row] - MAP.nodeHeight / 2,
    width: MAP.nodeWidth,
    height: MAP.nodeHeight,
  };
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** How many moves leave or reach a stage at the same side, and which of them this is: so that lines never lie on each other. */
export interface Lane {
  readonly level: number;
  readonly side: "above" | "below";
}

/**
 * The corners of the line from one stage to another. Forward to the neighbour it goes straight or by one step; every
 * other way is led above the first lane or below the second, each on a level of its own.
 */
export function routeOf(from: Stage, to: Stage, lane: Lane | undefined): readonly Point[] {
  const [start, end] = [boxOf(from), boxOf(to)];
  if (!lane) return neighbours(start, end);
  const above = lane.side === "above";
  const y = above
    ? MAP.laneTop.firstLine + 44 - lane.level * 18
    : MAP.laneTop.secondLine + MAP.laneHeight - 48 + lane.level * 18;
  const goesRight = start.x < end.x;
  const shift = 14 + lane.level * 9;
  const startX = start.x + start.width / 2 + (goesRight ? shift : -shift);
  const endX = end.x + end.width / 2 + (goesRight ? -shift : shift);
  const edge = (box: Box) => (above ? box.y : box.y + box.height);
  return [
    { x: startX, y: edge(start) },
    { x: startX, y },
    { x: endX, y },
    { x: endX, y: edge(end) },
  ];
}

function neighbours(start: Box, end: Box): readonly Point[] {
  const from = { x: start.x + start.width, y: start.y + start.height / 2 };
  const to = { x: end.x, y: end.y + end.height / 2 };
  if (from.y === to.y) return [from, to];
  const x = (from.x + to.x) / 2;
  return [from, { x, y: from.y }, { x, y: to.y }, to];
}
