import type { Assignment, CaseFacts } from "../case-facts.ts";
import type { ActingOfficer } from "../circumstances.ts";
import { circumstancesOf } from "../judge-act.ts";
import type { PersonRef } from "../persons.ts";
import { DEFAULT_SETTINGS, type ProcedureSettings } from "../settings.ts";
import { outstandingActions } from "./effectuation-actions.ts";
import { type NextAction, type WantedAction, wanted } from "./next-action.ts";
import { lineOf, sideActions } from "./side-actions.ts";
import { STAGE_ACTIONS } from "./stage-actions.ts";

/** Nobody in particular asks what is next. */
const NOBODY: ActingOfficer = { person: { id: "", name: "" }, permissions: new Set(), robot: true };

/**
 * Everything that is to be done in a case, the most urgent first: what is ours and late, ours with a day, ours without,
 * then what is waited for. An open case has always at least one, with an owner; a closed one has none.
 */
export function nextActionsOf(
  facts: CaseFacts,
  at: string,
  settings: ProcedureSettings = DEFAULT_SETTINGS,
): readonly NextAction[] {
  const { state, pause } = facts;
  if (state.stage === "closed" || state.stage === "unopened") return [];
  const circumstances = circumstancesOf(NOBODY, at, settings);
  const { today } = circumstances;
  const ofStage = facts.dismissal ? [] : STAGE_ACTIONS[state.stage](facts, circumstances);
  const held = pause !== null && today < pause.reviewOn;
  const paused = pause
    ? [
        wanted("lookAgain", "resume", lineOf(facts), {
          dueOn: pause.reviewOn,
          ...(held && { waiting: true as const }),
        }),
      ]
    : [];
  return [
    ...(held ? ofStage.map((action) => ({ ...action, waiting: true as const })) : ofStage),
    ...outstandingActions(facts),
    ...sideActions(facts, circumstances),
    ...paused,
  ]
    .map((action) => owned(action, facts, today))
    .sort(byUrgency);
}

function owned(
  { role = "officer", line, ...action }: WantedAction,
  facts: CaseFacts,
  today: string,
): NextAction {
  const assignment = facts.assignments[line];
  const person = role === "officer" && assignment ? holderOn(assignment, today) : null;
  return {
    ...action,
    waiting: action.waiting ?? false,
    owner: { role, line, unit: facts.units[line], person },
  };
}

/** Whoever has the case on a day: the assigned officer, the stand-in while that one is away, or nobody. */
export function holderOn({ person, awayUntil, standIn }: Assignment, today: string): PersonRef | null {
  return awayUntil !== null && today < awayUntil ? standIn : person;
}

function byUrgency(one: NextAction, other: NextAction): number {
  if (one.waiting !== other.waiting) return one.waiting ? 1 : -1;
  return (one.dueOn ?? "9999").localeCompare(other.dueOn ?? "9999");
}
