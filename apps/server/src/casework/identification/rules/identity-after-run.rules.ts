import type { IdentityState, MatchOutcome, Reopened } from "@varde/contract/identification";

/** A person the engine put forward, as far as rules look at it. */
export interface Proposed {
  hprNumber: number;
  probability: number;
  outcome: MatchOutcome;
}

/** What the engine answered about one alert version; candidates best first. */
export interface Answer {
  versionId: number;
  outcome: MatchOutcome;
  candidates: readonly Proposed[];
}

/** Where an identity stands before a new answer. */
export interface Standing {
  state: Exclude<IdentityState, "unmatched">;
  versionId: number;
  confirmedHpr: number | null;
  /** Whether a first officer's decision waits for a second one. */
  awaitsSecond: boolean;
  /** What the officer had in front of them when the decision that counts was taken; nobody before any decision. */
  decidedOn: readonly Proposed[];
}

export interface IdentityAfterRun {
  state: Standing["state"];
  /** Why a settled identity is opened again, or null. */
  reopened: Omit<Reopened, "at"> | null;
}

/**
 * Where an identity stands after the engine has answered anew. An officer's decision stands until the answer brings
 * something the officer did not see: another candidate, a stronger one, a confirmed person who no longer fits what the
 * sender now says, or the reply to a question.
 */
export function identityAfterRun(before: Standing | undefined, answer: Answer): IdentityAfterRun {
  if (!before || before.state === "noMatch" || before.state === "awaitingDecision") {
    const awaitsSecond = before?.awaitsSecond && before.versionId === answer.versionId;
    const isOpen = awaitsSecond || answer.outcome !== "noMatch";
    return { state: isOpen ? "awaitingDecision" : "noMatch", reopened: null };
  }
  const cause = causeToReopen(before, answer);
  if (!cause) return { state: before.state, reopened: null };
  const previousHprNumber = before.confirmedHpr ?? before.decidedOn[0]?.hprNumber ?? null;
  return {
    state: "awaitingDecision",
    reopened: { cause, hprNumber: answer.candidates[0]?.hprNumber ?? null, previousHprNumber },
  };
}

function causeToReopen(before: Standing, answer: Answer): Reopened["cause"] | undefined {
  const saysSomethingElse = before.versionId !== answer.versionId;
  if (before.state === "asked" && saysSomethingElse) return "newInformation";
  const seen = new Map(before.decidedOn.map((one) => [one.hprNumber, one]));
  const confirmed = answer.candidates.find((one) => one.hprNumber === before.confirmedHpr);
  for (const one of answer.candidates.filter(isProposal)) {
    if (before.state === "confirmed" && one.probability <= (confirmed?.probability ?? 0)) continue;
    const then = seen.get(one.hprNumber);
    if (!then) return "otherCandidate";
    if (RANK[one.outcome] > RANK[then.outcome]) return "strongerCandidate";
  }
  const fittedThen = before.confirmedHpr !== null && isProposal(seen.get(before.confirmedHpr));
  const fitsNow = isProposal(confirmed);
  return saysSomethingElse && fittedThen && !fitsNow ? "confirmedNoLongerFits" : undefined;
}

const RANK: Record<MatchOutcome, number> = { noMatch: 0, probable: 1, certain: 2 };

function isProposal(one: Proposed | undefined): boolean {
  return one !== undefined && one.outcome !== "noMatch";
}

const SAME_PROBABILITY = 0.005;

/** Whether two probabilities are the same to an officer's eye. */
export function isSameProbability(a: Proposed, b: Proposed): boolean {
  return Math.abs(a.probability - b.probability) < SAME_PROBABILITY;
}

/** Whether an answer says the same as the one before, so that nothing needs to be stored or shown. */
export function isSameAnswer(a: Answer, b: Answer): boolean {
  return (
    a.versionId === b.versionId &&
    a.outcome === b.outcome &&
    a.candidates.length === b.candidates.length &&
    a.candidates.every((one, rank) => {
      const other = b.candidates[rank];
      return (
        one.hprNumber === other?.hprNumber && one.outcome === other.outcome && isSameProbability(one, other)
      );
    })
  );
}
