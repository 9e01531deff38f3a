import { standingRoutes } from "@varde/contract";
import { type RouteModule, serve } from "../../platform/http/index.ts";
import { serveExclusions } from "../exclusions/exclusion-routes.ts";
import { serveOpenings } from "../openings/opening-routes.ts";
import { countUnseen } from "../openings/openings.sql.ts";
import { serveStandIns } from "../stand-ins/stand-in-routes.ts";
import { serveUnits } from "../units/unit-routes.ts";
import { readStanding } from "./read-standing.ts";
import { passedOn } from "./standing.ts";
import type { StandingParts } from "./standing-parts.ts";

/** The routes about who may: units, stand-ins, exclusions, emergency openings, and one's own standing. */
export function standingRouteModule(parts: StandingParts): RouteModule {
  return (app) => {
    serve(app, standingRoutes.getStanding, { may: "loggedIn" }, async ({ person, permissions }) => {
      const standing = await readStanding(parts.db, person.id, parts.clock.now());
      return {
        roles: [...standing.person.roles],
        permissions: [...standing.permissions],
        units: [...standing.units],
        standsInFor: standing.standsInFor.map(({ person: absent, permissions, units, until }) => ({
          person: absent,
          permissions: [...permissions],
          units: [...units],
          until: until.toISOString(),
        })),
        mayPassOn: [...passedOn(standing.person.roles, { permissions: null, units: null })],
        excludedCases: [...standing.excludedCases],
        openedCases: [...standing.openedCases],
        unseenOpenings: permissions.has("watchOpenings") ? await countUnseen(parts.db) : 0,
      };
    });
    serveUnits(app, parts);
    serveStandIns(app, parts);
    serveExclusions(app, parts);
    serveOpenings(app, parts);
  };
}
