import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test, { type TestContext } from "node:test";
import { generateIdentity, identityToRecipient } from "age-encryption";
import { sql } from "kysely";
import { jobActor, recordAudit, sealEntries, verifyDatabase } from "../audit/index.ts";
import { systemClock } from "../clock/clock.ts";
import type { Database } from "../database/index.ts";
import { createEmptyTestDatabase, createTestDatabase } from "../testing/index.ts";
import { readBackup, restoreBackup, takeBackup } from "./index.ts";

const nothing = { onHeader: async () => {}, onRows: async () => {} };
const base = { version: "0.1.0", except: ["access.sessions"] };

function folderOf(t: TestContext): string {
  const folder = mkdtempSync(join(tmpdir(), "varde-backup-"));
  t.after(() => rm(folder, { recursive: true }));
  return folder;
}

/** Rows and a sum over their texts, whatever their order, of every table but those made elsewhere. */
async function contentOf({ app }: Database): Promise<Record<string, string>> {
  const { rows } = await sql<{ name: string; table: string }>`
    select n.nspname || '.' || c.relname as name, format('%I.%I', n.nspname, c.relname) as table
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname in ('access', 'casework', 'governance', 'platform', 'pgboss') and relkind in ('r', 'p')
      and not relispartition and n.nspname || '.' || c.relname not in ('platform.migrations', 'pgboss.version')
    order by 1`.execute(app);
  const content: Record<string, string> = {};
  for (const { name, table } of rows) {
    const { rows: sums } = await sql<{ sum: string }>`
      select count(*) || ' rows, ' || coalesce(sum(hashtextextended(t::text, 0)), 0) as sum from ${sql.raw(table)} t`.execute(
      app,
    );
    content[name] = sums[0]!.sum;
  }
  return content;
}

async function fill(db: Database, entries: number, word = "first"): Promise<void> {
  await db.app.transaction().execute(async (tx) => {
    for (let id = 0; id < entries; id += 1)
      await recordAudit(tx, {
        at: new Date("2026-02-01T10:00:00Z"),
        actor: jobActor("test"),
        act: "readAlert",
        object: { type: "alert", id: String(id) },
        details: { text: `line\nend \\N \t ${word} «æøå»` },
      });
  });
}

test("what was backed up comes back row by row, and numbers go on after the last", async (t) => {
  const db = await createTestDatabase(t);
  await fill(db, 50);
  const file = join(folderOf(t), "one.backup");
  const taken = await takeBackup(db, { ...base, file });
  assert.ok(taken.rows >= 50);
  const restored = await createEmptyTestDatabase(t);
  const result = await restoreBackup(restored, { file });
  assert.equal(result.rows, taken.rows);
  assert.deepEqual(await contentOf(restored), await contentOf(db));
  await fill(restored, 1, "after");
  const { rows } = await sql<{
    ids: number;
  }>`select count(distinct id)::int as ids from platform.audit`.execute(restored.app);
  assert.equal(rows[0]?.ids, 51);
});

test("history is as closed after a restore as before it", async (t) => {
  const db = await createTestDatabase(t);
  await fill(db, 1);
  const file = join(folderOf(t), "one.backup");
  await takeBackup(db, { ...base, file });
  const restored = await createEmptyTestDatabase(t);
  await restoreBackup(restored, { file });
  await assert.rejects(sql`delete from platform.audit`.execute(restored.owner), { code: "23001" });
  await assert.rejects(sql`delete from platform.audit`.execute(restored.app), { code: "42501" });
});

test("a backup taken while others write holds one instant, whose audit chain is whole where it is restored", async (t) => {
  const db = await createTestDatabase(t);
  const file = join(folderOf(t), "live.backup");
  const chain = { db: db.app, clock: systemClock };
  let going = true;
  const sealing = (async () => {
    while (going) await sealEntries(chain);
  })();
  const writing = (async () => {
    while (going)
      await db.app.transaction().execute(async (tx) => {
        await recordAudit(tx, { at: new Date(), actor: jobActor("a"), act: "first" });
        await sql`insert into platform.events (type, subject, actor) values ('second', 'a:1', '{}')`.execute(
          tx,
        );
      });
  })();
  while ((await sealEntries(chain)).seq < 5);
  await takeBackup(db, { ...base, file });
  going = false;
  await Promise.all([writing, sealing]);
  const restored = await createEmptyTestDatabase(t);
  await restoreBackup(restored, { file });
  const { rows } = await sql<{ audit: number; events: number }>`
    select (select count(*)::int from platform.audit where act = 'first') as audit,
      (select count(*)::int from platform.events where type = 'second') as events`.execute(restored.app);
  assert.equal(rows[0]?.audit, rows[0]?.events);
  const verdict = await verifyDatabase({ db: restored.app, clock: systemClock });
  assert.deepEqual(verdict.fault, null);
  assert.ok(verdict.entries > 0);
});

test("opens with the secret key it was locked for, and with no other", async (t) => {
  const db = await createTestDatabase(t);
  await fill(db, 3);
  const folder = folderOf(t);
  const keys = { mine: await generateIdentity(), other: await generateIdentity() };
  const write = (name: string, text: string) => {
    writeFileSync(join(folder, name), `# a comment\n${text}\n`);
    return join(folder, name);
  };
  const locked = write("public", await identityToRecipient(keys.mine));
  const [mine, other] = [write("secret", keys.mine), write("other", keys.other)];
  const file = join(folder, "locked.backup");
  assert.equal((await takeBackup(db, { ...base, file, keyFile: locked })).encrypted, true);
  assert.ok(!readFileSync(file).includes("readAlert"));
  await assert.rejects(readBackup(file, { reader: nothing }), { code: "backupKeyNeeded" });
  await assert.rejects(readBackup(file, { reader: nothing, keyFile: other }), { code: "backupKeyWrong" });
  const { manifest } = await readBackup(file, { reader: nothing, keyFile: mine });
  assert.equal(manifest.tables["platform.audit"]?.rows, 3);
});

test("opens with the passphrase it was locked with; one too short is refused before anything is written", async (t) => {
  const db = await createTestDatabase(t);
  const folder = folderOf(t);
  const [long, short] = [join(folder, "long"), join(folder, "short")];
  writeFileSync(long, "a passphrase nobody guesses\n");
  writeFileSync(short, "hunter2\n");
  const file = join(folder, "b");
  await assert.rejects(takeBackup(db, { ...base, file, keyFile: short }), { code: "backupKeyFileUnusable" });
  await takeBackup(db, { ...base, file, keyFile: long });
  assert.ok((await readBackup(file, { reader: nothing, keyFile: long })).manifest);
});

test("a file that is cut, changed or something else is refused, and the database stays empty", async (t) => {
  const db = await createTestDatabase(t);
  await fill(db, 400);
  const folder = folderOf(t);
  const file = join(folder, "whole.backup");
  await takeBackup(db, { ...base, file });
  const bytes = readFileSync(file);
  const target = await createEmptyTestDatabase(t);
  const broken = join(folder, "broken.backup");
  const changed = Buffer.from(bytes);
  changed[Math.floor(bytes.length / 2)]! ^= 0x55;
  for (const [content, code] of [
    [bytes.subarray(0, bytes.length - 20), "backupBroken"],
    [bytes.subarray(0, Math.floor(bytes.length / 2)), "backupBroken"],
    [changed, "backupBroken"],
    [Buffer.from("not a backup at all, only words in a file"), "notABackup"],
    [Buffer.alloc(0), "backupBroken"],
  ] as const) {
    writeFileSync(broken, content);
    await assert.rejects(restoreBackup(target, { file: broken }), { code }, `${content.length} bytes`);
  }
  await assert.rejects(restoreBackup(target, { file: join(folder, "none") }), { code: "backupMissing" });
  assert.ok((await restoreBackup(target, { file })).rows >= 400);
});

test("a database in use is not restored into", async (t) => {
  const db = await createTestDatabase(t);
  const file = join(folderOf(t), "one.backup");
  await takeBackup(db, { ...base, file });
  const before = await contentOf(db);
  await assert.rejects(restoreBackup(db, { file }), { code: "restoreTargetInUse" });
  assert.deepEqual(await contentOf(db), before);
});

test("a restore that was stopped is begun anew by the next one", async (t) => {
  const db = await createTestDatabase(t);
  await fill(db, 20);
  const file = join(folderOf(t), "one.backup");
  await takeBackup(db, { ...base, file });
  const restored = await createEmptyTestDatabase(t);
  const stop = new AbortController();
  let calls = 0;
  const onProgress = () => {
    calls += 1;
    stop.abort(new Error("stopped by the operator"));
  };
  await assert.rejects(restoreBackup(restored, { file, signal: stop.signal, onProgress }), /stopped|abort/i);
  assert.ok(calls > 0);
  await restoreBackup(restored, { file });
  assert.deepEqual(await contentOf(restored), await contentOf(db));
});
