import type { CaseAct, LegalBasisText } from "@varde/contract";
import { invalid, isRefusal, type Refusal } from "../../../platform/rules/refusal.ts";
import { dayOf } from "../procedure/clocks/calendar.ts";
import { findLegalBasis } from "../procedure/law/legal-bases.ts";
import { contentHashOf } from "./content-hash.ts";
import type { DecisionToWrite } from "./effects.sql.ts";

type Draft = Extract<CaseAct, { act: "draftDecision" }>;

/** A drafted decision with its legal bases as they stand that day and its hash. Refuses a basis that is not in force. */
export function decisionOf(
  { outcome, letter, conditions, legalBases, effectiveOn }: Omit<Draft, "act">,
  at: Date,
): DecisionToWrite | Refusal {
  const day = dayOf(at.toISOString());
  const found = legalBases.map((key) => basisOn(key, day));
  const unknown = found.find((basis) => isRefusal(basis));
  if (unknown) return unknown;
  const content = {
    kind: "decision",
    outcome,
    letter,
    conditions,
    legalBases: found as LegalBasisText[],
    effectiveFrom: effectiveOn ?? null,
  } as const;
  return { ...content, contentHash: contentHashOf(content) };
}

/** What an officer wants suspended in the meantime, or for longer, with its hash. `until` is a calendar day. */
export function suspensionOf(
  kind: "interimSuspension" | "suspensionExtension",
  {
    scope,
    until,
    letter,
  }: { readonly scope: "full" | "limited"; readonly until: string; readonly letter: string },
): DecisionToWrite {
  const content = { kind, outcome: scope, letter, conditions: [], legalBases: [], effectiveFrom: null };
  return { ...content, contentHash: contentHashOf({ ...content, until }) };
}

function basisOn(key: string, day: string): LegalBasisText | Refusal {
  const basis = findLegalBasis(key, day);
  return basis ? { ...basis } : invalid("legalBasisNotInForce", { basis: key.slice(0, 100), day });
}
