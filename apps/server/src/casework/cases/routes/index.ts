import type { RouteModule } from "../../../platform/http/index.ts";
import type { AttachmentParts } from "../cases-parts.ts";
import { serveCases } from "./case-routes.ts";
import { serveFiles } from "./file-routes.ts";
import { serveQueue } from "./queue-routes.ts";
import { serveWork } from "./work-routes.ts";

/** The routes of cases. */
export function casesRouteModule(parts: AttachmentParts): RouteModule {
  return (app) => {
    serveQueue(app, parts);
    serveCases(app, parts);
    serveWork(app, parts);
    serveFiles(app, parts);
  };
}
