import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { caseRoutes, type Problem, ProblemError } from "@varde/contract";
import { sql } from "kysely";
import { type LoggedInCaller, loginAs } from "../../access/testing.ts";
import { isRefusal } from "../../platform/rules/refusal.ts";
import { openCase, takeUpAlert } from "./index.ts";
import { buildCasesServer, casesParts, confirmAlert, loadPeople } from "./testing.ts";

const { app, db, clock } = await buildCasesServer({ after });
const PEOPLE = [7_000_001, 7_000_002, 7_000_003];
const ANOTHER = 7_000_009;
const ROUNDS = 4;
const caseIds: number[] = [];
const officers: LoggedInCaller[] = [];

before(async () => {
  await loadPeople(
    db.app,
    clock,
    [...PEOPLE, ANOTHER].map((hprNumber) => ({ hprNumber, surname: `Person${hprNumber}` })),
  );
  for (const hprNumber of PEOPLE) {
    const alertIds = [await confirmAlert(db.app, hprNumber)];
    const opened = await openCase(casesParts(db.app, clock), { hprNumber, alertIds, by: { robot: "test" } });
    assert.ok(!isRefusal(opened));
    caseIds.push(opened.caseId);
  }
  for (let one = 1; one <= 10; one++)
    officers.push(await loginAs(app, "firstLine", { subject: `Officer ${one}` }));
});

interface Done {
  readonly purpose: string;
  readonly conflicts: Problem[];
}

/** Looks at a case and acts in it until the act is done; every conflict on the way is kept. */
async function actUntilDone(officer: LoggedInCaller, caseId: number, purpose: string): Promise<Done> {
  const conflicts: Problem[] = [];
  for (;;) {
    const seen = await officer.call(caseRoutes.getCase, { params: { id: caseId } });
    const act = { act: "recordLookUp", register: "business", purpose, answer: "notFound" } as const;
    const body = { act, lastAct: seen.case.lastAct };
    try {
      await officer.call(caseRoutes.actOnCase, { params: { id: caseId }, body });
      return { purpose, conflicts };
    } catch (error) {
      if (!(error instanceof ProblemError) || error.problem.code !== "caseChangedMeanwhile") throw error;
      conflicts.push(error.problem);
    }
  }
}

test("ten officers at once on the same cases lose no act, and each conflict says what changed and by whom", async () => {
  const done = await Promise.all(
    officers.map(async (officer, which) => {
      const all: Done[] = [];
      for (let round = 0; round < ROUNDS; round++)
        all.push(
          await actUntilDone(officer, caseIds[(which + round) % caseIds.length]!, `${which} ${round}`),
        );
      return all;
    }),
  );
  const acts = done.flat();
  const { rows } = await sql<{ purpose: string }>`
    select purpose from casework.case_look_ups where register = 'business' order by id`.execute(db.app);
  assert.deepEqual(
    rows.map(({ purpose }) => purpose).toSorted(),
    acts.map(({ purpose }) => purpose).toSorted(),
  );
  const conflicts = acts.flatMap((one) => one.conflicts);
  assert.ok(conflicts.length > 0, "nobody met anybody");
  for (const { status, params } of conflicts) {
    assert.equal(status, 409);
    assert.equal(params?.act, "recordLookUp");
    assert.match(String(params?.by), /^Officer \d+$/);
    assert.ok(Number(params?.acts) > 0);
  }
});

test("every act was done on the case as the act before it had left it", async () => {
  for (const caseId of caseIds) {
    const { rows } = await sql<{ before: object; after: object }>`
      select before, after from casework.case_acts where case_id = ${caseId} order by id`.execute(db.app);
    let picture: Record<string, unknown> = {};
    for (const { before: was, after: became } of rows.slice(1)) {
      for (const [fact, value] of Object.entries(was))
        if (fact in picture) assert.deepEqual(picture[fact], value, `${fact} was lost`);
      picture = { ...picture, ...became };
    }
  }
});

test("a request sent twice is done once", async () => {
  const [officer] = officers;
  const [caseId] = caseIds;
  const params = { id: caseId! };
  const seen = await officer!.call(caseRoutes.getCase, { params });
  const act = { act: "setFlag", flag: "media", reason: "Omtalt i avisen" } as const;
  const body = { act, lastAct: seen.case.lastAct, requestId: "0f0e0d0c-0b0a-4908-8706-050403020100" };
  const first = await officer!.call(caseRoutes.actOnCase, { params, body });
  const second = await officer!.call(caseRoutes.actOnCase, { params, body });
  assert.equal(second.case.lastAct, first.case.lastAct);
  assert.deepEqual(second.case.flags, ["media"]);
});

test("alerts about one person taken up at once become one case, and numbers have no gap", async () => {
  const hprNumber = ANOTHER;
  const parts = casesParts(db.app, clock);
  const alertIds = await Promise.all([1, 2, 3, 4, 5].map(() => confirmAlert(db.app, hprNumber)));
  await Promise.all(
    alertIds.map((alertId) => db.app.transaction().execute((tx) => takeUpAlert(tx, parts, alertId))),
  );
  const { rows } = await sql<{ number: string; alerts: number }>`
    select number, (select count(*) from casework.case_alerts a where a.case_id = c.id)::int as alerts
    from casework.cases c order by id`.execute(db.app);
  assert.deepEqual(
    rows.map(({ number }) => number),
    ["2026-0001", "2026-0002", "2026-0003", "2026-0004"],
  );
  assert.equal(rows.at(-1)?.alerts, 5);
});

test("a person with an open case gets no second one by hand", async () => {
  const [officer] = officers;
  const body = { hprNumber: ANOTHER, alertIds: [], reason: "Åpnes for hånd" };
  await assert.rejects(officer!.call(caseRoutes.openCase, { body }), (error) => {
    assert.ok(error instanceof ProblemError);
    assert.equal(error.problem.code, "openCaseExists");
    return true;
  });
});
