import { operationsRoutes } from "@varde/contract";
import { personActor, recordAudit } from "../../platform/audit/index.ts";
import { type RouteModule, serve } from "../../platform/http/index.ts";
import { missing } from "../../platform/rules/refusal.ts";
import { getOperations } from "./get-operations.ts";
import type { MonitoringParts } from "./monitoring-parts.ts";

/** The routes of operations. */
export function monitoringRouteModule(parts: MonitoringParts): RouteModule {
  return (app) => {
    serve(app, operationsRoutes.getOperations, { may: "operate" }, () => getOperations(parts));

    serve(app, operationsRoutes.retryJob, { may: "operate" }, async ({ params, person }) => {
      const failed = await parts.jobs.listFailed({ queue: params.queue, limit: 10_000 });
      if (!failed.some(({ id }) => id === params.id)) return missing("noSuchFailedJob", { job: params.id });
      await parts.jobs.retry([params.id]);
      const object = { type: "job", id: params.id };
      const details = { queue: params.queue };
      const actor = personActor(person);
      await recordAudit(parts.db, { at: parts.clock.now(), actor, act: "retryJob", object, details });
      return getOperations(parts);
    });
  };
}
