import type { ActRefusal, CaseAbility, CaseProcedureView, ControlPointView, Language } from "@varde/contract";
import { ACT_NAMES, type ActName } from "../procedure/acts/act-names.ts";
import type { CaseFacts } from "../procedure/case-facts.ts";
import type { ActingOfficer } from "../procedure/circumstances.ts";
import { controlPointsOf } from "../procedure/control-points.ts";
import { abilitiesOf, type ProcedureRefusal } from "../procedure/judge-act.ts";
import { explainRefusal } from "../procedure/texts/refusal-sentences.ts";

/** What the procedure holds of a case, as the contract has it. Throws for a case that is not opened. */
export function procedureView(facts: CaseFacts): CaseProcedureView {
  const { state, ...rest } = facts;
  if (state.stage === "unopened") throw new Error(`The case ${facts.caseId} is not opened`);
  return { ...rest, state };
}

/** The criteria for leaving the stage, as they stand for a reader. */
export function controlPointViews(
  facts: CaseFacts,
  reader: ActingOfficer,
  { at, language }: { at: string; language: Language },
): ControlPointView[] {
  return controlPointsOf(facts, reader, at).map(({ name, sentence, met, reason, settledBy, tick }) => ({
    code: name,
    sentence: sentence[language],
    met,
    reason: reason ? refusalView(reason, language) : null,
    settledBy,
    tick,
  }));
}

/**
 * What the reader may do in the case, by every act: in their own right, or in the place of somebody they stand in for.
 * The reasons are those against their own right, or where that does not reach, against the first who could.
 */
export function abilityViews(
  facts: CaseFacts,
  ways: readonly ActingOfficer[],
  { at, language }: { at: string; language: Language },
): Record<string, CaseAbility> {
  const judged = ways.map((way) => ({ way, abilities: abilitiesOf(facts, way, at) }));
  return Object.fromEntries(
    ACT_NAMES.filter((act) => act !== "openCase").map((act) => [act, abilityOf(act, judged, language)]),
  );
}

type JudgedWays = readonly {
  readonly way: ActingOfficer;
  readonly abilities: ReturnType<typeof abilitiesOf>;
}[];

function abilityOf(act: ActName, judged: JudgedWays, language: Language): CaseAbility {
  const refused: (readonly ProcedureRefusal[])[] = [];
  for (const { way, abilities } of judged) {
    const ability = abilities[act];
    if (ability.allowed) return { allowed: true, ...(way.onBehalfOf && { onBehalfOf: way.onBehalfOf }) };
    refused.push(ability.reasons);
  }
  const reached = refused.find(([first]) => first?.code !== "permissionMissing") ?? refused[0] ?? [];
  return { allowed: false, reasons: reached.map((reason) => refusalView(reason, language)) };
}

/** A refusal of the procedure with its words. */
export function refusalView(
  { code, law, params, where, mendedBy }: ProcedureRefusal,
  language: Language,
): ActRefusal {
  return {
    code,
    sentence: explainRefusal({ code, ...(params && { params }) }, language) ?? null,
    ...(law && { law }),
    ...(params && { params }),
    ...(where && { where }),
    ...(mendedBy && { mendedBy: [...mendedBy] }),
  };
}
