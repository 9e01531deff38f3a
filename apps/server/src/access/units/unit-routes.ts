import { standingRoutes } from "@varde/contract";
import { type App, serve } from "../../platform/http/index.ts";
import type { StandingParts } from "../standing/standing-parts.ts";
import { addUnit, changeUnit, chooseUnits } from "./change-units.ts";
import { listColleagues, listUnits } from "./units.sql.ts";

/** Units, who belongs to them, and who works here. */
export function serveUnits(app: App, parts: StandingParts): void {
  const { db, clock } = parts;
  serve(app, standingRoutes.listColleagues, { may: "loggedIn" }, async () => ({
    colleagues: await listColleagues(db, clock.now()),
  }));
  serve(app, standingRoutes.chooseUnits, { may: "administerUnits" }, ({ params, body, person }) =>
    chooseUnits(parts, person, { personId: params.id, units: body.units }),
  );
  serve(app, standingRoutes.listUnits, { may: "loggedIn" }, async () => ({ units: await listUnits(db) }));
  serve(app, standingRoutes.addUnit, { may: "administerUnits" }, ({ body, person }) =>
    addUnit(parts, person, body),
  );
  serve(app, standingRoutes.changeUnit, { may: "administerUnits" }, ({ params, body, person }) =>
    changeUnit(parts, person, { ...body, code: params.code }),
  );
}
