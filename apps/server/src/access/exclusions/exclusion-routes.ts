import { type ExclusionView, type Permission, standingRoutes } from "@varde/contract";
import { personActor, recordAudit } from "../../platform/audit/index.ts";
import { type App, serve } from "../../platform/http/index.ts";
import { isRefusal, type Refusal } from "../../platform/rules/refusal.ts";
import type { StandingParts } from "../standing/standing-parts.ts";
import { excludeFromCase, letInAgain } from "./exclude-from-case.ts";
import { type ExclusionRow, listExclusions } from "./exclusions.sql.ts";

const SEE_ALL = ["excludeFromCases", "watchOpenings"] as const;

/** Who is shut out of which case, for conflict of interest. */
export function serveExclusions(app: App, parts: StandingParts): void {
  serve(
    app,
    standingRoutes.listExclusions,
    { may: ["readCases", ...SEE_ALL] },
    async ({ query, person, permissions }) => {
      const seesAll = SEE_ALL.some((permission) => permissions.has(permission));
      const filter = { caseId: query.caseId, ...(!seesAll && { personId: person.id }) };
      const rows = await listExclusions(parts.db, filter);
      await recordAudit(parts.db, {
        at: parts.clock.now(),
        actor: personActor(person),
        act: "listExclusions",
        details: { cases: [...new Set(rows.map(({ caseId }) => caseId))] },
      });
      return { exclusions: rows.map((row) => exclusionView(row, person.id, permissions)) };
    },
  );
  serve(
    app,
    standingRoutes.excludeFromCase,
    { may: ["prepareCases", "assessCases", "excludeFromCases"] },
    async ({ body, person, permissions }) => {
      const { caseId, personId = person.id, reason } = body;
      const outcome = await excludeFromCase(parts, person, permissions, { caseId, personId, reason });
      return viewed(outcome, person.id, permissions);
    },
  );
  serve(
    app,
    standingRoutes.endExclusion,
    { may: "excludeFromCases" },
    async ({ params, body, person, permissions }) =>
      viewed(await letInAgain(parts, person, { id: params.id, reason: body.reason }), person.id, permissions),
  );
}

function viewed(
  outcome: ExclusionRow | Refusal,
  readerId: string,
  permissions: ReadonlySet<Permission>,
): ExclusionView | Refusal {
  return isRefusal(outcome) ? outcome : exclusionView(outcome, readerId, permissions);
}

function exclusionView(
  { endedBy, endedReason, endedAt, ...row }: ExclusionRow,
  readerId: string,
  permissions: ReadonlySet<Permission>,
): ExclusionView {
  const ended = endedAt && { by: endedBy ?? "", at: endedAt.toISOString(), reason: endedReason ?? "" };
  return {
    ...row,
    givenAt: row.givenAt.toISOString(),
    ended,
    mayEnd: ended === null && permissions.has("excludeFromCases") && row.person.id !== readerId,
  };
}
