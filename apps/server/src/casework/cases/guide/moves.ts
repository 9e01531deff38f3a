import { ACT_NAMES, type ActName } from "../procedure/acts/act-names.ts";
import { STAGES, type Stage } from "../procedure/stages.ts";
import { ACTS } from "../procedure/table/index.ts";

/** A way from one stage to another, and the acts that lead there. */
export interface Move {
  readonly from: Stage;
  readonly to: Stage;
  readonly acts: readonly ActName[];
}

/** An act that leads from many stages to one is drawn once, at its goal. */
const MANY = 4;

/** Acts that lead to a stage from so many others that they are told at the goal instead of drawn from each. */
export interface GatheredMove {
  readonly to: Stage;
  readonly act: ActName;
  readonly from: readonly Stage[];
}

/** Every move the table holds, in the order of the stages, apart from those gathered at their goal. */
export function movesOf(): readonly Move[] {
  const single = ACT_NAMES.filter((act) => !isGathered(act));
  return STAGES.flatMap((from) =>
    STAGES.flatMap((to) => {
      const acts = single.filter(
        (act) => from !== to && ACTS[act].to.includes(to) && sourcesOf(act).includes(from),
      );
      return acts.length > 0 ? [{ from, to, acts }] : [];
    }),
  );
}

/** The acts that lead to one stage from many. */
export function gatheredMoves(): readonly GatheredMove[] {
  return ACT_NAMES.filter(isGathered).flatMap((act) =>
    ACTS[act].to.map((to) => ({ to, act, from: sourcesOf(act) })),
  );
}

/** The stages an act leads on from. */
export function sourcesOf(act: ActName): readonly Stage[] {
  const { movesFrom, from } = ACTS[act];
  return movesFrom ?? from.filter((stage) => stage !== "unopened");
}

function isGathered(act: ActName): boolean {
  return ACTS[act].to.length > 0 && sourcesOf(act).length >= MANY;
}
