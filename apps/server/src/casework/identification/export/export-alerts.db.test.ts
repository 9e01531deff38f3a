import assert from "node:assert/strict";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { text } from "node:stream/consumers";
import test, { after, before } from "node:test";
import { parse } from "csv-parse/sync";
import { inventMailbox, inventRegister, inventRegisterPeople, type TruthRow } from "../../../demo/index.ts";
import { jobActor } from "../../../platform/audit/index.ts";
import { fixedClock } from "../../../platform/clock/clock.ts";
import { createTestDatabase } from "../../../platform/testing/index.ts";
import {
  createMessageReader,
  createReadingThreads,
  readFolder,
  settleIntake,
  shipProfiles,
} from "../../intake/index.ts";
import { loadRegister } from "../../registers/index.ts";
import { writeExtract } from "../../registers/testing.ts";
import { createRegisterIndex, exportAlerts, settleIdentification } from "../index.ts";
import { registerVersion } from "../testing.ts";
import { EXPORT_COLUMNS, type ExportRow } from "./export-rows.ts";

type Row = Record<keyof ExportRow, string>;

const MESSAGES = 150;
const REGISTER = { seed: "export", count: 2000 };
const db = await createTestDatabase({ after });
const clock = fixedClock("2026-11-22T08:00:00Z");
const threads = createReadingThreads();
const actor = jobActor("test");
const truth = new Map<string, TruthRow[]>();
let rows: Row[] = [];

after(() => threads.close());

/** Reads an invented mailbox through the whole pipeline, and exports it. */
before(async () => {
  const jobs = { enqueue: async () => {}, publish: async () => 1 };
  const intake = { db: db.app, clock, jobs };
  const parts = {
    ...intake,
    index: createRegisterIndex(db.app),
    reader: createMessageReader(intake, threads),
  };
  const folder = await mkdtemp(join(tmpdir(), "varde-export-"));
  await mkdir(join(folder, "mailbox"));
  await writeExtract(join(folder, "hpr.jsonl.gz"), inventRegister(REGISTER) as Iterable<never>);
  const people = [...inventRegisterPeople(REGISTER)];
  for (const message of inventMailbox({
    seed: "export",
    people,
    messages: MESSAGES,
    startDate: "2026-03-02",
  })) {
    truth.set(message.fileName, message.truth);
    await writeFile(join(folder, "mailbox", message.fileName), message.bytes);
  }
  await shipProfiles(intake);
  await loadRegister(parts, { path: join(folder, "hpr.jsonl.gz"), kind: "full", actor });
  await readFolder(parts, join(folder, "mailbox"), actor);
  await settleIntake(parts);
  await settleIdentification(parts);
  await rm(folder, { recursive: true });
  rows = parse(await exported("csv"), { columns: true });
});

async function exported(format: "csv" | "json"): Promise<string> {
  const output = new PassThrough();
  const written = text(output);
  await exportAlerts({ db: db.app, clock }, { output, format, actor });
  output.end();
  return written;
}

const rowsOf = (file: string): Row[] => rows.filter((row) => row.file === file);
const shared = (truthRow: TruthRow): (keyof TruthRow & keyof Row)[] =>
  EXPORT_COLUMNS.filter((column): column is keyof TruthRow & keyof Row => column in truthRow);

test("every message is in the export, in ledger order, with as many rows as it has alerts", () => {
  assert.deepEqual([...new Set(rows.map(({ file }) => file))], [...truth.keys()]);
  for (const [file, expected] of truth) assert.equal(rowsOf(file).length, expected.length, file);
});

test("the export agrees with what is true of the mailbox", () => {
  const differing: string[] = [];
  let compared = 0;
  for (const [file, expected] of truth)
    for (const [position, row] of expected.entries())
      for (const column of shared(row)) {
        compared += 1;
        const found = rowsOf(file)[position]?.[column] ?? "";
        const isFree = row.message_state === "quarantined" || row.message_state === "duplicate";
        if (found.normalize() !== row[column].normalize() && !(isFree && column !== "message_state"))
          differing.push(`${file} ${column}: ${found} for ${row[column]}`);
      }
  assert.ok(differing.length < compared * 0.005, differing.join("\n"));
});

test("alerts about people in the register name them, certain ones always rightly", () => {
  const alerts = [...truth].flatMap(([file, expected]) =>
    expected.map((row, position) => ({ row, found: rowsOf(file)[position] })),
  );
  const known = alerts.filter(({ row }) => row.message_state === "registered" && row.hpr !== "");
  const found = known.filter(({ row, found }) => found?.best_hpr === row.hpr);
  assert.ok(known.length > 10 && found.length >= known.length * 0.95, `${found.length} of ${known.length}`);
  for (const { row, found } of alerts)
    if (found?.outcome === "certain") assert.equal(found.best_hpr, row.hpr);
});

test("writes the same rows as JSON, one object a line", async () => {
  const lines = (await exported("json"))
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as ExportRow);
  assert.deepEqual(
    lines.map((line) => EXPORT_COLUMNS.map((column) => String(line[column]))),
    rows.map((row) => EXPORT_COLUMNS.map((column) => row[column])),
  );
});

test("a name that a spreadsheet would run as a formula is exported as text, and others as they are", async () => {
  await registerVersion(db.app, { surname: '=HYPERLINK("x")', forename: "Åse-Marie O'Neil, jr." });
  const last = (parse(await exported("csv"), { columns: true }) as Row[]).at(-1);
  assert.deepEqual([last?.surname, last?.forename], [`'=HYPERLINK("x")`, "Åse-Marie O'Neil, jr."]);
});
