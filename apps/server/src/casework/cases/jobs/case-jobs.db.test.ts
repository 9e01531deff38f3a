import assert from "node:assert/strict";
import test, { after } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import { sql } from "kysely";
import { jobActor } from "../../../platform/audit/index.ts";
import { systemClock } from "../../../platform/clock/clock.ts";
import { createJobs } from "../../../platform/jobs/index.ts";
import { isRefusal } from "../../../platform/rules/refusal.ts";
import { createTestDatabase } from "../../../platform/testing/index.ts";
import { actOnCase } from "../acting/act-on-case.ts";
import { casesDoctorChecks } from "../doctor.ts";
import { casesParts, confirmAlert, loadPeople } from "../testing.ts";
import { defineCaseJobs } from "./case-jobs.ts";

const HPR = 8_300_001;
const db = await createTestDatabase({ after });
const jobs = createJobs(db);
const parts = casesParts(db.app, systemClock, { jobs });
const actor = jobActor("test");

/** The cases with their alerts, once there are so many cases; waits as long as the test runner lets it. */
async function untilCases(count: number): Promise<{ id: number; surname: string; alerts: number[] }[]> {
  for (;;) {
    const { rows } = await sql<{ id: number; surname: string; alerts: number[] }>`
      select c.id, c.surname, (select coalesce(array_agg(a.alert_id order by a.alert_id), '{}')
        from casework.case_alerts a where a.case_id = c.id) as alerts
      from casework.cases c order by c.id`.execute(db.app);
    if (rows.length === count && rows.every(({ alerts }) => alerts.length > 0)) return rows;
    await pause(50);
  }
}

async function confirm(): Promise<number> {
  const alertId = await confirmAlert(db.app, HPR);
  const payload = { alertId, decision: "confirm", hprNumber: HPR, decisionId: 1, effective: true };
  await jobs.publish(db.app, { type: "identityDecided", subject: `alert:${alertId}`, payload, actor });
  return alertId;
}

test("a confirmed identity opens a case, a further one joins it, and one taken out gets its own", {
  timeout: 60_000,
}, async (t) => {
  await loadPeople(db.app, systemClock, [{ hprNumber: HPR, surname: "Lindqvist" }]);
  defineCaseJobs(jobs, parts);
  await jobs.prepare();
  await jobs.work();
  t.after(() => jobs.stop());
  const first = await confirm();
  const [opened] = await untilCases(1);
  assert.deepEqual(opened?.alerts, [first]);
  const second = await confirm();
  for (;;) {
    const [joined] = await untilCases(1);
    if (joined?.alerts.includes(second)) break;
    await pause(50);
  }
  const act = { act: "takeAlertApart", alertId: second, reason: "Et annet forhold" } as const;
  const officer = await sql<{ id: string }>`
    insert into access.people (issuer, subject, name, roles, first_login_at, last_login_at)
    values ('test', 'ingrid', 'Ingrid Solbakken', '{firstLine}', now(), now()) returning id`.execute(db.app);
  const done = await actOnCase(parts, { caseId: opened!.id, act, by: { personId: officer.rows[0]!.id } });
  assert.ok(!isRefusal(done));
  const [, own] = await untilCases(2);
  assert.deepEqual(own?.alerts, [second]);
});

test("doctor tells of confirmed alerts that no case has taken up", async () => {
  assert.equal((await casesDoctorChecks(db.app))[0]?.state, "ok");
  await confirmAlert(db.app, HPR);
  const [check] = await casesDoctorChecks(db.app);
  assert.deepEqual([check?.code, check?.params], ["confirmedAlertsWithoutCase", { alerts: 1 }]);
});

test("a case follows the name its person has in the register", { timeout: 60_000 }, async () => {
  await loadPeople(db.app, systemClock, [{ hprNumber: HPR, surname: "Nyberg" }]);
  await jobs.work();
  await jobs.publish(db.app, { type: "registerLoaded", subject: "load:1", payload: { loadId: 1 }, actor });
  for (;;) {
    const [renamed] = await untilCases(2);
    if (renamed?.surname === "Nyberg") break;
    await pause(50);
  }
  await jobs.stop();
});
