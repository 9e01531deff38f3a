import assert from "node:assert/strict";
import test, { after } from "node:test";
import { sql } from "kysely";
import { fixedClock } from "../../clock/clock.ts";
import type { Database } from "../../database/index.ts";
import { createTestDatabase, type TestScope } from "../../testing/index.ts";
import { anchorsOf } from "../anchor/anchor-lines.ts";
import { jobActor, recordAudit } from "../index.ts";
import { inventEntries, tamper } from "../testing.ts";
import { chainHead, countUnsealed } from "./chain.sql.ts";
import { CHAIN_START } from "./chain-entry.ts";
import { sealEntries } from "./seal-entries.ts";
import { verifyDatabase } from "./verify-database.ts";

const clock = fixedClock("2026-02-02T08:00:00Z");
const entry = { at: clock.now(), actor: jobActor("test"), act: "runTest" };

test("entries get their places when they are committed, whatever order they were begun in", async (t) => {
  const db = await createTestDatabase(t);
  const parts = { db: db.app, clock };
  await db.app.transaction().execute(async (slow) => {
    await recordAudit(slow, { ...entry, details: { which: "slow" } });
    await recordAudit(db.app, { ...entry, details: { which: "fast" } });
    assert.equal((await sealEntries(parts)).seq, 1, "sealing waits for no transaction");
  });
  await sealEntries(parts);
  const { rows } = await sql`
    select seq, details ->> 'which' as which from platform.audit_seals join platform.audit a on a.id = entry_id order by seq
  `.execute(db.app);
  assert.deepEqual(rows, [
    { seq: 1, which: "fast" },
    { seq: 2, which: "slow" },
  ]);
  assert.deepEqual(await countUnsealed(db.app), { count: 0, since: null });
});

test("many writers and many sealers at once make one chain without gaps", async (t) => {
  const db = await createTestDatabase(t);
  const parts = { db: db.app, clock };
  const write = async () => {
    for (let number = 0; number < 25; number += 1) await recordAudit(db.app, entry);
  };
  const seal = async () => {
    for (let number = 0; number < 10; number += 1) await sealEntries(parts);
  };
  await Promise.all([write(), seal(), write(), seal(), write(), seal()]);
  const verdict = await verifyDatabase(parts);
  assert.deepEqual([verdict.whole, verdict.entries], [true, 75]);
});

test("an empty chain is whole, and its head is the start", async (t) => {
  const db = await createTestDatabase(t);
  assert.deepEqual(await chainHead(db.app), CHAIN_START);
  assert.deepEqual(await verifyDatabase({ db: db.app, clock }), {
    whole: true,
    entries: 0,
    head: null,
    fault: null,
    anchors: null,
  });
});

/** How somebody with all rights in the database might cover tracks, and what verifying says. */
const TAMPERING = {
  "an entry changed": {
    write: sql`update platform.audit set object_id = '99' where id = 4`,
    fault: { seq: 4, how: "changed", entry: 4 },
  },
  "an entry changed by a microsecond": {
    write: sql`update platform.audit set at = at + interval '1 microsecond' where id = 4`,
    fault: { seq: 4, how: "changed", entry: 4 },
  },
  "what stood after an act changed": {
    write: sql`update platform.audit set after = '{"state":"rejected"}' where id = 4`,
    fault: { seq: 4, how: "changed", entry: 4 },
  },
  "an entry removed": {
    write: sql`delete from platform.audit where id = 5`,
    fault: { seq: 5, how: "missing", entry: null },
  },
  "an entry removed with its link": {
    write: sql`with gone as (delete from platform.audit_seals where seq = 5) delete from platform.audit where id = 5`,
    fault: { seq: 5, how: "missing", entry: null },
  },
  "an entry inserted past the chain": {
    write: sql`insert into platform.audit (actor, act) values ('{"kind":"job","name":"x"}', 'x')`,
    fault: { seq: 13, how: "inserted", entry: 13 },
  },
  "an entry inserted into the chain": {
    write: sql`
      with gap as (update platform.audit_seals set seq = -seq where seq > 6 returning 1),
        entry as (insert into platform.audit (actor, act) values ('{"kind":"job","name":"x"}', 'x') returning id)
      select count(*) from gap, entry`,
    next: sql`
      update platform.audit_seals set seq = 1 - seq where seq < 0`,
    last: sql`
      insert into platform.audit_seals (seq, entry_id, sealed_at, hash) values (7, 13, now(), repeat('a', 64))`,
    fault: { seq: 7, how: "changed", entry: 13 },
  },
  "two entries that changed places": {
    write: sql`update platform.audit_seals set entry_id = -entry_id where seq in (3, 8)`,
    next: sql`update platform.audit_seals set entry_id = case seq when 3 then 8 else 3 end where seq in (3, 8)`,
    fault: { seq: 3, how: "changed", entry: 8 },
  },
  "a hash changed": {
    write: sql`update platform.audit_seals set hash = repeat('b', 64) where seq = 12`,
    fault: { seq: 12, how: "changed", entry: 12 },
  },
};

for (const [what, { fault, ...writes }] of Object.entries(TAMPERING))
  test(`finds ${what} in the database`, async (t) => {
    const db = await sealedDatabase(t);
    await tamper(db, async (tx) => {
      await sql`alter table platform.audit_seals drop constraint audit_seals_seq_check`.execute(tx);
      for (const write of Object.values(writes)) await write.execute(tx);
    });
    const verdict = await verifyDatabase({ db: db.app, clock });
    assert.deepEqual([verdict.whole, verdict.fault], [false, fault]);
  });

test("a chain that was computed anew holds by itself, and is found by the anchor", async (t) => {
  const db = await sealedDatabase(t);
  const parts = { db: db.app, clock };
  const anchor = [{ at: "2026-02-02T08:00:00.000Z", ...(await chainHead(db.app)) }];
  const anchors = anchorsOf(anchor);
  assert.equal((await verifyDatabase(parts, { anchors })).anchors, 1);
  await tamper(db, async (tx) => {
    await sql`update platform.audit set object_id = '99' where id = 4`.execute(tx);
    await sql`delete from platform.audit_seals`.execute(tx);
    await sql`insert into platform.audit_unsealed select id from platform.audit`.execute(tx);
  });
  assert.equal((await verifyDatabase(parts)).whole, true);
  const { fault } = await verifyDatabase(parts, { anchors });
  assert.deepEqual(fault, { seq: 12, how: "anchorDiffers", entry: 12 });
});

test("entries removed from the end are found by the anchor, which knows of more", async (t) => {
  const db = await sealedDatabase(t);
  const anchors = anchorsOf([{ at: "2026-02-02T08:00:00.000Z", ...(await chainHead(db.app)) }]);
  await tamper(db, async (tx) => {
    await sql`delete from platform.audit_seals where seq > 10`.execute(tx);
    await sql`delete from platform.audit where id > 10`.execute(tx);
  });
  const parts = { db: db.app, clock };
  assert.equal((await verifyDatabase(parts)).whole, true);
  assert.deepEqual((await verifyDatabase(parts, { anchors })).fault, {
    seq: 11,
    how: "cutShort",
    entry: null,
  });
});

const template = await createTestDatabase({ after });
test("the application can neither change nor remove a link, nor can the owner while the triggers stand", async () => {
  await inventEntries(template.app, clock, 1);
  const change = sql`update platform.audit_seals set hash = repeat('c', 64)`;
  await assert.rejects(change.execute(template.app), { code: "42501" });
  await assert.rejects(change.execute(template.owner), { code: "23001" });
});

async function sealedDatabase(scope: TestScope): Promise<Database> {
  const db = await createTestDatabase(scope);
  await inventEntries(db.app, clock, 12);
  return db;
}
