export type { ActInputs, InputOf } from "./acts/act-inputs.ts";
export { ACT_NAMES, type ActName } from "./acts/act-names.ts";
export { CASE_PERMISSIONS, type CasePermission } from "./acts/who.ts";
export type { CaseChanges, CaseFacts } from "./case-facts.ts";
export { stageOf } from "./case-facts.ts";
export type { CaseState } from "./case-state.ts";
export { type ActingOfficer, doerOf } from "./circumstances.ts";
export { type Clock, clocksOf } from "./clocks/deadlines.rules.ts";
export { timeSpent, waitsNow, waitsOf } from "./clocks/waiting.rules.ts";
export { type ControlPoint, controlPointsOf } from "./control-points.ts";
export {
  type Abilities,
  type Ability,
  abilitiesOf,
  isStep,
  judgeAct,
  type ProcedureRefusal,
  type Step,
} from "./judge-act.ts";
export { findLegalBasis, type LegalBasis, legalBasesOn } from "./law/legal-bases.ts";
export { nextActionsOf } from "./next-action/next-action.rules.ts";
export { type NextAction } from "./next-action/next-action.ts";
export { DEFAULT_SETTINGS, type ProcedureSettings } from "./settings.ts";
export { type Line, STAGES, type Stage } from "./stages.ts";
export { ACTION_SENTENCES } from "./texts/action-sentences.ts";
export { type Explained, explainRefusal, filled } from "./texts/refusal-sentences.ts";
export { priorityOf } from "./triage/priority.rules.ts";
