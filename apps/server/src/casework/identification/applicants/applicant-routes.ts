import { APPLICANT_CHECKS_PER_MINUTE, applicantRoutes, maskIdentityNumber } from "@varde/contract";
import { personActor, recordAudit } from "../../../platform/audit/index.ts";
import { limitCallers, type RouteModule, serve } from "../../../platform/http/index.ts";
import type { IdentificationParts } from "../identification-parts.ts";
import { createAlertIndex } from "./alert-index.ts";
import { checkApplicant } from "./check-applicant.ts";

/**
 * The question of the directorate about an applicant. It is answered with yes, possible or no and the alerts' numbers and
 * countries; whom was asked about, why, and what was answered stands in the log, identity numbers masked.
 */
export function applicantRouteModule({ db, clock }: Pick<IdentificationParts, "db" | "clock">): RouteModule {
  const index = createAlertIndex(db);
  return (app) => {
    const limit = limitCallers(app, APPLICANT_CHECKS_PER_MINUTE);
    serve(
      app,
      applicantRoutes.checkApplicant,
      { may: "checkApplicants" },
      async ({ body: { purpose, ...applicant }, person, request }) => {
        await limit(request);
        const at = clock.now();
        const { check, alertIds } = await checkApplicant({ db, index }, applicant, at);
        const { surname, forename, birthDate, nationalId } = applicant;
        await recordAudit(db, {
          at,
          actor: personActor(person),
          act: "checkApplicant",
          purpose,
          details: {
            asked: {
              surname,
              forename,
              birthDate,
              ...(nationalId && { nationalId: maskIdentityNumber(nationalId.number) }),
            },
            answer: check.answer,
            alerts: alertIds,
          },
        });
        return check;
      },
    );
  };
}
