import type { AnswerChange } from "@varde/contract";
import { type Answer, isSameProbability, type Proposed } from "./identity-after-run.rules.ts";

/**
 * What an answer says that an earlier one about the same alert did not, in the order in which officers should hear of
 * it: another first candidate, who came, who went, and who moved. Nothing where both say the same.
 */
export function answerChanges(
  before: Pick<Answer, "candidates">,
  now: Pick<Answer, "candidates">,
): AnswerChange[] {
  const then = new Map(before.candidates.map((one) => [one.hprNumber, one]));
  const today = new Set(now.candidates.map(({ hprNumber }) => hprNumber));
  const came = now.candidates.filter(({ hprNumber }) => !then.has(hprNumber));
  const went = before.candidates.filter(({ hprNumber }) => !today.has(hprNumber));
  return [
    ...otherBest(before.candidates[0], now.candidates[0]),
    ...came.map((one) => change("newCandidate", undefined, one)),
    ...went.map((one) => change("candidateGone", one, undefined)),
    ...now.candidates.flatMap((one) => moved(then.get(one.hprNumber), one)),
  ];
}

function otherBest(before: Proposed | undefined, now: Proposed | undefined): AnswerChange[] {
  if (!before || !now || before.hprNumber === now.hprNumber) return [];
  return [{ ...change("otherBest", undefined, now), previousHprNumber: before.hprNumber }];
}

function moved(before: Proposed | undefined, now: Proposed): AnswerChange[] {
  if (!before) return [];
  if (before.outcome !== now.outcome) return [change("bandMoved", before, now)];
  return isSameProbability(before, now) ? [] : [change("probabilityMoved", before, now)];
}

function change(
  kind: AnswerChange["kind"],
  before: Proposed | undefined,
  now: Proposed | undefined,
): AnswerChange {
  const standing = (one: Proposed | undefined) =>
    one ? { outcome: one.outcome, probability: one.probability } : null;
  return {
    kind,
    hprNumber: (now ?? before)?.hprNumber ?? null,
    previousHprNumber: null,
    before: standing(before),
    now: standing(now),
  };
}
