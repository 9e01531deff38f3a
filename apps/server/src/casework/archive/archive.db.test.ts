import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { globSync } from "node:fs";
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { after, before, test } from "node:test";
import type { CaseAct, Role } from "@varde/contract";
import { sql } from "kysely";
import { loginAs } from "../../access/testing.ts";
import { jobActor } from "../../platform/audit/index.ts";
import { isRefusal } from "../../platform/rules/refusal.ts";
import { actOnCase, addAttachment, openCase } from "../cases/index.ts";
import { buildCasesServer, casesParts, confirmAlert, loadPeople } from "../cases/testing.ts";
import { HOSTILE_TEXTS } from "./testing.ts";
import { faultsOf, schemasMissing } from "./testing-schemas.ts";
import { writeDeposit } from "./writing/write-deposit.ts";
import { writeMessages } from "./writing/write-messages.ts";

const CASES = 24;
const OPEN = 4;
const HPR = 7_100_000;

const { app, db, clock } = await buildCasesServer({ after });
const parts = casesParts(db.app, clock);
const actor = jobActor("test");
const officers = new Map<Role, string>();
let folder = "";

before(async () => {
  folder = await mkdtemp(join(tmpdir(), "varde-archive-"));
  for (const role of ["firstLine", "processOwner"] as const) {
    await loginAs(app, role);
    const { rows } = await sql<{ id: string }>`
      select id from access.people where subject = ${role}`.execute(db.app);
    officers.set(role, rows[0]!.id);
  }
  const people = Array.from({ length: CASES }, (_, which) => ({
    hprNumber: HPR + which,
    surname: printable(which) || "Lindqvist",
    forename: "Sara",
  }));
  await loadPeople(db.app, clock, people);
  for (const [which, { hprNumber }] of people.entries()) await writeCase(which, hprNumber);
});

after(() => rm(folder, { recursive: true, force: true }));

/** What a database can hold of a hostile text. */
function printable(which: number): string {
  return HOSTILE_TEXTS[which % HOSTILE_TEXTS.length]!.replaceAll("\0", "")
    .toWellFormed()
    .slice(0, 100)
    .trim();
}

async function act(caseId: number, role: Role, given: CaseAct): Promise<void> {
  const done = await actOnCase(parts, { caseId, act: given, by: { personId: officers.get(role)! } });
  assert.ok(!isRefusal(done), JSON.stringify(done));
}

/** A case with letters both ways, files and reasons; closed but for the last ones. */
async function writeCase(which: number, hprNumber: number): Promise<void> {
  const alertIds = [await confirmAlert(db.app, hprNumber)];
  const opened = await openCase(parts, { hprNumber, alertIds, by: { robot: "test" } });
  assert.ok(!isRefusal(opened), JSON.stringify(opened));
  const { caseId } = opened;
  const words = printable(which) || "Spørsmål";
  await act(caseId, "firstLine", { act: "take" });
  await act(caseId, "firstLine", { act: "askSender", question: words, alertId: alertIds[0] });
  const file = { fileName: `${words}.txt`, content: Buffer.from(`Svar ${which} på ${words}`) };
  const personId = officers.get("firstLine")!;
  const attachmentId = await addAttachment(parts, { caseId, personId }, file);
  assert.ok(!isRefusal(attachmentId), JSON.stringify(attachmentId));
  await act(caseId, "firstLine", { act: "recordSenderAnswer", outcome: "answered", attachmentId });
  if (which >= CASES - OPEN) return;
  const ground = "notRelevantInNorway";
  await act(caseId, "firstLine", { act: "proposeDismissal", ground, reason: `Begrunnelse: ${words}` });
  await act(caseId, "processOwner", { act: "dismissCase", ground });
}

/** Names of files that stand in the tree with the SHA-256 of their bytes. */
async function hashesIn(place: string): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for (const path of globSync("**/*", { cwd: place })) {
    if ((await stat(join(place, path))).isDirectory()) continue;
    found.set(
      path,
      createHash("sha256")
        .update(await readFile(join(place, path)))
        .digest("hex"),
    );
  }
  return found;
}

/** The files documents name, with the checksums they name. */
function namedFiles(xml: string): [string, string][] {
  const named = /<referanseDokumentfil>(.*?)<\/referanseDokumentfil>\s*<sjekksum>(.*?)<\/sjekksum>/g;
  return [...xml.matchAll(named)].map(([, path, hash]) => [path!, hash!]);
}

test("writes a folder of messages for every case, with every document they name", async (t) => {
  const place = join(folder, "messages");
  const written = await writeMessages(parts, { folder: place, closedOnly: false, actor });
  assert.deepEqual([written.cases, written.unchanged, written.complete], [CASES, 0, true]);
  assert.equal((await readdir(place)).length, CASES);
  const hashes = await hashesIn(place);
  const messages = [...hashes.keys()].filter((path) => /^arkivmelding(-\d+)?\.xml$/.test(basename(path)));
  assert.equal(messages.length, written.messages);
  for (const path of messages)
    for (const [name, hash] of namedFiles(await readFile(join(place, path), "utf8")))
      assert.equal(hashes.get(join(path, "..", name)), hash, `${path} names ${name}`);

  await t.test("the official schema takes every one", { skip: schemasMissing() }, async () => {
    const paths = messages.map((path) => join(place, path));
    assert.equal(await faultsOf("message", paths), "");
  });

  await t.test("running again changes nothing, and mends what is missing or was touched", async () => {
    const [first, second] = (await readdir(place)).sort();
    await writeFile(join(place, first!, "arkivmelding.xml"), "half");
    await rm(join(place, second!), { recursive: true });
    const again = await writeMessages(parts, { folder: place, closedOnly: false, actor });
    assert.equal(again.unchanged, CASES - 2);
    assert.deepEqual(await hashesIn(place), hashes);
  });
});

test("writes closed cases as a deposit, goes on after a stop, and says the same however often it was stopped", async (t) => {
  const place = join(folder, "deposit");
  const stop = new AbortController();
  const stopAfter = (done: number) => done === 10 && stop.abort();
  const stopped = await writeDeposit(parts, {
    folder: place,
    actor,
    signal: stop.signal,
    onProgress: stopAfter,
  });
  assert.ok(!isRefusal(stopped) && !stopped.complete);
  assert.ok(!(await readdir(place)).includes("arkivstruktur.xml"));
  const whole = await writeDeposit(parts, { folder: place, actor });
  assert.ok(!isRefusal(whole));
  assert.deepEqual([whole.cases, whole.complete], [CASES - OPEN, true]);
  assert.deepEqual((await readdir(place)).sort(), ["arkivstruktur.xml", "dokumenter", "endringslogg.xml"]);
  const hashes = await hashesIn(place);
  const structure = await readFile(join(place, "arkivstruktur.xml"), "utf8");
  const named = new Map(namedFiles(structure));
  for (const [path, hash] of named) assert.equal(hashes.get(path), hash, path);
  assert.equal(named.size, hashes.size - 2, "no file stands there that nothing names");

  await t.test("the official schemas take it", { skip: schemasMissing() }, async () => {
    assert.equal(await faultsOf("structure", [join(place, "arkivstruktur.xml")]), "");
    assert.equal(await faultsOf("changes", [join(place, "endringslogg.xml")]), "");
  });

  await t.test("written elsewhere it is the same, byte for byte", async () => {
    const other = join(folder, "other");
    await writeDeposit(parts, { folder: other, actor });
    assert.deepEqual(await hashesIn(other), hashes);
  });

  await t.test("a folder that holds a whole deposit is left alone", async () => {
    const refused = await writeDeposit(parts, { folder: place, actor });
    assert.ok(isRefusal(refused) && refused.code === "folderNotEmpty");
  });
});

test("every delivery is in the audit log", async () => {
  const { rows } = await sql<{ act: string }>`
    select distinct act from platform.audit where act like 'exportArchive%' order by act`.execute(db.owner);
  assert.deepEqual(
    rows.map((row) => row.act),
    ["exportArchiveDeposit", "exportArchiveMessages"],
  );
});
