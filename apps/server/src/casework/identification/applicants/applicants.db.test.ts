import assert from "node:assert/strict";
import test, { after } from "node:test";
import { APPLICANT_CHECKS_PER_MINUTE, type ApplicantCheck, applicantRoutes } from "@varde/contract";
import { sql } from "kysely";
import { fixedClock } from "../../../platform/clock/clock.ts";
import { buildTestServer } from "../../../platform/http/testing.ts";
import { createTestDatabase } from "../../../platform/testing/index.ts";
import { confirmAlert, loadPeople } from "../../cases/testing.ts";
import { applicantRouteModule } from "../index.ts";
import { registerVersion } from "../testing.ts";

const db = await createTestDatabase({ after });
const clock = fixedClock("2026-11-22T08:00:00Z");
const server = await buildTestServer({ after } as never, {
  routes: [applicantRouteModule({ db: db.app, clock })],
});
const directorate = server.loginAs("checkApplicants");
const purpose = "Søknad om autorisasjon, sak 26/1044";
const check = (of: object): Promise<ApplicantCheck> =>
  directorate.call(applicantRoutes.checkApplicant, {
    body: { surname: "Åkerblom", forename: "Signe", birthDate: "1971-03-17", purpose, ...of },
  });

const warned = await registerVersion(db.app, {
  surname: "Åkerblom",
  forename: "Signe",
  birthDate: "1971-03-17",
  nationalId: "710317-2382",
  alertNumber: "SE-1",
});

test("an applicant whose name, birth date and number an alert gives is in it, told by number and country alone", async () => {
  const answer = await check({ nationalId: { country: "SE", number: "19710317-2382" } });
  assert.deepEqual(answer, {
    answer: "yes",
    alerts: [{ alertNumber: "SE-1", country: "SE", answer: "yes" }],
    checkedAt: clock.now().toISOString(),
  });
});

test("one who may be the person of an alert is possible, and one nobody warned about is in none", async () => {
  assert.equal((await check({ forename: "Signe Marie", birthDate: "1971" })).answer, "possible");
  const other = { surname: "Brattbakk", forename: "Oline", birthDate: "1988-11-02" };
  assert.deepEqual(await check(other), {
    answer: "no",
    alerts: [],
    checkedAt: clock.now().toISOString(),
  });
});

test("an alert that comes later is found at once, and one that is withdrawn no more", async () => {
  const later = { surname: "Tveito", forename: "Halvard", birthDate: "1969-06-30" };
  assert.equal((await check(later)).answer, "no");
  const alert = await registerVersion(db.app, { ...later, alertNumber: "DK-9", sendingCountry: "DK" });
  assert.notEqual((await check(later)).answer, "no");
  await registerVersion(db.app, { ...later, alertId: alert.alertId, kind: "withdrawal" });
  assert.equal((await check(later)).answer, "no");
});

test("the number of the person an alert is confirmed to be about leads to it, whatever name the alert gave", async () => {
  await loadPeople(db.app, clock, [{ hprNumber: 8_000_077, surname: "Eikeland", forename: "Kari" }]);
  await confirmAlert(db.app, 8_000_077);
  const married = { surname: "Nordgård", forename: "Karoline", birthDate: "1990-01-01" };
  assert.equal((await check(married)).answer, "no");
  assert.equal((await check({ ...married, registrationNumbers: ["8000077"] })).answer, "yes");
});

test("each question stands in the log with its purpose and answer, identity numbers masked", async () => {
  await check({ nationalId: { country: "SE", number: "19710317-2382" } });
  const { rows } = await sql<{ purpose: string; details: { answer: string; alerts: number[] } }>`
    select purpose, details from platform.audit where act = 'checkApplicant' order by id desc limit 1
  `.execute(db.app);
  const [entry] = rows;
  assert.equal(entry?.purpose, purpose);
  assert.deepEqual([entry.details.answer, entry.details.alerts], ["yes", [warned.alertId]]);
  assert.ok(!JSON.stringify(entry).includes("2382"));
});

test("nobody asks without a purpose or without the right, and nobody sifts a population", async () => {
  const post = (caller: typeof directorate, body: object) =>
    caller.fetch("/api/applicants/check", {
      method: "POST",
      body: JSON.stringify(body),
      headers: { "content-type": "application/json" },
    });
  const body = { surname: "Åkerblom", forename: "Signe", birthDate: "1971-03-17" };
  assert.equal((await post(directorate, body)).status, 400);
  assert.equal((await post(server.loginAs("readAlerts"), { ...body, purpose })).status, 403);
  const busy = server.loginAs("checkApplicants");
  const statuses: number[] = [];
  for (let asked = 0; asked <= APPLICANT_CHECKS_PER_MINUTE; asked += 1)
    statuses.push((await post(busy, { ...body, purpose })).status);
  assert.deepEqual([statuses.at(-2), statuses.at(-1)], [200, 429]);
});
