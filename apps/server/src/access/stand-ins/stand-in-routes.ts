import { type Permission, type StandInView, standingRoutes } from "@varde/contract";
import { type App, serve } from "../../platform/http/index.ts";
import { isRefusal } from "../../platform/rules/refusal.ts";
import type { StandingParts } from "../standing/standing-parts.ts";
import { appointStandIn, dismissStandIn, mayEnd } from "./appoint-stand-in.ts";
import { stateOf } from "./stand-in.rules.ts";
import { listStandIns, type StandInRow } from "./stand-ins.sql.ts";

/** Who acts in whose place. Everybody sees it, for everybody may meet a stand-in; the reason stays with few. */
export function serveStandIns(app: App, parts: StandingParts): void {
  const { db, clock } = parts;
  serve(app, standingRoutes.listStandIns, { may: "loggedIn" }, async ({ query, person, permissions }) => {
    const at = clock.now();
    const rows = await listStandIns(db, { personId: query.person, past: query.past }, at);
    return { standIns: rows.map((row) => standInView(row, person.id, permissions, at)) };
  });
  serve(app, standingRoutes.appointStandIn, { may: "loggedIn" }, async ({ body, person, permissions }) => {
    const now = clock.now();
    const from = body.from === undefined ? now : new Date(Math.max(now.getTime(), Date.parse(body.from)));
    const { absentId = person.id, standInId, reason, permissions: onlyThese, units } = body;
    const limits = { permissions: onlyThese, units };
    const wanted = { absentId, standInId, from, until: new Date(body.until), limits, reason };
    const row = await appointStandIn(parts, person, permissions, wanted);
    return isRefusal(row) ? row : standInView(row, person.id, permissions, now);
  });
  serve(app, standingRoutes.endStandIn, { may: "loggedIn" }, async ({ params, person, permissions }) => {
    const row = await dismissStandIn(parts, person, permissions, params.id);
    return isRefusal(row) ? row : standInView(row, person.id, permissions, clock.now());
  });
}

function standInView(
  row: StandInRow,
  readerId: string,
  permissions: ReadonlySet<Permission>,
  now: Date,
): StandInView {
  const { endedAt: _, reason, ...told } = row;
  const state = stateOf(row, now);
  const isOpen = state === "ahead" || state === "running";
  const involved = mayEnd(row, readerId, permissions);
  return {
    ...told,
    from: row.from.toISOString(),
    until: row.until.toISOString(),
    state,
    reason: involved || permissions.has("watchOpenings") ? reason : null,
    mayEnd: isOpen && involved,
  };
}
