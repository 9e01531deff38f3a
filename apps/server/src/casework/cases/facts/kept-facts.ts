import type { CaseFacts } from "../procedure/case-facts.ts";
import type { CasePerson } from "../procedure/facts/surroundings.ts";
import type { PersonRef } from "../procedure/persons.ts";
import type { Line } from "../procedure/stages.ts";

/** What lies outside the acts and is gathered anew before each question. */
type Gathered = "caseId" | "person" | "alerts" | "lookUps" | "attachments" | "assignments" | "tasks";

/** The facts of a case as its acts have made them: what is stored with the case. */
export interface KeptFacts extends Omit<CaseFacts, Gathered> {
  /** Whose case it is, by line; whether they are away is asked each time. */
  readonly assigned: Readonly<Partial<Record<Line, PersonRef>>>;
  readonly establishedBasis: CasePerson["establishedBasis"];
}

/** The part of the facts that is stored with the case. */
export function keptOf(facts: CaseFacts): KeptFacts {
  const {
    caseId: _case,
    person,
    alerts: _alerts,
    lookUps: _lookUps,
    attachments: _attachments,
    ...rest
  } = facts;
  const { assignments, tasks: _tasks, ...kept } = rest;
  const assigned = Object.entries(assignments).map(([line, { person: officer }]) => [line, officer] as const);
  return { ...kept, assigned: Object.fromEntries(assigned), establishedBasis: person.establishedBasis };
}

/** What the history of a case tells of: the kept facts, and which alerts and look-ups it rests on. */
export type Picture = Readonly<Record<string, unknown>>;

/** The picture of a case for its history. */
export function pictureOf(facts: CaseFacts): Picture {
  return {
    ...keptOf(facts),
    alertIds: facts.alerts.map(({ alertId }) => alertId).sort((a, b) => a - b),
    lookUps: facts.lookUps,
  };
}

/** What an act changed: the facts that differ, as they were and as they became; null for what was or is not there. */
export function changesBetween(before: Picture, after: Picture): { before: Picture; after: Picture } {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
    (name) => canonical(before[name]) !== canonical(after[name]),
  );
  const of = (picture: Picture) => Object.fromEntries(names.map((name) => [name, picture[name] ?? null]));
  return { before: of(before), after: of(after) };
}

/** JSON with the keys of every object in order, so that what the database gives back compares equal. */
function canonical(value: unknown): string {
  return JSON.stringify(value ?? null, (_key, part: unknown) =>
    typeof part === "object" && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
