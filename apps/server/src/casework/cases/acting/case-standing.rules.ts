import type { CaseStage } from "@varde/contract";
import { type CaseFacts, stageOf } from "../procedure/case-facts.ts";
import { addDays, addWorkingDays } from "../procedure/clocks/calendar.ts";
import { clocksOf } from "../procedure/clocks/deadlines.rules.ts";
import { timeSpent, waitsNow } from "../procedure/clocks/waiting.rules.ts";
import { nextActionsOf } from "../procedure/next-action/next-action.rules.ts";
import type { NextAction } from "../procedure/next-action/next-action.ts";
import { DEFAULT_SETTINGS } from "../procedure/settings.ts";
import { STAGE } from "../procedure/stages.ts";
import type { CaseStanding, RunningDeadline } from "./acts.sql.ts";
import { endOfDay, startOfDay } from "./days.ts";

/** Days by which a priority moves a case in the queue, as if it were due so much earlier or later. */
const MOVED_BY_PRIORITY = { high: -14, normal: 0, low: 14 } as const;
/** Where nothing is due, a case stands as if it were due so many days after it came to its stage. */
const DUE_UNSAID_DAYS = 60;

/** The units that own the stage of a case; a closed one, and one not yet opened, belongs to both lines. */
export function owningUnitsOf({ state, units }: CaseFacts): readonly string[] {
  const owners = state.stage === "closed" || state.stage === "unopened" ? [] : STAGE[state.stage].owners;
  const owning = owners.map((line) => units[line]);
  return owning.length > 0 ? owning : [...new Set(Object.values(units))];
}

/** The units that have a case: those that own its stage, and those that something in it waits for, as an appeal does. */
export function unitsOf(facts: CaseFacts, at: Date): readonly string[] {
  const waitedFor = nextActionsOf(facts, at.toISOString()).map(({ owner }) => owner.unit);
  return [...new Set([...owningUnitsOf(facts), ...waitedFor])];
}

/** How a case stands in queues and figures at an instant, from its facts alone. */
export function standingOf(facts: CaseFacts, at: Date): CaseStanding {
  const { state, priority, flags, alerts, person } = facts;
  const stage = openedStage(facts);
  const next = nextActionsOf(facts, at.toISOString()).at(0) ?? null;
  const [wait] = next?.waiting ? waitsNow(facts) : [];
  const isWaiting = next?.waiting ?? false;
  const dueOn = soonestOf(facts, next, at);
  const urgentOn = dueOn ?? addDays(facts.stageSince.slice(0, 10), DUE_UNSAID_DAYS);
  return {
    stage,
    stageSince: new Date(facts.stageSince),
    closedAt: state.stage === "closed" ? new Date(state.at) : null,
    priority: priority?.level ?? null,
    flags,
    outcome: state.stage === "closed" ? state.outcome : null,
    reopened: facts.reopenings,
    units: unitsOf(facts, at),
    countries: [...new Set(alerts.flatMap(({ sendingCountry }) => sendingCountry ?? []))].sort(),
    professions: [...new Set(person.authorisations.map(({ profession }) => profession))].sort(),
    assigneeId: holderOf(facts, next),
    nextAction: next && { ...next },
    waitingFor: isWaiting ? (wait?.for ?? facts.pause?.reason ?? "others") : null,
    waitingSince: isWaiting
      ? wait
        ? startOfDay(wait.from)
        : new Date(facts.pause?.paused.at ?? facts.stageSince)
      : null,
    dueAt: dueOn === null ? null : endOfDay(dueOn),
    urgentAt: endOfDay(addDays(urgentOn, MOVED_BY_PRIORITY[priority?.level ?? "normal"])),
    spent: spentOn(facts),
  };
}

/** The time a reopened case lay closed was nobody's, so only a first closing is measured. */
function spentOn(facts: CaseFacts): CaseStanding["spent"] {
  const { state, reopenings, openedAt } = facts;
  return state.stage === "closed" && reopenings === 0 ? timeSpent(facts, openedAt, state.at) : null;
}

/** The first day something is late: the next action's own, or a clock of ours that runs. */
function soonestOf(facts: CaseFacts, next: NextAction | null, at: Date): string | null {
  const clocks = clocksOf(facts, at.toISOString()).filter(
    ({ whose, status }) => whose === "ours" && status !== "waiting",
  );
  const days = [next?.dueOn ?? null, ...clocks.map(({ dueOn }) => dueOn)].filter((day) => day !== null);
  return days.toSorted().at(0) ?? null;
}

/** The officer whose case it is now: the one of the line that has to act next. Absence changes nothing in whose it is. */
function holderOf({ state, assignments }: CaseFacts, next: NextAction | null): string | null {
  if (state.stage === "closed" || state.stage === "unopened") return null;
  const owners = [...STAGE[state.stage].owners].reverse();
  const lines = next ? [next.owner.line, ...owners] : owners;
  const holder = lines.map((line) => assignments[line]).find((assignment) => assignment !== undefined);
  return holder?.person.id ?? null;
}

/** The clocks of our own that run in a case, with when the officer is reminded of each. */
export function deadlinesOf(facts: CaseFacts, at: Date): RunningDeadline[] {
  const soonest = new Map<string, RunningDeadline>();
  for (const { name, whose, dueOn, status } of clocksOf(facts, at.toISOString())) {
    if (whose !== "ours" || soonest.has(name)) continue;
    const remindOn = workingDaysBefore(dueOn, DEFAULT_SETTINGS.dueSoonDays);
    soonest.set(name, {
      code: name,
      dueAt: endOfDay(dueOn),
      remindAt: status === "waiting" ? null : startOfDay(remindOn),
    });
  }
  return [...soonest.values()];
}

function workingDaysBefore(day: string, days: number): string {
  let before = day;
  while (addWorkingDays(before, days) >= day && before > addDays(day, -30)) before = addDays(before, -1);
  return addDays(before, 1);
}

/** How a case stands in codes alone, for the audit log. */
export function codesOf(facts: CaseFacts, at: Date): Readonly<Record<string, unknown>> {
  if (facts.state.stage === "unopened") return {};
  const { stage, priority, flags, outcome, units, assigneeId, reopened } = standingOf(facts, at);
  return { stage, priority, flags, outcome, units, assigneeId, reopened };
}

function openedStage(facts: CaseFacts): CaseStage {
  const stage = stageOf(facts);
  if (!stage) throw new Error("A case that is not opened stands in no queue");
  return stage;
}
