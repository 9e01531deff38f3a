import type { ActName } from "./acts/act-names.ts";
import type { CaseFacts, Tick, TickedPoint } from "./case-facts.ts";
import type { ActingOfficer } from "./circumstances.ts";
import { circumstancesOf, type ProcedureRefusal, refuseUnless } from "./judge-act.ts";
import { PREDICATES, type PredicateName } from "./predicates/index.ts";
import { type Sentence, say } from "./sentence.ts";
import { DEFAULT_SETTINGS, type ProcedureSettings } from "./settings.ts";
import type { Stage } from "./stages.ts";
import { ACTS } from "./table/index.ts";

/** The act through which a case leaves each stage: its criteria are the control points of the stage. */
export const GATE: Readonly<Record<Exclude<Stage, "intake" | "closed">, ActName>> = {
  triage: "finishTriage",
  documentation: "offerHandover",
  handover: "acceptHandover",
  assessment: "concludeAssessment",
  preNotice: "concludeHearing",
  decision: "approveDecision",
  effectuation: "closeCase",
};

/** What a person ticks, in words. */
export const TICKED_POINT: Readonly<Record<TickedPoint, Sentence>> = {
  documentationSufficient: say(
    "Dokumentasjonen er tilstrekkelig til å behandle saken.",
    "Dokumentasjonen er tilstrekkeleg til å behandle saka.",
    "The documentation is sufficient to handle the case.",
  ),
  lapseProven: say(
    "Det er dokumentert at den utenlandske godkjenningen er bortfalt.",
    "Det er dokumentert at den utanlandske godkjenninga er bortfallen.",
    "The lapse of the foreign authorisation is proven.",
  ),
  impartialityConsidered: say(
    "Jeg har vurdert min egen habilitet i saken.",
    "Eg har vurdert min eigen habilitet i saka.",
    "I have considered my own impartiality in the case.",
  ),
};

/** A criterion of the stage as it stands. */
export interface ControlPoint {
  readonly name: PredicateName;
  readonly sentence: Sentence;
  readonly met: boolean;
  readonly reason?: ProcedureRefusal;
  /** Whether a person settles it by ticking, the robot by looking up, or somebody by an act. */
  readonly settledBy: "tick" | "robot" | "act";
  readonly tick: Tick | null;
}

const TICK_OF: Partial<Record<PredicateName, TickedPoint>> = {
  documentationSettled: "documentationSufficient",
  trackDemandsMet: "lapseProven",
  impartialityConsidered: "impartialityConsidered",
};

/** The criteria a case must meet to leave the stage it is in. `officer` is who asks: four eyes depend on it. */
export function controlPointsOf(
  facts: CaseFacts,
  officer: ActingOfficer,
  at: string,
  settings: ProcedureSettings = DEFAULT_SETTINGS,
): readonly ControlPoint[] {
  const circumstances = circumstancesOf(officer, at, settings);
  return criteriaOf(facts.state.stage).map((name) => {
    const reason = refuseUnless(name, facts, circumstances);
    const point = TICK_OF[name];
    return {
      name,
      sentence: PREDICATES[name].sentence,
      met: reason === undefined,
      ...(reason && { reason }),
      settledBy: PREDICATES[name].settledBy,
      tick: (point && facts.ticks[point]) ?? null,
    };
  });
}

/** The criteria for leaving a stage. */
export function criteriaOf(stage: Stage | "unopened"): readonly PredicateName[] {
  if (stage === "unopened") return ACTS.openCase.requires;
  if (stage === "intake") return ["registersAnswered"];
  return stage === "closed" ? [] : ACTS[GATE[stage]].requires;
}
