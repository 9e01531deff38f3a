import { type OpeningView, type Permission, standingRoutes } from "@varde/contract";
import { personActor, recordAudit } from "../../platform/audit/index.ts";
import { type App, serve } from "../../platform/http/index.ts";
import { isRefusal } from "../../platform/rules/refusal.ts";
import type { StandingParts } from "../standing/standing-parts.ts";
import { endOpening, noteOpening, openInEmergency } from "./open-in-emergency.ts";
import { mayEnd } from "./opening.rules.ts";
import { countUnseen, listOpenings, type OpeningRow } from "./openings.sql.ts";

/** Cases opened in an emergency, and the process owner's list of them. */
export function serveOpenings(app: App, parts: StandingParts): void {
  const { db, clock } = parts;
  const viewOf = (row: OpeningRow, readerId: string, permissions: ReadonlySet<Permission>) =>
    openingView(row, { readerId, permissions, at: clock.now() });
  serve(
    app,
    standingRoutes.listOpenings,
    { may: ["openCaseInEmergency", "watchOpenings"] },
    async ({ query, person, permissions }) => {
      const personId = permissions.has("watchOpenings") ? undefined : person.id;
      const rows = await listOpenings(db, { ...query, personId });
      await recordAudit(db, {
        at: clock.now(),
        actor: personActor(person),
        act: "listOpenings",
        details: { cases: rows.map(({ caseId }) => caseId) },
      });
      const unseen = await countUnseen(db, personId);
      return { openings: rows.map((row) => viewOf(row, person.id, permissions)), unseen };
    },
  );
  serve(
    app,
    standingRoutes.openInEmergency,
    { may: "openCaseInEmergency" },
    async ({ body, person, permissions }) => {
      const row = await openInEmergency(parts, person, body);
      return isRefusal(row) ? row : viewOf(row, person.id, permissions);
    },
  );
  serve(app, standingRoutes.noteOpening, { may: "noteOpenings" }, async ({ params, person, permissions }) => {
    const row = await noteOpening(parts, person, params.id);
    return isRefusal(row) ? row : viewOf(row, person.id, permissions);
  });
  serve(
    app,
    standingRoutes.endOpening,
    { may: ["openCaseInEmergency", "noteOpenings"] },
    async ({ params, person, permissions }) => {
      const row = await endOpening(parts, person, permissions, params.id);
      return isRefusal(row) ? row : viewOf(row, person.id, permissions);
    },
  );
}

function openingView(
  { seenBy, seenAt, endedBy, endedAt, ...row }: OpeningRow,
  { readerId, permissions, at }: { readerId: string; permissions: ReadonlySet<Permission>; at: Date },
): OpeningView {
  return {
    ...row,
    openedAt: row.openedAt.toISOString(),
    until: row.until.toISOString(),
    ended: endedAt && { by: endedBy ?? "", at: endedAt.toISOString() },
    seen: seenAt && { by: seenBy ?? "", at: seenAt.toISOString() },
    maySee: seenAt === null && permissions.has("noteOpenings") && row.person.id !== readerId,
    mayEnd: endedAt === null && row.until > at && mayEnd(row, readerId, permissions),
  };
}
