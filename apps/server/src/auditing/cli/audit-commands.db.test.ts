import assert from "node:assert/strict";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test, { type TestContext } from "node:test";
import type { ChainVerdict } from "@varde/contract";
import { Command } from "commander";
import { sql } from "kysely";
import { cliActor } from "../../platform/audit/index.ts";
import { inventEntries, tamper } from "../../platform/audit/testing.ts";
import type { CommandContext } from "../../platform/cli/command-context.ts";
import { CommandFailed } from "../../platform/cli/command-failed.ts";
import { fixedClock } from "../../platform/clock/clock.ts";
import { createTestDatabase } from "../../platform/testing/index.ts";
import { registerAuditCommands } from "./audit-commands.ts";

const clock = fixedClock("2026-02-02T08:00:00Z");

/** The command line on a database of its own; `run` gives what was printed and the exit code. */
async function commandLine(t: TestContext) {
  const folder = await mkdtemp(join(tmpdir(), "varde-audit-"));
  const db = await createTestDatabase(t);
  t.after(() => rm(folder, { recursive: true }));
  await inventEntries(db.app, clock, 5);
  const run = async (...words: string[]): Promise<{ printed: unknown; exitCode: number }> => {
    let printed: unknown;
    const context = {
      clock,
      actor: cliActor(),
      signal: new AbortController().signal,
      database: async () => db,
      progress: () => ({ show: () => {}, stop: () => {} }),
      print: (value: unknown) => {
        printed = value;
      },
    } as unknown as CommandContext;
    const program = new Command("varde").exitOverride();
    registerAuditCommands(program, context, () => ({ file: join(folder, "anchor.log") }));
    const before = process.exitCode;
    try {
      process.exitCode = 0;
      await program.parseAsync(["node", "varde", "audit", ...words]);
      return { printed, exitCode: Number(process.exitCode) };
    } catch (error) {
      if (!(error instanceof CommandFailed)) throw error;
      return { printed: error.code, exitCode: error.exitCode };
    } finally {
      process.exitCode = before;
    }
  };
  return { db, folder, run, file: join(folder, "export.jsonl.gz"), anchor: join(folder, "anchor.log") };
}

test("what is exported is verified as whole, and the export itself is in it", async (t) => {
  const { run, file, anchor, db } = await commandLine(t);
  assert.deepEqual(await run("export", file), { printed: { file, entries: 6 }, exitCode: 0 });
  const { printed, exitCode } = await run("verify", file, "--anchor", anchor);
  assert.deepEqual([(printed as ChainVerdict).anchors, exitCode], [1, 0]);
  const { rows } = await sql`select 1 from platform.audit where act = 'exportAudit'`.execute(db.app);
  assert.equal(rows.length, 1);
});

test("exit code 0 only if the log is whole: 1 with the first broken entry, and a broken head is not anchored", async (t) => {
  const { run, db, anchor } = await commandLine(t);
  assert.equal((await run("verify")).exitCode, 0);
  const anchored = await readFile(anchor, "utf8");
  await tamper(db, (tx) => sql`update platform.audit set act = 'other' where id = 3`.execute(tx));
  const { printed, exitCode } = await run("verify");
  assert.deepEqual([(printed as ChainVerdict).fault, exitCode], [{ seq: 3, how: "changed", entry: 3 }, 1]);
  assert.equal(await readFile(anchor, "utf8"), anchored);
});

test("exit code 2 where nothing can be told: no such file, no export, no anchor, an anchor of another chain", async (t) => {
  const { run, folder, file } = await commandLine(t);
  await run("export", file);
  const [notes, empty, foreign] = ["notes.txt", "empty.log", "foreign.log"].map((name) => join(folder, name));
  await writeFile(notes ?? "", "not an export\n");
  await writeFile(empty ?? "", "");
  await writeFile(foreign ?? "", `2026-03-01T08:00:00.000Z 900 ${"a".repeat(64)}\n`);
  assert.deepEqual(await run("verify", join(folder, "none")), { printed: "fileNotRead", exitCode: 2 });
  assert.deepEqual(await run("verify", notes ?? ""), { printed: "noAuditExport", exitCode: 2 });
  assert.deepEqual(await run("verify", file, "--anchor", empty ?? ""), { printed: "noAnchor", exitCode: 2 });
  assert.deepEqual(await run("verify", file, "--anchor", foreign ?? ""), {
    printed: "noAnchor",
    exitCode: 2,
  });
});

test("an export that cannot be written leaves no half file", async (t) => {
  const { run, folder, db, file } = await commandLine(t);
  const nowhere = await run("export", join(folder, "none", "export.jsonl"));
  assert.deepEqual(nowhere, { printed: "fileNotWritten", exitCode: 1 });
  await tamper(db, (tx) => sql`delete from platform.audit where id = 3`.execute(tx));
  assert.deepEqual(await run("export", file), { printed: "auditBroken", exitCode: 1 });
  assert.deepEqual(await readdir(folder), []);
});
