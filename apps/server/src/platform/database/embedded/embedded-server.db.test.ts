import assert from "node:assert/strict";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type TestContext, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { type Kysely, sql } from "kysely";
import { startChild } from "../../testing/child-process.ts";
import { openPool } from "../connections.ts";
import { DatabaseUnavailable } from "../database-unavailable.ts";
import { type EmbeddedServer, useEmbeddedServer } from "./embedded-server.ts";
import { findPostmaster } from "./postmaster.ts";
import { chooseRunAs } from "./run-as.ts";
import { THROWAWAY_SETTINGS } from "./settings.ts";

const CHILD = new URL("./testing/use-server.ts", import.meta.url);

function temporaryFolder(t: TestContext, name = "varde-embedded-"): string {
  const folder = mkdtempSync(join(tmpdir(), name));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

async function use(
  t: TestContext,
  folder: string,
  settings = THROWAWAY_SETTINGS,
): Promise<{ server: EmbeddedServer; db: Kysely<unknown> }> {
  const server = await useEmbeddedServer({ folder, settings });
  const db = openPool({ ...server.address, database: "postgres" }, { max: 3 });
  t.after(async () => {
    await db.destroy();
    await server.leave();
    rmSync(server.address.host, { recursive: true, force: true });
  });
  return { server, db };
}

const postmasterOf = (folder: string) => findPostmaster(join(folder, "cluster"));
const valuesIn = async (db: Kysely<unknown>) =>
  (await sql<{ value: number }>`select value from kept order by value`.execute(db)).rows.map(
    ({ value }) => value,
  );

async function eventually<T>(ask: () => Promise<T>): Promise<T> {
  for (let attempt = 0; ; attempt++) {
    try {
      return await ask();
    } catch (error) {
      if (!(error instanceof DatabaseUnavailable) || attempt > 200) throw error;
      await sleep(50);
    }
  }
}

test("sorts as Norwegian on every machine", async (t) => {
  const { db } = await use(t, temporaryFolder(t));
  const { rows } = await sql<{ letter: string }>`
    select letter from unnest(array['å', 'b', 'ø', 'Æ', 'a', 'z']) letter order by letter`.execute(db);
  assert.deepEqual(
    rows.map(({ letter }) => letter),
    ["a", "b", "z", "Æ", "ø", "å"],
  );
});

test("starts a killed server again under a living process: what was committed stays, an open transaction fails", async (t) => {
  const folder = temporaryFolder(t);
  const { db } = await use(t, folder, {});
  await sql`create table kept (value int)`.execute(db);
  await sql`insert into kept values (1)`.execute(db);
  const first = postmasterOf(folder)!;
  await assert.rejects(
    db.transaction().execute(async (tx) => {
      await sql`insert into kept values (2)`.execute(tx);
      process.kill(first, "SIGKILL");
      await eventually(() => sql`select 1`.execute(db));
      await sql`insert into kept values (3)`.execute(tx);
    }),
    DatabaseUnavailable,
  );
  assert.deepEqual(await eventually(() => valuesIn(db)), [1]);
  assert.notEqual(postmasterOf(folder), first);
});

test("keeps serving when the process that started it is killed; the last one to leave stops it", async (t) => {
  const folder = temporaryFolder(t);
  const starter = startChild(t, CHILD, [folder]);
  const pid = Number(await starter.said("serves"));
  const { db, server } = await use(t, folder);
  await starter.kill("SIGKILL");
  await sql`select 1`.execute(db);
  assert.equal(postmasterOf(folder), pid);
  await db.destroy();
  await server.leave();
  assert.equal(postmasterOf(folder), undefined);
});

test("attaches to a server that was left behind when every process was killed", async (t) => {
  const folder = temporaryFolder(t);
  const starter = startChild(t, CHILD, [folder]);
  const pid = await starter.said("serves");
  await starter.kill("SIGKILL");
  const second = startChild(t, CHILD, [folder]);
  assert.equal(await second.said("serves"), pid);
  second.tell("leave");
  assert.equal(await second.ended(), 0);
  assert.equal(postmasterOf(folder), undefined);
});

test("does not stop the server while another process uses it", async (t) => {
  const folder = temporaryFolder(t);
  const { db } = await use(t, folder);
  const pid = postmasterOf(folder);
  const second = startChild(t, CHILD, [folder]);
  await second.said("serves");
  second.tell("leave");
  await second.said("left");
  await sql`select 1`.execute(db);
  assert.equal(postmasterOf(folder), pid);
});

test("ends with one server when several processes start at the same time in an empty folder", async (t) => {
  const folder = temporaryFolder(t);
  const children = [1, 2, 3].map(() => startChild(t, CHILD, [folder]));
  const pids = await Promise.all(children.map((child) => child.said("serves")));
  assert.equal(new Set(pids).size, 1);
  for (const child of children) child.tell("leave");
  for (const child of children) assert.equal(await child.ended(), 0);
  assert.equal(postmasterOf(folder), undefined);
});

test("puts the socket among the temporary files when the folder's path is too long for one, and finds it again", async (t) => {
  const folder = join(temporaryFolder(t), "a".repeat(90));
  const first = await use(t, folder);
  assert.ok(first.server.address.host.startsWith(tmpdir()));
  assert.ok(!first.server.address.host.startsWith(folder));
  const second = await use(t, folder);
  assert.equal(second.server.address.host, first.server.address.host);
});

test("starts although the number of a server killed before is another program's now", async (t) => {
  const folder = temporaryFolder(t);
  const { db, server } = await use(t, folder);
  await sql`create table kept (value int)`.execute(db);
  const pidFile = join(folder, "cluster", "postmaster.pid");
  const written = readFileSync(pidFile, "utf8");
  await db.destroy();
  await server.leave();
  writeFileSync(pidFile, written.replace(/^\d+/, String(process.pid)));
  const again = await use(t, folder);
  assert.deepEqual(await valuesIn(again.db), []);
});

test("refuses data of another major version, and says so", async (t) => {
  const folder = temporaryFolder(t);
  const { db, server } = await use(t, folder);
  await db.destroy();
  await server.leave();
  writeFileSync(join(folder, "cluster", "PG_VERSION"), "12\n");
  await assert.rejects(useEmbeddedServer({ folder }), {
    code: "embeddedOtherMajor",
    message: /PostgreSQL 12/,
  });
});

test("runs as the user nobody where root may not make a namespace", {
  skip: process.getuid?.() !== 0,
}, async (t) => {
  const folder = temporaryFolder(t);
  const server = await useEmbeddedServer({
    folder,
    settings: THROWAWAY_SETTINGS,
    runAs: chooseRunAs(0, [0], () => false),
  });
  t.after(() => server.leave());
  const status = readFileSync(`/proc/${postmasterOf(folder)}/status`, "utf8");
  assert.match(status, /^Uid:\s+65534\s/m);
});

test("leaves no half-made cluster when making it fails", async (t) => {
  const folder = temporaryFolder(t);
  await assert.rejects(
    useEmbeddedServer({ folder, runAs: { command: () => ["false", []], ids: {}, owner: process.getuid!() } }),
    { code: "embeddedNotMade" },
  );
  assert.ok(!existsSync(join(folder, "cluster")));
});
