import { nextId } from "../acts/act.ts";
import {
  EFFECTUATION_LINES,
  type EffectuationCause,
  type EffectuationLine,
  type EffectuationRound,
} from "../side/effectuation.ts";

const WITHOUT_APPEAL = EFFECTUATION_LINES.filter((line) => line !== "appealInformation");

/** What each kind of change must be shown to have done. Who was not decided against has nothing to appeal. */
export const LINES_OF_CAUSE: Readonly<Record<EffectuationCause, readonly EffectuationLine[]>> = {
  decision: EFFECTUATION_LINES,
  interimSuspension: EFFECTUATION_LINES,
  suspensionExtended: EFFECTUATION_LINES,
  suspensionEnded: WITHOUT_APPEAL,
  renunciation: WITHOUT_APPEAL,
  appealOutcome: WITHOUT_APPEAL,
};

/** The rounds with one more, in which nothing is shown yet. `effectiveFrom` is a calendar day. */
export function withRound(
  rounds: readonly EffectuationRound[],
  cause: EffectuationCause,
  effectiveFrom: string,
): readonly EffectuationRound[] {
  const lines = Object.fromEntries(LINES_OF_CAUSE[cause].map((line) => [line, null]));
  return [...rounds, { id: nextId(rounds), cause, effectiveFrom, lines }];
}
