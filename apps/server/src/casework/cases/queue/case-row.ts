import type { CaseRow, NextActionView } from "@varde/contract";
import type { NextAction } from "../procedure/next-action/next-action.ts";
import type { QueueRow } from "./queue.sql.ts";

/** For whom and when a row is shown. */
export interface RowShownFor {
  /** Officers who are away at that time. */
  readonly away: ReadonlySet<string>;
  readonly at: Date;
}

/** A case of the queue as the page shows it. */
export function caseRowView(
  { nextAction, waitingFor, waitingSince, dueAt, urgentAt: _urgentAt, ...row }: QueueRow,
  { away, at }: RowShownFor,
): CaseRow {
  return {
    ...row,
    stageSince: row.stageSince.toISOString(),
    openedAt: row.openedAt.toISOString(),
    closedAt: row.closedAt?.toISOString() ?? null,
    assigneeAbsent: row.assignee !== null && away.has(row.assignee.id),
    next: nextAction && nextActionView(nextAction),
    waiting:
      waitingFor === null || waitingSince === null
        ? null
        : { for: waitingFor, since: waitingSince.toISOString() },
    due: dueAt?.toISOString() ?? null,
    overdue: dueAt !== null && dueAt < at,
  };
}

/** An action as the page shows it. */
export function nextActionView({ owner, ...action }: NextAction): NextActionView {
  const { person, role, line, unit } = owner;
  return { ...action, owner: person, role, line, unit };
}
