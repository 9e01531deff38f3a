import assert from "node:assert/strict";
import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { inventPeople } from "@varde/linkage/invented";
import { sql } from "kysely";
import {
  createMessageReader,
  createReadingThreads,
  readFolder,
  settleIntake,
  shipProfiles,
} from "../../apps/server/src/casework/intake/index.ts";
import { type InventedMessage, inventMailbox } from "../../apps/server/src/demo/index.ts";
import { cliActor } from "../../apps/server/src/platform/audit/index.ts";
import { systemClock } from "../../apps/server/src/platform/clock/clock.ts";
import { type Database, openDatabase } from "../../apps/server/src/platform/database/index.ts";
import { createTestDatabase } from "../../apps/server/src/platform/testing/index.ts";

const CLI = fileURLToPath(new URL("../../apps/server/bin/varde.js", import.meta.url));
const KILLS = 12;
const MESSAGES_A_ROUND = 40;

test("a mailbox whose readers are killed again and again loses nothing and takes nothing in twice", async (t) => {
  const root = await mkdtemp(join(tmpdir(), "varde-kill-"));
  const mailbox = await mkdtemp(join(tmpdir(), "varde-kill-mailbox-"));
  const opened = new AsyncDisposableStack();
  t.after(() => opened.disposeAsync());
  for (const folder of [root, mailbox]) opened.defer(() => rm(folder, { recursive: true, force: true }));
  const people = [...inventPeople({ seed: 7, count: 50 })];
  const messages = inventMailbox({
    seed: "kill",
    people,
    messages: KILLS * MESSAGES_A_ROUND,
    startDate: "2026-01-01",
  });
  const addMessages = async () => {
    for (let added = 0; added < MESSAGES_A_ROUND; added += 1) {
      const { fileName, bytes } = messages.next().value as InventedMessage;
      await writeFile(join(mailbox, fileName), bytes);
    }
  };
  const env = { ...process.env, VARDE_DATA: root, DATABASE_URL: "", VARDE_LOG: "silent" };
  await run(env, "migrate");

  for (let kill = 0; kill < KILLS; kill += 1) {
    await addMessages();
    // The reader is killed in most rounds, the worker in the others.
    const reader = start(env, "intake", "read", mailbox, "--no-wait");
    const second = kill % 3 === 2 ? start(env, "worker") : start(env, "intake", "read", mailbox);
    await sleep(300 + ((kill * 7919) % 1900));
    for (const victim of [reader, second]) await killed(victim);
  }
  await run(env, "intake", "read", mailbox);
  const balance = JSON.parse(await run(env, "intake", "balance", "--json")) as Record<string, number>;
  const { messages: counted, ledger, missing, extra } = balance;
  const all = KILLS * MESSAGES_A_ROUND;
  assert.deepEqual({ counted, ledger, missing, extra }, { counted: all, ledger: all, missing: 0, extra: 0 });

  const db = await openDatabase({ dataDir: root });
  opened.defer(() => db.close());
  const undisturbed = await createTestDatabase({ after: (clean) => opened.defer(clean) });
  await readUndisturbed(undisturbed.app, mailbox);
  const [disturbed, expected] = [await registeredIn(db.app), await registeredIn(undisturbed.app)];
  assert.equal(disturbed.join("\n"), expected.join("\n"));
});

/** Every message with its state and every version it gave, in an order that does not depend on ids. */
async function registeredIn(db: Database["app"]): Promise<string[]> {
  const { rows } = await sql<{ line: string }>`
    select concat_ws(' ', m.file_name, m.state, m.reason, first.file_name, v.ordinal, v.kind, v.alert_number,
      v.content_hash, opened.file_name) as line
    from casework.messages m
    left join casework.messages first on first.id = m.duplicate_of
    left join casework.alert_versions v on v.message_id = m.id
    left join lateral (select message_id from casework.alert_versions o where o.alert_id = v.alert_id order by o.id limit 1) o on true
    left join casework.messages opened on opened.id = o.message_id
    order by m.file_name, v.ordinal`.execute(db);
  return rows.map(({ line }) => line);
}

async function readUndisturbed(db: Database["app"], mailbox: string): Promise<void> {
  const threads = createReadingThreads();
  const parts = { db, clock: systemClock, jobs: { enqueue: async () => {}, publish: async () => 0 } };
  const pipeline = { ...parts, reader: createMessageReader(parts, threads) };
  try {
    await shipProfiles(parts);
    await readFolder(parts, mailbox, cliActor());
    await settleIntake(pipeline);
  } finally {
    await threads.close();
  }
}

function start(env: NodeJS.ProcessEnv, ...args: string[]): ChildProcess {
  return spawn(process.execPath, [CLI, ...args], { env, stdio: ["ignore", "pipe", "pipe"] });
}

async function killed(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once("exit", resolve));
  child.kill("SIGKILL");
  await ended;
}

/** Runs a command to its end and returns what it wrote to standard output. */
async function run(env: NodeJS.ProcessEnv, ...args: string[]): Promise<string> {
  const child = start(env, ...args);
  const chunks: Record<"stdout" | "stderr", string> = { stdout: "", stderr: "" };
  child.stdout?.on("data", (chunk: Buffer) => {
    chunks.stdout += chunk.toString();
  });
  child.stderr?.on("data", (chunk: Buffer) => {
    chunks.stderr += chunk.toString();
  });
  const code = await new Promise((resolve) => child.once("close", resolve));
  assert.equal(code, 0, `varde ${args.join(" ")} ended with ${String(code)}: ${chunks.stderr}`);
  return chunks.stdout;
}
