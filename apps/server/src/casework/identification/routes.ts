import { identificationRoutes, maskNumbersIn, type Person } from "@varde/contract";
import { showNumbers } from "../../access/index.ts";
import { personActor, recordAudit } from "../../platform/audit/index.ts";
import { type App, type RouteModule, serve } from "../../platform/http/index.ts";
import { isRefusal, missing } from "../../platform/rules/refusal.ts";
import { getPeople } from "../registers/index.ts";
import { decideIdentity } from "./commands/decide-identity.ts";
import type { IdentificationParts } from "./identification-parts.ts";
import { findAlertState } from "./queries/alert-detail.sql.ts";
import { showAlert } from "./queries/get-alert.ts";
import { getPerson } from "./queries/get-person.ts";
import { listAlerts } from "./queries/list-alerts.ts";

/** The routes of identification. Every alert and person looked at, and every search, is audited. */
export function identificationRouteModule(parts: IdentificationParts): RouteModule {
  const { db, clock } = parts;
  const audit = (person: Person, act: string, object?: { type: string; id: string }, details = {}) =>
    recordAudit(db, { at: clock.now(), actor: personActor(person), act, ...(object && { object }), details });

  return (app) => {
    serve(app, identificationRoutes.listAlerts, { may: "readAlerts" }, async ({ query, person }) => {
      const list = await listAlerts(db, { ...query, readerId: person.id });
      const { search, identity, status } = query;
      const found = isRefusal(list) ? [] : list.rows.map(({ id }) => id);
      await audit(person, search ? "searchAlerts" : "listAlerts", undefined, {
        search: search && maskNumbersIn(search),
        identity,
        status,
        found,
      });
      return list;
    });

    serve(
      app,
      identificationRoutes.getAlert,
      { may: "readAlerts" },
      async ({ params, person, permissions }) => {
        if (!(await findAlertState(db, params.id))) return missing("noSuchAlert", { alert: params.id });
        await audit(person, "readAlert", { type: "alert", id: String(params.id) });
        const { id: readerId, language } = person;
        return showAlert(db, params.id, { readerId, language, permissions, at: clock.now() });
      },
    );

    serve(
      app,
      identificationRoutes.decideIdentity,
      { may: "decideIdentity" },
      ({ params, body, ...asking }) =>
        decideIdentity(parts, {
          ...body,
          hprNumber: body.hprNumber,
          alertId: params.id,
          officer: asking.person,
          countsAs: asking.countsAs,
          permissions: asking.permissions,
        }),
    );

    serve(app, identificationRoutes.getPerson, { may: "readAlerts" }, async ({ params, person }) => {
      const timeline = await getPerson(db, params.hpr, { at: clock.now(), readerId: person.id });
      if (!isRefusal(timeline))
        await audit(person, "readPerson", { type: "registerPerson", id: String(params.hpr) });
      return timeline;
    });
    serveNumbers(app, parts);
  };
}

/** Opening identity numbers: with a purpose, by somebody who has just proved who they are, for a while. */
function serveNumbers(app: App, parts: IdentificationParts): void {
  const { db } = parts;
  const opening = { may: "openIdentityNumbers", stepUp: true } as const;
  serve(app, identificationRoutes.openAlertNumbers, opening, async ({ params: { id }, body, person }) =>
    (await findAlertState(db, id))
      ? showNumbers(parts, person, { type: "alert", id }, body.purpose)
      : missing("noSuchAlert", { alert: id }),
  );
  serve(app, identificationRoutes.openPersonNumbers, opening, async ({ params: { hpr }, body, person }) =>
    (await getPeople(db, [hpr], parts.clock.now())).has(hpr)
      ? showNumbers(parts, person, { type: "registerPerson", id: hpr }, body.purpose)
      : missing("noSuchPerson", { hprNumber: hpr }),
  );
}
