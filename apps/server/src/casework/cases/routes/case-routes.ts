import { caseRoutes, type Person } from "@varde/contract";
import { personActor, recordAudit, recordForbidden } from "../../../platform/audit/index.ts";
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
  const noted = recordForbidden(parts);
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

  serve(app, caseRoutes.openCase, { may: "prepareCases" }, async ({ body, ...asking }) =>
    noted(await answer(await openCase(parts, { ...body, by: by(asking.person) }), asking.person), asking),
  );

  serve(app, caseRoutes.getCase, { may: "readCases" }, async ({ params, ...asking }) => {
    const view = await noted(await showCase(db, params.id, readerOf(asking.person)), asking);
    if (!isRefusal(view)) await audit(asking.person, "readCase", params.id);
    return view;
  });

  serve(app, caseRoutes.actOnCase, { may: WORKS_ON_CASES }, async ({ params, body, ...asking }) => {
    const stale = APPROVALS.has(body.act.act) && refuseWithoutStepUp(asking.request);
    if (stale) return noted(stale, asking);
    const done = await actOnCase(parts, { caseId: params.id, by: by(asking.person), ...body });
    return noted(await answer(done, asking.person), asking);
  });

  serve(app, caseRoutes.getCaseHistory, { may: "readCases" }, async ({ params, query, ...asking }) => {
    const { person } = asking;
    const opened = await noted(await openForReading(db, params.id, readerOf(person)), asking);
    if (isRefusal(opened)) return opened;
    await audit(person, "readCaseHistory", params.id);
    return showHistory(db, params.id, { ...query, language: person.language });
  });

  serve(app, caseRoutes.getCaseAsOf, { may: "readCases" }, async ({ params, query, ...asking }) => {
    const { person } = asking;
    const opened = await noted(await openForReading(db, params.id, readerOf(person)), asking);
    if (isRefusal(opened)) return opened;
    await audit(person, "readCaseAsOf", params.id, { at: query.at });
    return showCaseAsOf(db, params.id, { at: new Date(query.at), language: person.language });
  });
}
