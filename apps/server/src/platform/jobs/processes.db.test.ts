import assert from "node:assert/strict";
import { after, test } from "node:test";
import { sql } from "kysely";
import { createTestDatabase } from "../testing/index.ts";
import { announceProcess, isWorkerAlive, listProcesses } from "./index.ts";

const db = await createTestDatabase({ after });

test("a worker is alive from its announcement until it says goodbye", async () => {
  assert.equal(await isWorkerAlive(db.app), false);
  const leaveApi = await announceProcess(db.app, "api", "0.1.0");
  assert.equal(await isWorkerAlive(db.app), false);
  const leave = await announceProcess(db.app, "worker", "0.1.0");
  assert.equal(await isWorkerAlive(db.app), true);
  assert.deepEqual(
    (await listProcesses(db.app)).map(({ kind, pid, version }) => ({ kind, pid, version })),
    ["api", "worker"].map((kind) => ({ kind, pid: process.pid, version: "0.1.0" })),
  );
  await leave();
  await leaveApi();
  assert.deepEqual(await listProcesses(db.app), []);
});

test("a worker that was killed is not taken for alive", async () => {
  await announceProcess(db.app, "worker", "0.1.0");
  await sql`update platform.processes set heartbeat_at = now() - interval '21 seconds'`.execute(db.app);
  assert.equal(await isWorkerAlive(db.app), false);
});
