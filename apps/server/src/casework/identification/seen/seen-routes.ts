import { answerChangeRoutes, type Person } from "@varde/contract";
import { personActor, recordAudit } from "../../../platform/audit/index.ts";
import { type RouteModule, serve } from "../../../platform/http/index.ts";
import { missing, refused } from "../../../platform/rules/refusal.ts";
import type { IdentificationParts } from "../identification-parts.ts";
import { findAlertState } from "../queries/alert-detail.sql.ts";
import { changesSinceSeen } from "./changes-since-seen.ts";
import { updateSeen } from "./seen.sql.ts";

/** The routes by which an officer hears what has changed about an alert, and says that they have seen it. */
export function seenRouteModule({ db, clock }: Pick<IdentificationParts, "db" | "clock">): RouteModule {
  const audit = (person: Person, act: string, alertId: number) => {
    const object = { type: "alert", id: String(alertId) };
    return recordAudit(db, { at: clock.now(), actor: personActor(person), act, object });
  };

  return (app) => {
    serve(app, answerChangeRoutes.getChanges, { may: "readAlerts" }, async ({ params, person }) => {
      if (!(await findAlertState(db, params.id))) return missing("noSuchAlert", { alert: params.id });
      await audit(person, "readAlertChanges", params.id);
      return changesSinceSeen(db, { alertId: params.id, personId: person.id, at: clock.now() });
    });

    serve(app, answerChangeRoutes.markSeen, { may: "readAlerts" }, async ({ params, body, person }) => {
      const look = { alertId: params.id, personId: person.id, at: clock.now() };
      if (!(await updateSeen(db, { ...look, runId: body.runId }))) return refused("answerSeenAlready");
      await audit(person, "markAlertSeen", params.id);
      return changesSinceSeen(db, look);
    });
  };
}
