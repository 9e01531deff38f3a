import { type Lane, PLACES, type Point, routeOf } from "./map-layout.ts";
import { type Move, movesOf } from "./moves.ts";

/** A move with its number on the map and the line it is drawn with. */
export interface RoutedMove extends Move {
  readonly number: number;
  readonly line: readonly Point[];
  /** Where on its longest part the number stands, from its left end, 0 to 1: neighbouring lines have theirs apart. */
  readonly numberAt: number;
  /** The way a case goes when nothing is sent back. */
  readonly onwards: boolean;
}

const NUMBER_AT = [0.5, 0.3, 0.7, 0.5];

/** Every move with a line of its own. Shorter detours lie nearer to the stages. */
export function routedMoves(): readonly RoutedMove[] {
  const moves = movesOf();
  const detours = moves
    .filter((move) => distance(move) !== 1)
    .toSorted((one, other) => Math.abs(distance(one)) - Math.abs(distance(other)));
  const levels = new Map<Move, Lane>();
  for (const side of ["above", "below"] as const)
    detours
      .filter((move) => sideOf(move) === side)
      .forEach((move, level) => levels.set(move, { level, side }));
  return moves.map((move, index) => ({
    ...move,
    number: index + 1,
    line: routeOf(move.from, move.to, levels.get(move)),
    numberAt: NUMBER_AT[levels.get(move)?.level ?? 0] ?? 0.5,
    onwards: distance(move) > 0,
  }));
}

function distance({ from, to }: Move): number {
  return PLACES[to].column - PLACES[from].column;
}

/** What ends or begins in the second lane goes below it; what stays with the first line goes above. */
function sideOf({ from, to }: Move): Lane["side"] {
  const below = PLACES[from].row === "secondLine" || PLACES[to].row === "secondLine";
  return below ? "below" : "above";
}
