import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { after, test } from "node:test";
import { sql } from "kysely";
import { createTestDatabase } from "../testing/index.ts";

const db = await createTestDatabase({ after });
const BY_GRANT = { code: "42501" };
const BY_TRIGGER = { code: "23001", message: "platform.settled is insert-only: what is written there stays" };
const CHANGES = {
  update: sql`update platform.settled set said = 'other'`,
  "update of no row": sql`update platform.settled set said = 'other' where false`,
  delete: sql`delete from platform.settled`,
  truncate: sql`truncate platform.settled`,
};

test("an insert-only table takes rows and keeps them, whoever asks", async (t) => {
  await sql`create table platform.settled (said text)`.execute(db.owner);
  await sql`select platform.make_insert_only('platform.settled')`.execute(db.owner);
  await sql`insert into platform.settled values ('once')`.execute(db.app);
  for (const [name, change] of Object.entries(CHANGES)) {
    await t.test(`refuses ${name} by the application`, () =>
      assert.rejects(change.execute(db.app), BY_GRANT),
    );
    await t.test(`refuses ${name} by the owner`, () => assert.rejects(change.execute(db.owner), BY_TRIGGER));
  }
  const { rows } = await sql`select said from platform.settled`.execute(db.app);
  assert.deepEqual(rows, [{ said: "once" }]);
});

test("every table that says it is insert-only is, and every one that is says so", async () => {
  const { rows } = await sql<{ name: string; says: boolean; trigger: boolean; granted: boolean }>`
    select c.oid::regclass::text as name,
      coalesce(obj_description(c.oid) like '%Insert-only%', false) as says,
      exists (select from pg_trigger where tgrelid = c.oid and tgname = 'insert_only' and tgenabled = 'A') as trigger,
      has_any_column_privilege('varde_app', c.oid, 'update') or has_table_privilege('varde_app', c.oid, 'delete')
        or has_table_privilege('varde_app', c.oid, 'truncate') as granted
    from pg_class c join pg_namespace n on n.oid = relnamespace
    where relkind in ('r', 'p') and nspname in ('access', 'casework', 'governance', 'platform')
      and relname not in ('settled', 'migrations')`.execute(db.app);
  assert.ok(rows.length > 5);
  for (const { name, says, trigger, granted } of rows) {
    assert.equal(trigger, says, `${name}: comment and trigger differ`);
    assert.equal(granted, !says, `${name}: comment and grants differ`);
  }
});

test("refuses an original whose bytes are not those of its hash", async () => {
  const bytes = Buffer.from("as received");
  const keep = (hash: string) =>
    sql`insert into platform.originals (sha256, size, bytes) values (${hash}, ${bytes.length}, ${bytes})`.execute(
      db.app,
    );
  await assert.rejects(keep("0".repeat(64)), { code: "23514" });
  await keep(createHash("sha256").update(bytes).digest("hex"));
});
