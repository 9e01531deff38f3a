import assert from "node:assert/strict";
import test, { after, type TestContext } from "node:test";
import { operationsRoutes, ProblemError } from "@varde/contract";
import { sql } from "kysely";
import { fixedClock } from "../../platform/clock/clock.ts";
import { buildTestServer } from "../../platform/http/testing.ts";
import { announceProcess, type FailedJob } from "../../platform/jobs/index.ts";
import { createTestDatabase } from "../../platform/testing/index.ts";
import { type MonitoringParts, monitoringDoctorChecks, monitoringRouteModule } from "./index.ts";

const db = await createTestDatabase({ after });
const clock = fixedClock("2026-11-22T08:00:00Z");
const at = new Date("2026-11-22T07:00:00Z");
const failed: FailedJob = {
  id: "7f1f4a3e-0000-4000-8000-000000000001",
  queue: "identify-alerts",
  data: { surname: "Lindqvist" },
  attempts: 6,
  error: { message: 'no column "Lindqvist"', code: "42703" },
  enqueuedAt: at,
  failedAt: at,
};
const retried: string[][] = [];
const queue = { name: "identify-alerts", waiting: 2, delayed: 0, active: 1, failed: 1, oldest: at };
const parts: MonitoringParts = {
  db: db.app,
  clock,
  jobs: {
    stats: async () => [queue],
    listFailed: async () => [failed],
    retry: async (ids) => retried.push([...ids]),
  },
};
const file = { after: after as TestContext["after"] };
const server = await buildTestServer(file, { routes: [monitoringRouteModule(parts)] });

test("shows processes, queues, failed jobs and mailboxes, and nothing of a case", async () => {
  const leave = await announceProcess(db.app, "worker", "0.0.0");
  await sql`insert into casework.mailboxes (kind, name, address, state) values ('imap', 'Post', 'post@localhost:143', 'watching')`.execute(
    db.app,
  );
  const view = await server.loginAs("operate").call(operationsRoutes.getOperations);
  assert.deepEqual(
    view.processes.map(({ kind, pid, alive }) => ({ kind, pid, alive })),
    [{ kind: "worker", pid: process.pid, alive: true }],
  );
  assert.deepEqual(view.queues, [
    { name: "identify-alerts", waiting: 2, active: 1, failed: 1, oldestWaiting: at.toISOString() },
  ]);
  assert.deepEqual(view.failed[0]?.error, "42703: no column …");
  assert.deepEqual(
    view.mailboxes.map(({ name, state, messages }) => [name, state, messages]),
    [["Post", "watching", 0]],
  );
  assert.ok(!JSON.stringify(view).includes("Lindqvist"));
  await leave();
});

test("runs a failed job again, with an entry in the audit log, and refuses one that has not failed", async () => {
  const { call } = server.loginAs("operate");
  await call(operationsRoutes.retryJob, { params: { queue: failed.queue, id: failed.id } });
  assert.deepEqual(retried, [[failed.id]]);
  const { rows } = await sql<{ act: string }>`select act from platform.audit`.execute(db.app);
  assert.deepEqual(rows, [{ act: "retryJob" }]);
  const other = call(operationsRoutes.retryJob, { params: { queue: failed.queue, id: "another" } });
  await assert.rejects(
    other,
    (error) => error instanceof ProblemError && error.problem.code === "noSuchFailedJob",
  );
});

test("keeps out whoever does not operate the system", async () => {
  assert.equal((await server.loginAs("readPortfolio", "readAlerts").fetch("/api/operations")).status, 403);
});

test("the doctor says that no worker runs, what waits too long, and what has failed", async () => {
  const checks = await monitoringDoctorChecks(parts);
  assert.deepEqual(
    checks.map(({ name, state, code }) => [name, state, code]),
    [
      ["worker", "warning", "noWorker"],
      ["queues", "warning", "queueWaits"],
      ["failedJobs", "error", "failedJobs"],
    ],
  );
  assert.ok(checks.every(({ state, advice }) => (state === "ok") === (advice === "")));
});
