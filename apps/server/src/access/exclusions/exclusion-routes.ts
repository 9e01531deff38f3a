import { type ExclusionView, type Permission, type Route, standingRoutes } from "@varde/contract";
import { personActor, recordAudit } from "../../platform/audit/index.ts";
import { type App, type Asked, serve } from "../../platform/http/index.ts";
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
  const answer = (row: ExclusionRow | Refusal, { person, permissions }: Asking) =>
    isRefusal(row) ? row : exclusionView(row, person.id, permissions);
  serve(
    app,
    standingRoutes.excludeFromCase,
    { may: ["prepareCases", "assessCases", "excludeFromCases"] },
    async ({ body, ...asking }) => {
      const { person, permissions } = asking;
      const { caseId, personId = person.id, reason } = body;
      return answer(await excludeFromCase(parts, person, permissions, { caseId, personId, reason }), asking);
    },
  );
  serve(app, standingRoutes.endExclusion, { may: "excludeFromCases" }, async ({ params, body, ...asking }) =>
    answer(await letInAgain(parts, asking.person, { id: params.id, reason: body.reason }), asking),
  );
}

type Asking = Pick<Asked<Route, "loggedIn">, "person" | "permissions">;

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
