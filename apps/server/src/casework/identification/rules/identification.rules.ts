import type { Permission } from "@varde/contract/access";
import type {
  AlertStatus,
  IdentityDecision,
  IdentityState,
  MatchOutcome,
} from "@varde/contract/identification";
import { forbidden, invalid, type Refusal, refused } from "../../../platform/rules/refusal.ts";
import type { Proposed } from "./identity-after-run.rules.ts";

/** A decision as recorded. */
export interface RecordedDecision {
  id: number;
  decision: IdentityDecision;
  hprNumber: number | null;
  versionId: number;
  needsSecond: boolean;
  seconds: number | null;
  officerId: string;
  officer: string;
  /** The officer in whose place it was taken, by a stand-in. */
  inPlaceOf: string | null;
  /** ISO instant. */
  at: string;
}

/** Everything that deciding about an identity depends on. */
export interface Situation {
  status: AlertStatus;
  /** The alert's newest version: which, and since when it is known (ISO instant). */
  version: { id: number; recordedAt: string };
  state: IdentityState;
  /** The version the engine's answer is about, and the answer; absent until the engine has answered. */
  match: { versionId: number; outcome: MatchOutcome; candidates: readonly Proposed[] } | undefined;
  confirmedHpr: number | null;
  /** Oldest first. */
  decisions: readonly RecordedDecision[];
  /** The decision that waits for a second officer. */
  proposal: RecordedDecision | undefined;
}

/** What an officer wants decided, and what they had seen. */
export interface WantedDecision {
  decision: IdentityDecision;
  hprNumber: number | null;
  /** Ids of the officer and of everybody they stand in for; four eyes takes them for one. */
  countsAs: ReadonlySet<string>;
  permissions: ReadonlySet<string>;
  seenVersionId: number;
  seenDecisionId: number | null;
}

/** What becomes of a decision. */
export interface DecisionVerdict {
  needsSecond: boolean;
  /** The first officer's decision that this one seconds. */
  seconds: number | null;
  /** Whether it counts now, or waits for a second officer; an identity that was settled stands open while it waits. */
  effective: boolean;
  state: "confirmed" | "rejected" | "asked" | "awaitingDecision";
}

const PERMISSION: Permission = "decideIdentity";

const ALERT_LAW = "Directive 2005/36/EC Art. 56a";
const DUTY_TO_CLARIFY = "forvaltningsloven § 17";

const STATE_AFTER = { confirm: "confirmed", reject: "rejected", ask: "asked" } as const;

/**
 * Why someone with these permissions may not take such a decision about the alert now; nothing means they may. The same
 * answer guards the command and tells the page.
 */
export function refuseToDecide(
  { status, match, version, state }: Situation,
  decision: IdentityDecision,
  permissions: ReadonlySet<string>,
): Refusal | undefined {
  if (!permissions.has(PERMISSION))
    return forbidden("permissionMissing", undefined, { permission: PERMISSION });
  if (status === "withdrawn") return refused("alertWithdrawn", ALERT_LAW);
  if (status === "expired") return refused("alertExpired", ALERT_LAW);
  if (match?.versionId !== version.id) return refused("notMatchedYet");
  if (decision === "reject" && match.candidates.length === 0) return refused("nothingToReject");
  if (decision !== "confirm" && state === STATE_AFTER[decision]) return refused("alreadyDecidedSo");
  return undefined;
}

/**
 * What becomes of a wanted decision, or why it is refused. A decision against the engine's answer counts when a second
 * officer has decided the same.
 */
export function judgeDecision(situation: Situation, wanted: WantedDecision): DecisionVerdict | Refusal {
  const refusal =
    refuseOutdated(situation, wanted) ?? refuseToDecide(situation, wanted.decision, wanted.permissions);
  if (refusal) return refusal;
  if (wanted.decision === "confirm") {
    if (wanted.hprNumber === null) return invalid("hprNumberMissing");
    if (situation.confirmedHpr === wanted.hprNumber) return refused("alreadyDecidedSo");
  }
  const state = STATE_AFTER[wanted.decision];
  if (!goesAgainstEngine(situation, wanted))
    return { needsSecond: false, seconds: null, effective: true, state };
  const first = situation.proposal;
  if (!first || first.decision !== wanted.decision || first.hprNumber !== wanted.hprNumber)
    return { needsSecond: true, seconds: null, effective: false, state: "awaitingDecision" };
  if (
    wanted.countsAs.has(first.officerId) ||
    (first.inPlaceOf !== null && wanted.countsAs.has(first.inPlaceOf))
  )
    return refused("secondOfficerMustBeAnother", DUTY_TO_CLARIFY, { by: first.officer, at: first.at });
  return { needsSecond: true, seconds: first.id, effective: true, state };
}

/** Another version or a colleague's decision that the officer has not seen refuses theirs, and says whose and when. */
function refuseOutdated(situation: Situation, wanted: WantedDecision): Refusal | undefined {
  const { version } = situation;
  if (version.id !== wanted.seenVersionId)
    return refused("newerVersion", undefined, { version: version.id, at: version.recordedAt });
  const newest = situation.decisions.at(-1);
  if (newest && newest.id !== wanted.seenDecisionId)
    return refused("decidedMeanwhile", undefined, {
      by: newest.officer,
      at: newest.at,
      decision: newest.decision,
    });
  return undefined;
}

/** Below even odds the engine holds that it is rather somebody else, or nobody. */
const EVEN_ODDS = 0.5;

/** To reject whom the engine is certain of, or to confirm whom it did not find or holds for less likely than not. */
function goesAgainstEngine({ match }: Situation, { decision, hprNumber }: WantedDecision): boolean {
  switch (decision) {
    case "ask":
      return false;
    case "reject":
      return match?.outcome === "certain";
    case "confirm":
      return !isHeldLikely(match?.candidates.find((one) => one.hprNumber === hprNumber));
  }
}

/** Whether the engine itself holds a candidate for the person rather than not; confirming anyone else takes two officers. */
export function isHeldLikely(candidate: Proposed | undefined): boolean {
  return candidate !== undefined && candidate.outcome !== "noMatch" && candidate.probability >= EVEN_ODDS;
}

/** Whether each decision counts, waits for a second officer, or has been overtaken by a later one or a newer version. */
export function standingsOf(
  decisions: readonly RecordedDecision[],
  { effectiveId, proposalId }: { effectiveId: number | null; proposalId: number | null },
): Map<number, "effective" | "awaitingSecond" | "replaced"> {
  const firstOfTwo = decisions.find((one) => one.id === effectiveId)?.seconds;
  const standingOf = (id: number) => {
    if (id === proposalId) return "awaitingSecond";
    return id === effectiveId || id === firstOfTwo ? "effective" : "replaced";
  };
  return new Map(decisions.map(({ id }) => [id, standingOf(id)]));
}
