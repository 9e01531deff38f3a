import type { AlertView, CandidateView } from "@varde/contract/identification";

/** How a candidate is spoken of. */
export type Likelihood = "certain" | "possible" | "unlikely";

/** Below one in ten a candidate is shown so that nobody is missed, not because it is likely. */
const UNLIKELY_BELOW = 0.1;

/** How likely a candidate is, in the three degrees an officer needs. */
export function likelihoodOf({
  outcome,
  probability,
}: Pick<CandidateView, "outcome" | "probability">): Likelihood {
  if (outcome === "certain") return "certain";
  return outcome === "noMatch" || probability < UNLIKELY_BELOW ? "unlikely" : "possible";
}

/** The one act of the page of an alert that is brought forward. */
export type PrimaryAct = "confirm" | "reject" | "ask" | "next";

/**
 * While a decision is awaited: to confirm who is looked at, if the engine holds it likely; to reject, where nobody is
 * likely; to ask the sender otherwise. Once nothing is awaited, or may be decided: to go to the next alert.
 */
export function primaryActOf(
  { alert, match, abilities }: Pick<AlertView, "alert" | "match" | "abilities">,
  candidate: Pick<CandidateView, "needsSecond"> | undefined,
): PrimaryAct {
  if (alert.identity !== "awaitingDecision") return "next";
  if (candidate?.needsSecond === false && abilities.confirm.allowed) return "confirm";
  const nobodyIsLikely = match?.candidates.every((one) => likelihoodOf(one) === "unlikely") ?? false;
  if (nobodyIsLikely && abilities.reject.allowed) return "reject";
  return abilities.ask.allowed ? "ask" : "next";
}
