import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { caseRoutes } from "@varde/contract";
import { sql } from "kysely";
import { type LoggedInCaller, loginAs } from "../../../access/testing.ts";
import { isRefusal } from "../../../platform/rules/refusal.ts";
import { openCase } from "../opening/open-case.ts";
import { buildCasesServer, casesParts, confirmAlert, loadPeople } from "../testing.ts";

const { app, db, clock } = await buildCasesServer({ after });
const PEOPLE = [8_200_001, 8_200_002];
const cases: number[] = [];
let officer: LoggedInCaller;

before(async () => {
  const people = PEOPLE.map((hprNumber) => ({ hprNumber }));
  await loadPeople(db.app, clock, people);
  for (const { hprNumber } of people) {
    const alertIds = [await confirmAlert(db.app, hprNumber)];
    const wanted = { hprNumber, alertIds, by: { robot: "test" } };
    const opened = await openCase(casesParts(db.app, clock), wanted);
    assert.ok(!isRefusal(opened));
    cases.push(opened.caseId);
  }
  officer = await loginAs(app, "firstLine");
});

async function takeAll(by: LoggedInCaller, lastAct?: number) {
  const { rows } = await officer.call(caseRoutes.listCases, { query: { list: "all" } });
  const seen = rows.map((row) => ({ id: row.id, lastAct: lastAct ?? row.lastAct }));
  return by.call(caseRoutes.actOnCases, { body: { cases: seen, act: { act: "take" } } });
}

async function refusedAttempts(bulkId: string): Promise<{ case: string; code: string }[]> {
  const { rows } = await sql<{ case: string; code: string }>`
    select object_id as "case", details ->> 'code' as code from platform.audit
    where act = 'refusedAttempt' and details ->> 'bulkId' = ${bulkId} order by id`.execute(db.app);
  return rows;
}

test("each case refused in a bulk stands in the audit log as a refused attempt", async () => {
  const stranger = await loginAs(app, "secondLine");
  const { bulkId, done, refused } = await takeAll(stranger);
  assert.deepEqual([done, refused.length], [[], 2]);
  assert.deepEqual(
    (await refusedAttempts(bulkId)).map(({ code }) => code),
    ["caseOfOtherUnit", "caseOfOtherUnit"],
  );
});

test("nobody undoes a bulk in a case they have been shut out of since", async () => {
  const { bulkId, done } = await takeAll(officer);
  assert.equal(done.length, 2);
  const [shut, open] = [cases[0]!, cases[1]!];
  await sql`
    insert into access.exclusions (person_id, case_id, reason, given_by, given_at)
    values (${officer.person.id}, ${shut}, 'Bror', '{}', now())`.execute(db.app);
  const undone = await officer.call(caseRoutes.undoBulk, { params: { bulkId } });
  assert.deepEqual(undone.done, [open]);
  assert.deepEqual(
    undone.refused.map(({ id, code }) => [id, code]),
    [[shut, "excludedFromCase"]],
  );
  assert.deepEqual(await refusedAttempts(bulkId), [{ case: String(shut), code: "excludedFromCase" }]);
});

test("an act made on a picture that is yet to come is refused, and changes nothing", async () => {
  const { bulkId, refused } = await takeAll(officer, Number.MAX_SAFE_INTEGER);
  assert.deepEqual(
    refused.map(({ code }) => code),
    ["lastActUnknown"],
  );
  assert.deepEqual(await refusedAttempts(bulkId), [], "no right was missing");
});
