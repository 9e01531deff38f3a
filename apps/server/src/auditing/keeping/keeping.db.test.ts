import assert from "node:assert/strict";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test, { type TestContext } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { sql } from "kysely";
import {
  chainHead,
  httpWitness,
  jobActor,
  keepSealed,
  latestAnchors,
  recordAudit,
  tellWitness,
} from "../../platform/audit/index.ts";
import { tamper } from "../../platform/audit/testing.ts";
import { fixedClock } from "../../platform/clock/clock.ts";
import { createTestDatabase } from "../../platform/testing/index.ts";
import { auditingDoctorChecks } from "../index.ts";
import { readAnchoring } from "./read-anchoring.ts";
import { verifyLog } from "./verify-log.ts";

const clock = fixedClock("2026-02-02T08:00:00Z");
const actor = jobActor("test");

async function begin(t: TestContext) {
  const folder = await mkdtemp(join(tmpdir(), "varde-audit-"));
  t.after(() => rm(folder, { recursive: true }));
  const db = await createTestDatabase(t);
  const anchoring = { file: join(folder, "kept", "anchor.log") };
  const entry = () => recordAudit(db.app, { at: clock.now(), actor, act: "runTest" });
  return { db, entry, parts: { db: db.app, clock, anchoring } };
}

async function until(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) await sleep(20);
}

test("while it is kept, entries are sealed by themselves, and the head is anchored, at the latest when it stops", async (t) => {
  const { db, entry, parts } = await begin(t);
  await entry();
  const stop = keepSealed({ ...parts, anchorFile: parts.anchoring.file, onTrouble: assert.ifError });
  await until(async () => (await latestAnchors(db.app)).length > 0);
  await entry();
  await stop();
  const head = await chainHead(db.app);
  assert.equal(head.seq, 2);
  const lines = (await readFile(parts.anchoring.file, "utf8")).trimEnd().split("\n");
  assert.equal(lines.at(-1), `2026-02-02T08:00:00.000Z 2 ${head.hash}`);
  assert.equal((await verifyLog(parts, { actor })).anchors, 2);
});

test("a witness is told the head with its token, and one that refuses is told again later", async (t) => {
  const { db, entry, parts } = await begin(t);
  const told: { body: unknown; token: string | undefined }[] = [];
  let isWilling = false;
  const witnessServer = createServer(async (request, response) => {
    const body: unknown = JSON.parse(Buffer.concat(await request.toArray()).toString());
    told.push({ body, token: request.headers.authorization });
    response.writeHead(isWilling ? 204 : 503).end();
  }).listen(0, "127.0.0.1");
  t.after(() => witnessServer.close());
  await new Promise((listening) => witnessServer.once("listening", listening));
  const address = new URL(`http://127.0.0.1:${(witnessServer.address() as AddressInfo).port}/heads`);
  const witness = httpWitness({ address, token: "shared" });
  await tellWitness(parts, witness);
  assert.equal(told.length, 0, "an empty chain has no head");
  await entry();
  await assert.rejects(tellWitness(parts, witness), { code: "witnessUnavailable", message: /503/ });
  assert.deepEqual(await latestAnchors(db.app), []);
  isWilling = true;
  await tellWitness(parts, witness);
  const { hash } = await chainHead(db.app);
  const body = { format: "varde-audit-head/1", at: "2026-02-02T08:00:00.000Z", seq: 1, hash };
  assert.deepEqual(told.at(-1), { body, token: "Bearer shared" });
  assert.deepEqual(await latestAnchors(db.app), [{ place: witness.place, at: clock.now(), seq: 1, hash }]);
});

test("verifying writes its verdict to the log, and doctor tells of a broken one and of one that is not anchored", async (t) => {
  const { db, entry, parts } = await begin(t);
  await entry();
  await verifyLog(parts, { actor });
  const codes = async () => (await auditingDoctorChecks(parts)).map(({ code }) => code);
  assert.deepEqual(await codes(), ["auditSealed", "auditNotAnchored", "auditWhole"]);
  await tamper(db, (tx) => sql`update platform.audit set act = 'other' where id = 1`.execute(tx));
  const verdict = await verifyLog(parts, { actor });
  assert.deepEqual(verdict.fault, { seq: 1, how: "changed", entry: 1 });
  assert.equal((await codes())[2], "auditBroken");
});

test("the anchor stands in the folder of the installation unless told otherwise, and a witness must be reached safely", () => {
  assert.deepEqual(readAnchoring({}, "/x"), { file: "/x/audit-anchor.log" });
  assert.equal(readAnchoring({ VARDE_AUDIT_ANCHOR: "/elsewhere/a.log" }, "/x").file, "/elsewhere/a.log");
  const given = readAnchoring({ VARDE_AUDIT_WITNESS: "https://u:p@witness.example/heads?x=1" }, "/x");
  assert.equal(given.witness?.place, "https://witness.example/heads");
  assert.throws(() => readAnchoring({ VARDE_AUDIT_WITNESS: "http://witness.example" }, "/x"), {
    code: "settingRefused",
  });
  assert.throws(
    () =>
      readAnchoring(
        { VARDE_AUDIT_WITNESS: "https://a.example", VARDE_AUDIT_WITNESS_TOKEN_FILE: "/none" },
        "/x",
      ),
    { code: "settingRefused" },
  );
});
