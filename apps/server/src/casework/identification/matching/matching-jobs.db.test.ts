import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test, { after } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import type { AlertRow } from "@varde/contract";
import { jobActor } from "../../../platform/audit/index.ts";
import { systemClock } from "../../../platform/clock/clock.ts";
import { createJobs } from "../../../platform/jobs/index.ts";
import { createTestDatabase } from "../../../platform/testing/index.ts";
import { loadRegister } from "../../registers/index.ts";
import { inventEntry, writeExtract } from "../../registers/testing.ts";
import { readAlertRows } from "../queries/alert-list.sql.ts";
import { registerVersion } from "../testing.ts";
import { defineMatchingJobs } from "./matching-jobs.ts";
import { createRegisterIndex } from "./register-index.ts";

const db = await createTestDatabase({ after });
const jobs = createJobs(db);
const parts = { db: db.app, jobs, clock: systemClock, index: createRegisterIndex(db.app) };
const actor = jobActor("test");

/** Waits, as long as the test runner lets it, until an identity stands where it should. */
async function untilIdentity(alertId: number, wanted: string): Promise<AlertRow> {
  for (;;) {
    const [alert] = await readAlertRows(db.app, [alertId]);
    if (alert?.identity === wanted) return alert;
    await pause(50);
  }
}

test("a worker matches an alert when it is registered, and again when the register is loaded", {
  timeout: 60_000,
}, async (t) => {
  defineMatchingJobs(jobs, parts);
  await jobs.prepare();
  await jobs.work();
  t.after(() => jobs.stop());
  const said = { surname: "Zzyzx", forename: "Qwort", birthDate: "1911-01-02" };
  const { alertId, versionId } = await registerVersion(db.app, said);
  const payload = { alertId, versionId, kind: "alert" };
  await jobs.publish(db.app, { type: "alertVersionRegistered", subject: `alert:${alertId}`, payload, actor });
  assert.equal((await untilIdentity(alertId, "noMatch")).bestHpr, null);
  const folder = await mkdtemp(join(tmpdir(), "varde-jobs-"));
  const path = join(folder, "hpr.jsonl");
  await writeExtract(path, [inventEntry({ hprNumber: 7, ...said })]);
  await loadRegister(parts, { path, kind: "full", actor });
  await rm(folder, { recursive: true });
  assert.equal((await untilIdentity(alertId, "awaitingDecision")).bestHpr, 7);
});
