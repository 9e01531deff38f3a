import { privacyRoutes } from "@varde/contract";
import { personActor, recordAudit } from "../platform/audit/index.ts";
import { type RouteModule, serve } from "../platform/http/index.ts";
import { answerCorrection, correctionOf, requestCorrection } from "./corrections/correct.ts";
import { listCorrections } from "./corrections/corrections.sql.ts";
import type { PrivacyParts } from "./privacy-parts.ts";
import { makeReport } from "./report/make-report.ts";

/** The routes of privacy: access reports and corrections. Each is audited, looking as well as acting. */
export function privacyRouteModule(parts: PrivacyParts): RouteModule {
  return (app) => {
    serve(
      app,
      privacyRoutes.makeAccessReport,
      { may: "makeAccessReports", stepUp: true },
      ({ body, person }) =>
        makeReport(parts, body.subject, {
          actor: personActor(person),
          purpose: body.purpose,
          language: person.language,
        }),
    );

    serve(
      app,
      privacyRoutes.listCorrections,
      { may: ["readAlerts", "recordCorrections"] },
      async ({ query, person }) => {
        const found = await listCorrections(parts.db, query);
        await recordAudit(parts.db, {
          at: parts.clock.now(),
          actor: personActor(person),
          act: "listCorrections",
          details: { ...query, corrections: found.map(({ id }) => id) },
        });
        return { corrections: found.map(correctionOf) };
      },
    );

    serve(app, privacyRoutes.requestCorrection, { may: "recordCorrections" }, ({ body, person }) =>
      requestCorrection(parts, body, personActor(person)),
    );

    serve(app, privacyRoutes.answerCorrection, { may: "answerCorrections" }, ({ params, body, person }) =>
      answerCorrection(parts, { id: params.id, ...body }, personActor(person)),
    );
  };
}
