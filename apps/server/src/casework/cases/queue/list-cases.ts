import type { CaseList, caseRoutes, RouteResponse } from "@varde/contract";
import type { Kysely } from "kysely";
import { invalid, type Refusal } from "../../../platform/rules/refusal.ts";
import { caseRowView } from "./case-row.ts";
import { countLists, listQueueRows, type QueueFilter, type QueueRow } from "./queue.sql.ts";
import { readQueueReader } from "./queue-reader.ts";

/** What is asked of the queue, and by whom. */
export interface CaseListQuery extends Omit<QueueFilter, "after"> {
  readonly personId: string;
  /** `next` of the page before. */
  readonly after?: string | undefined;
}

/** A page of the queue with how many cases stand in each list. Refuses a place in the list that no page has given. */
export async function listCases(
  db: Kysely<unknown>,
  { personId, after, ...filter }: CaseListQuery,
  at: Date,
): Promise<RouteResponse<typeof caseRoutes.listCases> | Refusal> {
  const place = after === undefined ? undefined : readPlace(after);
  if (place === "unreadable") return invalid("unknownPlaceInList");
  const reader = await readQueueReader(db, personId, at);
  const rows = await listQueueRows(db, reader, {
    ...filter,
    search: filter.search || undefined,
    after: place,
  });
  const counts = await countLists(db, reader);

  return {
    rows: rows.map((row) => caseRowView(row, reader)),
    next: rows.length < filter.limit ? null : writePlace(rows.at(-1), filter.list),
    counts,
  };
}

function writePlace(last: QueueRow | undefined, list: CaseList): string | null {
  const at = list === "closed" ? last?.closedAt : last?.urgentAt;
  return last && at ? `${at.toISOString()}_${last.id}` : null;
}

function readPlace(place: string): { at: Date; id: number } | "unreadable" {
  const [, instant, id] = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z)_(\d{1,15})$/.exec(place) ?? [];
  const at = new Date(instant ?? "");
  return Number.isNaN(at.getTime()) ? "unreadable" : { at, id: Number(id) };
}
