import type { CaseView, DecisionVersionView, LookUpView, NoteView, TaskView } from "@varde/contract";
import { actorView } from "../acting/doer.ts";
import type { DecisionRow, LinkRow, LookUpRow, NoteRow, TaskRow } from "./case-parts.sql.ts";

/** A look-up as the page shows it. */
export function lookUpView({ actor, at, ...lookUp }: LookUpRow): LookUpView {
  return { ...lookUp, by: actorView(actor), at: at.toISOString() };
}

/** A version of a decision as the page shows it. */
export function decisionView({ actor, onBehalfOf, at, ...decision }: DecisionRow): DecisionVersionView {
  return {
    ...decision,
    by: actorView(actor),
    onBehalfOf: onBehalfOf && actorView(onBehalfOf),
    at: at.toISOString(),
  };
}

/** A note as the page shows it. */
export function noteView({ actor, at, ...note }: NoteRow): NoteView {
  return { ...note, by: actorView(actor), at: at.toISOString() };
}

/** A task as the page shows it. */
export function taskView({ createdBy, createdAt, due, doneAt, doneBy, ...task }: TaskRow): TaskView {
  return {
    ...task,
    due: due?.toISOString() ?? null,
    createdAt: createdAt.toISOString(),
    by: actorView(createdBy),
    doneAt: doneAt?.toISOString() ?? null,
    doneBy: doneBy && actorView(doneBy),
  };
}

/** A tied case as the page shows it. */
export function linkView({ actor, at, units: _units, ...link }: LinkRow): CaseView["links"][number] {
  return { ...link, by: actorView(actor), at: at.toISOString() };
}
