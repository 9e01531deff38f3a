import assert from "node:assert/strict";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test, { after } from "node:test";
import { CASE_STAGES, IDENTITY_STATES } from "@varde/contract";
import { sql } from "kysely";
import { listAlerts, showAlert } from "../../casework/identification/index.ts";
import { settleIntake } from "../../casework/intake/index.ts";
import { getPortfolio } from "../../casework/portfolio/index.ts";
import { joinSlices } from "../../main.ts";
import { isRefusal } from "../../platform/rules/refusal.ts";
import { readSettings } from "../../platform/settings/settings.ts";
import { createTestDatabase } from "../../platform/testing/index.ts";
import { writeDemoFiles } from "../demo-files.ts";
import { liveThrough } from "./live-through.ts";

const folder = await mkdtemp(join(tmpdir(), "varde-demo-"));
after(() => rm(folder, { recursive: true }));
const db = await createTestDatabase({ after });
const settings = readSettings({ VARDE_DATA: folder });
const installation = await joinSlices({ settings, db, mailboxes: [] });
after(() => installation.close());
const today = "2026-11-22";
const living = { parts: installation.parts, signal: new AbortController().signal, progress: () => {} };

const readQueue = async () => {
  const list = await listAlerts(db.app, { status: "valid", limit: 200 });
  assert.ok(!isRefusal(list));
  return list;
};

test("shows alerts in every state, decided over weeks, and a queue left for the visitor", async () => {
  await liveThrough(living, await writeDemoFiles(folder, today));
  const { rows, counts } = await readQueue();
  for (const state of IDENTITY_STATES.filter((one) => one !== "unmatched"))
    assert.ok(counts[state] > 0, state);
  assert.equal(counts.unmatched, 0);
  const days = new Set(rows.map(({ receivedAt }) => receivedAt.slice(0, 10)));
  assert.ok(days.size > 20 && [...days].every((day) => day < today));
  const shownFor = { language: "nb", permissions: new Set<string>(), at: new Date() } as const;
  const views = await Promise.all(rows.map(({ id }) => showAlert(db.app, id, shownFor)));
  const standings = views.flatMap(({ decisions }) => decisions.map(({ standing }) => standing));
  assert.equal(standings.filter((one) => one === "awaitingSecond").length, 1);
});

test("shows cases in every stage, overdue and waiting, reopened and in the media, and somebody away", async () => {
  const at = new Date(`${today}T12:00:00Z`);
  const picture = await getPortfolio(db.app, at);
  for (const stage of CASE_STAGES) assert.ok(picture.byStage[stage] > 0, stage);
  const { reopened, mediaCases, caseWork } = picture;
  assert.ok(reopened > 0 && mediaCases > 0 && caseWork.overdue > 0 && caseWork.unassigned > 0);
  const awaited = caseWork.waiting.map(({ key }) => key);
  for (const one of ["foreignAuthority", "sender", "professional"]) assert.ok(awaited.includes(one), one);
  const { rows } = await sql<{ suspended: number; appealed: number; returned: number; away: number }>`
    select count(*) filter (where facts -> 'interimSuspension' ->> 'status' = 'inForce')::int as suspended,
      count(*) filter (where facts -> 'appeals' -> 'decision' ->> 'status' = 'received')::int as appealed,
      count(*) filter (where facts -> 'state' ->> 'returned' is not null)::int as returned,
      (select count(*) from casework.case_absences where until_at > ${at})::int as away
    from casework.case_facts`.execute(db.app);
  for (const [what, count] of Object.entries(rows[0] ?? {})) assert.ok(count > 0, what);
});

test("a second start finds everything delivered and changes nothing", async () => {
  const before = await readQueue();
  const files = await writeDemoFiles(folder, "2026-11-25");
  await liveThrough(living, files);
  await settleIntake(installation.parts);
  assert.deepEqual(await readdir(files.post), []);
  assert.deepEqual(await readQueue(), before);
});
