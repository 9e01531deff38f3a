import assert from "node:assert/strict";
import test from "node:test";
import { sql } from "kysely";
import { fixedClock } from "../../platform/clock/clock.ts";
import { createTestDatabase } from "../../platform/testing/index.ts";
import { createJobTally } from "./job-tally.ts";

test("the log gets one entry for each kind of job, with how often it ran, and none where nothing ran", async (t) => {
  const db = await createTestDatabase(t);
  const clock = fixedClock("2026-02-02T08:00:00Z");
  const tally = createJobTally({ db: db.app, clock });
  for (let run = 0; run < 500; run += 1)
    tally.count("read-messages", run % 100 === 0 ? "failed" : "completed");
  tally.count("balance", "completed");
  clock.move("2026-02-02T08:05:00Z");
  await tally.write();
  await tally.write();
  const { rows } =
    await sql`select actor, act, object_id as id, details from platform.audit a order by a.id`.execute(
      db.app,
    );
  const since = "2026-02-02T08:00:00.000Z";
  assert.deepEqual(rows, [
    {
      actor: { kind: "job", name: "read-messages" },
      act: "runJob",
      id: "read-messages",
      details: { since, completed: 495, failed: 5 },
    },
    {
      actor: { kind: "job", name: "balance" },
      act: "runJob",
      id: "balance",
      details: { since, completed: 1, failed: 0 },
    },
  ]);
});

test("what could not be told is told the next time", async (t) => {
  const db = await createTestDatabase(t);
  const clock = fixedClock("2026-02-02T08:00:00Z");
  const tally = createJobTally({ db: db.app, clock });
  tally.count("balance", "completed");
  await sql`revoke insert on platform.audit from varde_app`.execute(db.owner);
  await assert.rejects(tally.write(), { code: "42501" });
  await sql`grant insert on platform.audit to varde_app`.execute(db.owner);
  tally.count("balance", "failed");
  await tally.write();
  const { rows } = await sql`select details from platform.audit`.execute(db.app);
  assert.deepEqual(rows, [{ details: { since: "2026-02-02T08:00:00.000Z", completed: 1, failed: 1 } }]);
});
