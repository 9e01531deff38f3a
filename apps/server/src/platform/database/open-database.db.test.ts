import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { after, test } from "node:test";
import { type Kysely, sql } from "kysely";
import { createTestDatabase } from "../testing/index.ts";
import { notifyChange } from "./changes.sql.ts";
import { DatabaseUnavailable } from "./database-unavailable.ts";
import { migrate } from "./migrations/migrate.ts";
import { openDatabase } from "./open-database.ts";

const db = await createTestDatabase({ after });

const backendOf = async (connection: Kysely<unknown>): Promise<number> =>
  (await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(connection)).rows[0]!.pid;
const terminate = (pid: number) => sql`select pg_terminate_backend(${pid}, 5000)`.execute(db.login);

/** What arrived, and a way to wait for the next. */
function inbox(): { receive: (item: string) => void; next: () => Promise<string> } {
  const arrived = new PassThrough({ objectMode: true });
  const items = arrived[Symbol.asyncIterator]() as AsyncIterator<string>;
  return {
    receive: (item) => void arrived.write(item),
    next: async () => (await items.next()).value as string,
  };
}

test("works as the application, and as the owner only where asked", async () => {
  const whoIs = async (connection: Kysely<unknown>) =>
    (await sql<{ name: string }>`select current_user as name`.execute(connection)).rows[0]!.name;
  assert.equal(await whoIs(db.app), "varde_app");
  assert.equal(await whoIs(db.owner), "varde_owner");
});

test("gives values as the rules want them: a date as text, a bigint as a number, an instant as a Date", async () => {
  const { rows } = await sql`
    select date '1967-03-29' as day, array[date '1967-03-29', null] as days, 9007199254740991 as safe,
      9007199254740993 as beyond, array[1::bigint] as bigints, timestamptz '2026-01-01T12:00:00+01' as instant,
      0.1::numeric as exact, '{"a":[1]}'::jsonb as json`.execute(db.app);
  assert.deepEqual(rows, [
    {
      day: "1967-03-29",
      days: ["1967-03-29", null],
      safe: 9007199254740991,
      beyond: 9007199254740993n,
      bigints: [1],
      instant: new Date("2026-01-01T11:00:00Z"),
      exact: "0.1",
      json: { a: [1] },
    },
  ]);
});

test("a transaction whose connection is lost fails and is never continued on another", async () => {
  await sql`insert into platform.settings (key, value) values ('lost', '0')`.execute(db.app);
  await assert.rejects(
    db.app.transaction().execute(async (tx) => {
      await sql`update platform.settings set value = '1' where key = 'lost'`.execute(tx);
      await terminate(await backendOf(tx));
      await sql`update platform.settings set value = '2' where key = 'lost'`.execute(tx);
    }),
    DatabaseUnavailable,
  );
  const { rows } = await sql`select value from platform.settings where key = 'lost'`.execute(db.app);
  assert.deepEqual(rows, [{ value: 0 }]);
});

test("takes a fresh connection where an idle one was lost", async () => {
  await terminate(await backendOf(db.app));
  assert.ok(await backendOf(db.app));
});

test("tells of a change when its transaction commits, and not when it is rolled back", async () => {
  const { receive, next } = inbox();
  const stop = await db.listen("varde_changes", receive);
  await assert.rejects(
    db.app.transaction().execute(async (tx) => {
      await notifyChange(tx, "rolledBack", 1);
      throw new Error("no");
    }),
  );
  await db.app.transaction().execute((tx) => notifyChange(tx, "message", 12));
  await notifyChange(db.app, "balance");
  assert.deepEqual(JSON.parse(await next()), { topic: "message", id: "12" });
  assert.deepEqual(JSON.parse(await next()), { topic: "balance" });
  await stop();
});

test("listens on after its connection was lost, and says that it may have missed something", async () => {
  const { receive, next } = inbox();
  const stop = await db.listen("varde_test_loss", receive, () => receive("reconnected"));
  const { rows } = await sql<{ pid: number }>`
    select pid from pg_stat_activity where query like 'listen "varde_test_loss"%' and datname = current_database()
  `.execute(db.login);
  await terminate(rows[0]!.pid);
  assert.equal(await next(), "reconnected");
  await sql`select pg_notify('varde_test_loss', 'heard')`.execute(db.app);
  assert.equal(await next(), "heard");
  await stop();
});

test("opens the embedded database of a data folder, and says when it has not been prepared", async (t) => {
  const dataDir = mkdtempSync(join(tmpdir(), "varde-data-"));
  t.after(() => rmSync(dataDir, { recursive: true }));
  const embedded = await openDatabase({ dataDir });
  t.after(() => embedded.close());
  await assert.rejects(sql`select 1`.execute(embedded.app), {
    name: "DatabaseUnavailable",
    code: "databaseNotPrepared",
  });
  await migrate(embedded);
  await sql`select 1`.execute(embedded.app);
});

test("says that the database does not answer where nothing listens at the address", async (t) => {
  const nowhere = await openDatabase({ dataDir: "unused", url: "postgres://varde@127.0.0.1:9/varde" });
  t.after(() => nowhere.close());
  await assert.rejects(sql`select 1`.execute(nowhere.app), {
    name: "DatabaseUnavailable",
    code: "databaseUnreachable",
  });
});
