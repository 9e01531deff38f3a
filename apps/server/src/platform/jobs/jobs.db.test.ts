import assert from "node:assert/strict";
import { after, type TestContext, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { sql } from "kysely";
import { connectTo } from "../database/open-database.ts";
import { createTestDatabase, startChild, useTestServer } from "../testing/index.ts";
import { createJobs, type Jobs, type JobsOptions } from "./index.ts";

const db = await createTestDatabase({ after });
await sql`create table platform.done (what text)`.execute(db.owner);
const actor = { kind: "job", name: "test" } as const;

const done = async (): Promise<string[]> =>
  (await sql<{ what: string }>`select what from platform.done order by what`.execute(db.app)).rows.map(
    ({ what }) => what,
  );

/** A queue whose failures are kept for the test; stopped after it. */
function jobsFor(t: TestContext, options: JobsOptions = {}): Jobs {
  const jobs = createJobs(db, { onTrouble: (error) => t.diagnostic(String(error)), ...options });
  t.after(() => jobs.stop());
  return jobs;
}

/** Waits for as many calls as were expected. */
function calls<T>(expected: number): { called: (value: T) => void; all: Promise<T[]> } {
  const values: T[] = [];
  let called!: (value: T) => void;
  const all = new Promise<T[]>((resolve) => {
    called = (value) => {
      values.push(value);
      if (values.length === expected) resolve(values);
    };
  });
  return { called, all };
}

async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await sleep(50);
}

test("a job enqueued in a transaction that is rolled back never was", async (t) => {
  const jobs = jobsFor(t);
  const { called, all } = calls<unknown>(1);
  jobs.define({ name: "rolled-back", handler: async ({ data }) => called(data) });
  await assert.rejects(
    db.app.transaction().execute(async (tx) => {
      await jobs.enqueue(tx, "rolled-back", { kept: false });
      throw new Error("no");
    }),
  );
  await db.app.transaction().execute((tx) => jobs.enqueue(tx, "rolled-back", { kept: true }));
  await jobs.work();
  assert.deepEqual(await all, [{ kept: true }]);
});

test("refuses a job that nobody has defined, and one defined twice", async (t) => {
  const jobs = jobsFor(t);
  await assert.rejects(jobs.enqueue(db.app, "unheard-of"), /No job is defined as unheard-of/);
  jobs.define({ name: "twice", handler: async () => {} });
  assert.throws(() => jobs.define({ name: "twice", handler: async () => {} }), /defined twice/);
});

test("retries with back-off, then leaves the job to a person, who may retry or discard it", async (t) => {
  const failures: number[] = [];
  const jobs = jobsFor(t, { onFailure: (_error, { attempt }) => failures.push(attempt) });
  let broken = true;
  jobs.define({
    name: "fails",
    retryLimit: 1,
    handler: async () => {
      if (broken) throw new Error("register does not answer");
    },
  });
  await jobs.enqueueAll(db.app, "fails", [{ message: 1 }, { message: 2 }]);
  await jobs.work();
  const standing = async () => (await jobs.stats()).find(({ name }) => name === "fails")!;
  await until(async () => failures.length === 2);
  await until(async () => (await standing()).delayed === 2);
  await until(async () => (await standing()).failed === 2);
  assert.deepEqual(failures, [1, 1, 2, 2]);
  const failed = await jobs.listFailed({ queue: "fails" });
  assert.deepEqual(
    failed.map(({ queue, attempts, error }) => ({ queue, attempts, said: error?.message })),
    Array(2).fill({ queue: "fails", attempts: 2, said: "register does not answer" }),
  );
  broken = false;
  assert.equal(await jobs.retry([failed[0]!.id]), 1);
  await until(async () => (await standing()).failed === 1 && (await standing()).waiting === 0);
  assert.equal(await jobs.discard([failed[1]!.id]), 1);
  await until(async () => (await standing()).active === 0);
  assert.equal((await standing()).failed, 0);
});

test("one job that fails does not take the others of its batch with it", async (t) => {
  const jobs = jobsFor(t);
  const { called, all } = calls<number>(4);
  jobs.define<{ n: number }>({
    name: "mixed",
    batchSize: 5,
    retryLimit: 0,
    handler: async ({ data: { n } }) => {
      if (n === 3) throw new Error("broken");
      called(n);
    },
  });
  await jobs.enqueueAll(
    db.app,
    "mixed",
    [1, 2, 3, 4, 5].map((n) => ({ n })),
  );
  await jobs.work();
  assert.deepEqual(
    (await all).sort((a, b) => a - b),
    [1, 2, 4, 5],
  );
});

test("what a transactional job writes stands or falls with its completion", async (t) => {
  const jobs = jobsFor(t);
  jobs.define<{ what: string }>({
    name: "writes",
    transactional: true,
    handler: async ({ data }, { tx, attempt }) => {
      await sql`insert into platform.done values (${`${data.what} ${attempt}`})`.execute(tx);
      if (attempt === 1) throw new Error("after writing");
    },
  });
  await jobs.enqueue(db.app, "writes", { what: "written" });
  await jobs.work();
  await until(async () => (await done()).length > 0);
  assert.deepEqual(await done(), ["written 2"]);
});

test("an event is recorded with its reactions, and each reacts once", async (t) => {
  const jobs = jobsFor(t);
  const { called, all } = calls<unknown>(2);
  for (const name of ["note-when-thing-done", "count-when-thing-done"])
    jobs.subscribe("thingDone", name, async ({ type, subject, payload, version, actor: by }) =>
      called({ name, type, subject, payload, version, by }),
    );
  await db.app
    .transaction()
    .execute((tx) =>
      jobs.publish(tx, { type: "thingDone", subject: "thing:7", payload: { ids: [1, 2] }, actor }),
    );
  await jobs.work();
  const told = { type: "thingDone", subject: "thing:7", payload: { ids: [1, 2] }, version: 1, by: actor };
  assert.deepEqual(
    (await all).sort((a, b) => JSON.stringify(a).localeCompare(JSON.stringify(b))),
    [
      { name: "count-when-thing-done", ...told },
      { name: "note-when-thing-done", ...told },
    ],
  );
});

test("runs a cron by itself", async (t) => {
  const jobs = jobsFor(t);
  const { called, all } = calls<string>(1);
  jobs.define({
    name: "each-minute",
    cron: "* * * * *",
    singleton: true,
    handler: async ({ id }) => called(id),
  });
  await jobs.work();
  assert.equal((await all).length, 1);
});

test("a singleton waits once and runs once at a time, for each key", async (t) => {
  const jobs = jobsFor(t);
  const runs = calls<string>(3);
  const running = new Set<string>();
  let together = 0;
  jobs.define<{ key: string }>({
    name: "alone",
    singleton: true,
    concurrency: 4,
    handler: async ({ data }) => {
      if (running.has(data.key)) together++;
      running.add(data.key);
      await sleep(100);
      running.delete(data.key);
      runs.called(data.key);
    },
  });
  for (const key of ["a", "a", "a", "b", "b"]) await jobs.enqueue(db.app, "alone", { key }, { key });
  assert.equal((await jobs.stats()).find(({ name }) => name === "alone")?.waiting, 2);
  await jobs.work();
  await until(async () => (await jobs.stats()).find(({ name }) => name === "alone")?.waiting === 0);
  await jobs.enqueue(db.app, "alone", { key: "a" }, { key: "a" });
  assert.deepEqual((await runs.all).sort(), ["a", "a", "b"]);
  assert.equal(together, 0);
});

test("two workers share the jobs and never run one twice", async (t) => {
  const jobsOfTwo = [jobsFor(t), jobsFor(t)];
  const seen = calls<number>(200);
  for (const jobs of jobsOfTwo)
    jobs.define<{ n: number }>({
      name: "shared",
      batchSize: 5,
      concurrency: 2,
      handler: async ({ data }) => seen.called(data.n),
    });
  await jobsOfTwo[0]!.enqueueAll(
    db.app,
    "shared",
    Array.from({ length: 200 }, (_, n) => ({ n })),
  );
  await Promise.all(jobsOfTwo.map((jobs) => jobs.work()));
  assert.deepEqual(
    (await seen.all).sort((a, b) => a - b),
    Array.from({ length: 200 }, (_, n) => n),
  );
});

test("the job of a killed worker runs again", async (t) => {
  const jobs = jobsFor(t);
  const { rows } = await sql<{ name: string }>`select current_database() as name`.execute(db.app);
  const { called, all } = calls<number>(1);
  jobs.define({ name: "interrupted", handler: async (_job, { attempt }) => called(attempt) });
  await jobs.enqueue(db.app, "interrupted");
  const worker = startChild(t, new URL("./testing/run-worker.ts", import.meta.url), [
    rows[0]!.name,
    "interrupted",
  ]);
  assert.equal(await worker.said("runs"), "1");
  await worker.kill("SIGKILL");
  await jobs.work();
  assert.deepEqual(await all, [2]);
});

test("waits out a lost database and goes on", async (t) => {
  const server = await useTestServer();
  const { rows } = await sql<{ name: string }>`select current_database() as name`.execute(db.app);
  const own = connectTo(server.address(rows[0]!.name), { place: "own", closed: () => server.leave() });
  const jobs = createJobs(own);
  t.after(async () => {
    await jobs.stop();
    await own.close();
  });
  const { called, all } = calls<number>(1);
  jobs.define<{ n: number }>({ name: "after-loss", handler: async ({ data }) => called(data.n) });
  await jobs.work();
  await sql`select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and pid <> pg_backend_pid() and usename = session_user`.execute(
    db.login,
  );
  await sleep(100);
  await jobs.enqueue(db.app, "after-loss", { n: 1 });
  assert.deepEqual(await all, [1]);
});
