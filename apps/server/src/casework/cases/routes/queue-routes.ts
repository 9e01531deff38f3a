import { caseRoutes, maskNumbersIn, type Person } from "@varde/contract";
import { personActor, recordAudit } from "../../../platform/audit/index.ts";
import { type App, serve } from "../../../platform/http/index.ts";
import { isRefusal } from "../../../platform/rules/refusal.ts";
import type { CasesParts } from "../cases-parts.ts";
import { endAbsence, listOfficers, recordAbsence } from "../queue/absences.ts";
import { actOnCases, undoBulk } from "../queue/bulk.ts";
import { caseRowView } from "../queue/case-row.ts";
import { listCases } from "../queue/list-cases.ts";
import { findNextCase, listRowsAbout } from "../queue/queue.sql.ts";
import { readQueueReader } from "../queue/queue-reader.ts";
import { search } from "../search/search.ts";
import { WORKS_ON_CASES } from "./case-routes.ts";

/** The work queue, acts in many cases at once, officers and their absence, and search. Lists and searches are audited. */
export function serveQueue(app: App, parts: CasesParts): void {
  const { db, clock } = parts;
  const audit = (person: Person, act: string, details: Record<string, unknown>) =>
    recordAudit(db, { at: clock.now(), actor: personActor(person), act, details });
  serve(app, caseRoutes.listCases, { may: "readCases" }, async ({ query, person }) => {
    const page = await listCases(db, { ...query, personId: person.id }, clock.now());
    const found = isRefusal(page) ? [] : page.rows.map(({ id }) => id);
    const { after: _after, limit: _limit, ...asked } = query;
    await audit(person, query.search ? "searchCases" : "listCases", {
      ...asked,
      search: query.search && maskNumbersIn(query.search),
      found,
    });
    return page;
  });

  serve(app, caseRoutes.listCasesAbout, { may: "readCases" }, async ({ query, person }) => {
    const reader = await readQueueReader(db, person.id, clock.now());
    const rows = (await listRowsAbout(db, reader, query)).map((row) => caseRowView(row, reader));
    await audit(person, "listCases", { ...query, found: rows.map(({ id }) => id) });
    return { rows };
  });

  serve(app, caseRoutes.nextCase, { may: WORKS_ON_CASES }, async ({ query, person }) => {
    const reader = await readQueueReader(db, person.id, clock.now());
    return { id: (await findNextCase(db, reader, query.after)) ?? null };
  });

  serve(app, caseRoutes.listCaseOfficers, { may: "readCases" }, async () => ({
    officers: await listOfficers(db, clock.now()),
  }));

  serve(app, caseRoutes.actOnCases, { may: WORKS_ON_CASES }, ({ body, person }) =>
    actOnCases(parts, person, body),
  );

  serve(app, caseRoutes.undoBulk, { may: WORKS_ON_CASES }, ({ params, person }) =>
    undoBulk(parts, { id: person.id, name: person.name }, params.bulkId),
  );

  serve(app, caseRoutes.recordAbsence, { may: WORKS_ON_CASES }, async ({ body, person, permissions }) => {
    const { personId, from, until } = body;
    const period = { personId, from: new Date(from), until: new Date(until) };
    const officers = await recordAbsence(parts, { person, permissions }, period);
    return isRefusal(officers) ? officers : { officers };
  });

  serve(app, caseRoutes.endAbsence, { may: WORKS_ON_CASES }, async ({ params, person, permissions }) => {
    const officers = await endAbsence(parts, { person, permissions }, params.personId);
    return isRefusal(officers) ? officers : { officers };
  });

  serve(app, caseRoutes.search, { may: "readCases" }, async ({ query, person }) => {
    const hits = await search(db, { ...query, personId: person.id }, clock.now());
    const found = hits.map(({ kind, id }) => `${kind}:${id}`);
    await audit(person, "searchAll", { words: maskNumbersIn(query.words), kind: query.kind, found });
    return { hits };
  });
}
