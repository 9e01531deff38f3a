import {
  type AlertStatus,
  IDENTITY_STATES,
  type IdentityState,
  type identificationRoutes,
  type RouteResponse,
} from "@varde/contract";
import type { Kysely } from "kysely";
import { invalid, type Refusal } from "../../../platform/rules/refusal.ts";
import { countByIdentity, type ListedAlert, listAlertRows } from "./alert-list.sql.ts";

/** What is asked of the list. */
export interface AlertListQuery {
  identity?: IdentityState | undefined;
  status?: AlertStatus | undefined;
  search?: string | undefined;
  /** `next` of the page before. */
  after?: string | undefined;
  limit: number;
  /** The person who reads: alerts of cases they are shut out of are left out, and not counted. Nobody where a job reads. */
  readerId?: string | undefined;
}

/** A page of the alerts with the counts beside it. Refuses a place in the list that no page has given. */
export async function listAlerts(
  db: Kysely<unknown>,
  { after, ...query }: AlertListQuery,
): Promise<RouteResponse<typeof identificationRoutes.listAlerts> | Refusal> {
  const place = after === undefined ? undefined : readPlace(after);
  if (place === "unreadable") return invalid("unknownPlaceInList");
  const rows = await listAlertRows(db, { ...query, search: query.search || undefined, after: place });
  const counted = await countByIdentity(db, query);
  const none = IDENTITY_STATES.map((state) => [state, 0] as const);
  return {
    rows: rows.map(({ row }) => row),
    next: rows.length < query.limit ? null : writePlace(rows.at(-1)),
    counts: Object.fromEntries([
      ...none,
      ...counted.map(({ identity, count }) => [identity, count] as const),
    ]) as Record<IdentityState, number>,
  };
}

function writePlace(last: ListedAlert | undefined): string | null {
  return last ? `${last.urgency}_${last.row.id}` : null;
}

function readPlace(place: string): { urgency: number; id: number } | "unreadable" {
  const [, urgency, id] = /^(-?\d+(?:\.\d+)?(?:e-\d+)?)_(\d{1,15})$/.exec(place) ?? [];
  return urgency === undefined ? "unreadable" : { urgency: Number(urgency), id: Number(id) };
}
