import { forbidden, type Refusal, refused } from "../../../platform/rules/refusal.ts";
import { type Act } from "./acts/act.ts";
import type { InputOf } from "./acts/act-inputs.ts";
import { ACT_NAMES, type ActName } from "./acts/act-names.ts";
import type { CaseFacts } from "./case-facts.ts";
import { stageOf } from "./case-facts.ts";
import { type ActingOfficer, type Circumstances, doerOf } from "./circumstances.ts";
import { dayOf } from "./clocks/calendar.ts";
import type { Doer } from "./persons.ts";
import { PREDICATES, type PredicateName } from "./predicates/index.ts";
import type { Place } from "./predicates/predicate.ts";
import { DEFAULT_SETTINGS, type ProcedureSettings } from "./settings.ts";
import { sideStatuses } from "./side/side-statuses.ts";
import type { Stage } from "./stages.ts";
import { ACTS } from "./table/index.ts";

/** Why an act may not be done; where a criterion does not hold, also where in the case that is mended, and by which acts. */
export interface ProcedureRefusal extends Refusal {
  readonly where?: Place;
  readonly mendedBy?: readonly ActName[];
}

/** An act that may be done: what is recorded, and how the case stands afterwards. */
export interface Step {
  readonly act: ActName;
  readonly event: string;
  readonly law: readonly string[];
  readonly doer: Doer;
  /** ISO instant. */
  readonly at: string;
  readonly before: Stage | null;
  readonly after: Stage | null;
  readonly facts: CaseFacts;
}

/** What can be done with a case, and why the rest cannot. */
export type Abilities = Readonly<Record<ActName, Ability>>;
export type Ability =
  | { readonly allowed: true }
  | { readonly allowed: false; readonly reasons: readonly ProcedureRefusal[] };

/**
 * Whether an officer may do an act with a case now, and what comes of it: a step, or every reason why not. The one
 * function for the server, the abilities of the API and the page. `at` is an ISO instant.
 */
export function judgeAct<A extends ActName>(
  facts: CaseFacts,
  act: A,
  by: ActingOfficer,
  input: InputOf<A>,
  at: string,
  settings: ProcedureSettings = DEFAULT_SETTINGS,
): Step | readonly ProcedureRefusal[] {
  const circumstances = circumstancesOf(by, at, settings);
  const reasons = reasonsAgainst(facts, act, circumstances);
  if (reasons.length > 0) return reasons;
  const line = ACTS[act];
  const refusal = line.refuse?.(facts, input, circumstances);
  if (refusal) return [refusal];
  const after = withEndedPause(facts, { ...facts, ...line.change(facts, input, circumstances) }, at);
  return {
    act,
    event: line.event,
    law: line.law,
    doer: circumstances.doer,
    at,
    before: stageOf(facts),
    after: stageOf(after),
    facts: after,
  };
}

/** Whether a verdict is a step, and not the reasons why there is none. */
export function isStep(verdict: Step | readonly ProcedureRefusal[]): verdict is Step {
  return "facts" in verdict;
}

/** Every act with whether it may be done now, before anything is given with it. */
export function abilitiesOf(
  facts: CaseFacts,
  by: ActingOfficer,
  at: string,
  settings: ProcedureSettings = DEFAULT_SETTINGS,
): Abilities {
  const circumstances = circumstancesOf(by, at, settings);
  const abilities = ACT_NAMES.map((act) => {
    const reasons = reasonsAgainst(facts, act, circumstances);
    return [act, reasons.length === 0 ? { allowed: true } : { allowed: false, reasons }] as const;
  });
  return Object.fromEntries(abilities) as Record<ActName, Ability>;
}

/** The circumstances of an officer who acts at an instant. */
export function circumstancesOf(
  officer: ActingOfficer,
  at: string,
  settings: ProcedureSettings = DEFAULT_SETTINGS,
): Circumstances {
  return { officer, doer: doerOf(officer), at, today: dayOf(at), settings };
}

/** Why a criterion does not hold, as a refusal that says where it is mended. */
export function refuseUnless(
  name: PredicateName,
  facts: CaseFacts,
  circumstances: Circumstances,
): ProcedureRefusal | undefined {
  const { lacks, law, where, mendedBy } = PREDICATES[name];
  const lack = lacks(facts, circumstances);
  if (!lack) return undefined;
  return { ...refused(name, law, { reason: lack.reason, ...lack.params }), where, mendedBy };
}

/** Who, then where the case stands, then the criteria: a later question makes no sense before the earlier is answered. */
function reasonsAgainst(
  facts: CaseFacts,
  name: ActName,
  circumstances: Circumstances,
): readonly ProcedureRefusal[] {
  const act: Act = ACTS[name] as Act;
  const early = refuseWho(act, circumstances) ?? refuseStanding(act, name, facts);
  if (early) return [early];
  return act.requires.flatMap((predicate) => refuseUnless(predicate, facts, circumstances) ?? []);
}

function refuseWho({ by }: Act, { officer }: Circumstances): Refusal | undefined {
  if (officer.robot) return by.robot ? undefined : forbidden("notForRobot");
  if (by.anyOf.some((permission) => officer.permissions.has(permission))) return undefined;
  return forbidden("permissionMissing", undefined, { permission: by.anyOf.join(", ") });
}

function refuseStanding({ from, phases, side }: Act, act: ActName, facts: CaseFacts): Refusal | undefined {
  const { state } = facts;
  if (!from.includes(state.stage)) return refused("stageForbidsAct", undefined, { act, stage: state.stage });
  if (phases && "phase" in state && !phases.includes(state.phase))
    return refused("phaseForbidsAct", undefined, { act, stage: state.stage, phase: state.phase });
  if (!side) return undefined;
  const statuses = sideStatuses(facts, side.matter);
  return statuses.some((status) => side.status.includes(status))
    ? undefined
    : refused("sideMatterForbidsAct", undefined, { act, matter: side.matter, status: statuses.join(", ") });
}

/** However a pause ends, it is kept: the time of others is counted from it. */
function withEndedPause({ pause, formerPauses }: CaseFacts, after: CaseFacts, at: string): CaseFacts {
  if (!pause || after.pause) return after;
  return {
    ...after,
    formerPauses: [...formerPauses, { reason: pause.reason, from: pause.paused.at, until: at }],
  };
}
