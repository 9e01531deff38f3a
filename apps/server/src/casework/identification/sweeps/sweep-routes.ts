import { sweepRoutes } from "@varde/contract";
import { personActor } from "../../../platform/audit/index.ts";
import { type RouteModule, serve } from "../../../platform/http/index.ts";
import type { Jobs } from "../../../platform/jobs/index.ts";
import type { IdentificationParts } from "../identification-parts.ts";
import { RECHECK } from "../matching/matching-jobs.ts";
import { pauseSweeps, resumeSweeps } from "./pause-sweeps.ts";
import { readSweeps } from "./sweeps.sql.ts";

/** What the routes of sweeps work with. */
export interface SweepRouteParts extends Pick<IdentificationParts, "db" | "clock"> {
  readonly jobs: Pick<Jobs, "enqueue">;
}

/** The routes by which the system owner follows sweeps, and lets them wait and go on. */
export function sweepRouteModule(parts: SweepRouteParts): RouteModule {
  return (app) => {
    serve(app, sweepRoutes.getSweeps, { may: "operate" }, () => readSweeps(parts.db));

    serve(app, sweepRoutes.pauseSweeps, { may: "operate" }, ({ person }) =>
      pauseSweeps(parts, personActor(person)),
    );

    serve(app, sweepRoutes.resumeSweeps, { may: "operate" }, ({ person }) =>
      resumeSweeps(parts, personActor(person), (tx) => parts.jobs.enqueue(tx, RECHECK)),
    );
  };
}
