import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { sql } from "kysely";
import { systemClock } from "../../clock/clock.ts";
import { createTestDatabase, startChild } from "../../testing/index.ts";
import { verifyDatabase } from "../chain/verify-database.ts";
import { anchorsOf, findAnchorLines, jobActor, keepSealed, recordAudit } from "../index.ts";

const SEALER = new URL("testing/run-sealer.ts", import.meta.url);
const KILLS = 3;
const entry = { actor: jobActor("test"), act: "runTest" };

test("sealers killed at any moment leave a whole chain that holds every entry, and an anchor that agrees", async (t) => {
  const folder = await mkdtemp(join(tmpdir(), "varde-anchor-"));
  t.after(() => rm(folder, { recursive: true, force: true }));
  const anchorFile = join(folder, "anchor.log");
  const db = await createTestDatabase(t);
  const { rows } = await sql<{ name: string }>`select current_database() as name`.execute(db.app);
  let written = 0;
  for (let kill = 0; kill < KILLS; kill += 1) {
    const [one, other] = [0, 1].map(() => startChild(t, SEALER, [rows[0]?.name ?? "", anchorFile]));
    const begun = Promise.all([one?.said("sealed"), other?.said("sealed")]);
    let isOver = false;
    void begun
      .then(() => sleep(20 + kill * 17))
      .then(() => {
        isOver = true;
      });
    for (; !isOver; written += 1) await recordAudit(db.app, { ...entry, at: systemClock.now() });
    await Promise.all([one?.kill(), other?.kill()]);
  }
  const lines = (await findAnchorLines(anchorFile)) ?? [];
  const verdict = await verifyDatabase({ db: db.app, clock: systemClock }, { anchors: anchorsOf(lines) });
  assert.deepEqual([verdict.whole, verdict.entries], [true, written]);
  assert.ok((verdict.anchors ?? 0) > KILLS);
});

test("trouble is told once until it is mended, and sealing goes on by itself", async (t) => {
  const folder = await mkdtemp(join(tmpdir(), "varde-anchor-"));
  t.after(() => rm(folder, { recursive: true, force: true }));
  const db = await createTestDatabase(t);
  await recordAudit(db.app, { ...entry, at: systemClock.now() });
  await sql`revoke insert on platform.audit_seals from varde_app`.execute(db.owner);
  const troubles: unknown[] = [];
  const stop = keepSealed({
    db: db.app,
    clock: systemClock,
    anchorFile: join(folder, "anchor.log"),
    onTrouble: (error) => troubles.push(error),
    everyMs: 1,
  });
  while (troubles.length === 0) await sleep(5);
  await sleep(100);
  assert.equal(troubles.length, 1);
  await sql`grant insert on platform.audit_seals to varde_app`.execute(db.owner);
  await stop();
  assert.equal((await findAnchorLines(join(folder, "anchor.log")))?.length, 1);
});
