import { caseRoutes, type Person } from "@varde/contract";
import { personActor, recordAudit } from "../../../platform/audit/index.ts";
import { type App, refuseWithoutStepUp, serve } from "../../../platform/http/index.ts";
import { isRefusal, type Refusal } from "../../../platform/rules/refusal.ts";
import { type ActDone, actOnCase } from "../acting/act-on-case.ts";
import type { CasesParts } from "../cases-parts.ts";
import { openCase } from "../opening/open-case.ts";
import { dayOf } from "../procedure/clocks/calendar.ts";
import { caseWordsIn } from "../showing/case-words.ts";
import { openForReading, showCase, showCaseAfterAct } from "../showing/show-case.ts";
import { showCaseAsOf, showHistory } from "../showing/show-history.ts";

/** Permissions by any of which somebody works on cases; which acts each gives, the procedure says. */
export const WORKS_ON_CASES = ["prepareCases", "assessCases", "approveDecisions", "steerCases"] as const;

/** Acts that only somebody who has just proved who they are may do. */
const APPROVALS: ReadonlySet<string> = new Set(["approveDecision", "approveInterimSuspension"]);

/** A case: opening, reading, acting and its history. Every reading is audited. */
export function serveCases(app: App, parts: CasesParts): void {
  const { db, clock } = parts;
  const by = ({ id }: Person) => ({ personId: id });
  const readerOf = ({ id: personId, language }: Person) => ({ personId, language, at: clock.now() });
  const audit = (person: Person, act: string, id: number, details = {}) =>
    recordAudit(db, {
      at: clock.now(),
      actor: personActor(person),
      act,
      object: { type: "case", id: String(id) },
      details,
    });
  const answer = async (done: ActDone | Refusal, person: Person) =>
    isRefusal(done) ? done : showCaseAfterAct(db, done.caseId, readerOf(person));

  serve(app, caseRoutes.getCaseWords, { may: "readCases" }, async ({ query }) =>
    caseWordsIn(query.language, dayOf(clock.now().toISOString())),
  );

  serve(app, caseRoutes.openCase, { may: "prepareCases" }, async ({ body, person }) =>
    answer(await openCase(parts, { ...body, by: by(person) }), person),
  );

  serve(app, caseRoutes.getCase, { may: "readCases" }, async ({ params, person }) => {
    const view = await showCase(db, params.id, readerOf(person));
    if (!isRefusal(view)) await audit(person, "readCase", params.id);
    return view;
  });

  serve(app, caseRoutes.actOnCase, { may: WORKS_ON_CASES }, async ({ params, body, person, request }) => {
    const stale = APPROVALS.has(body.act.act) && refuseWithoutStepUp(request);
    if (stale) return stale;
    const done = await actOnCase(parts, { caseId: params.id, by: by(person), ...body });
    return answer(done, person);
  });

  serve(app, caseRoutes.getCaseHistory, { may: "readCases" }, async ({ params, query, person }) => {
    const opened = await openForReading(db, params.id, readerOf(person));
    if (isRefusal(opened)) return opened;
    await audit(person, "readCaseHistory", params.id);
    return showHistory(db, params.id, { ...query, language: person.language });
  });

  serve(app, caseRoutes.getCaseAsOf, { may: "readCases" }, async ({ params, query, person }) => {
    const opened = await openForReading(db, params.id, readerOf(person));
    if (isRefusal(opened)) return opened;
    await audit(person, "readCaseAsOf", params.id, { at: query.at });
    return showCaseAsOf(db, params.id, { at: new Date(query.at), language: person.language });
  });
}
