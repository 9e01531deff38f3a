import { existsSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Command } from "commander";
import { recordAudit } from "../platform/audit/index.ts";
import {
  BackupRefused,
  readBackup,
  rememberBackup,
  restoreBackup,
  type TakenBackup,
  takeBackup,
} from "../platform/backup/index.ts";
import type { CommandContext } from "../platform/cli/command-context.ts";
import { CommandFailed } from "../platform/cli/command-failed.ts";
import { type Database, missingMigrations, openDatabase } from "../platform/database/index.ts";

/** Open sessions and running processes: of no use elsewhere, and the less to steal. */
const NOT_KEPT = ["access.sessions", "platform.processes"];
const MEGABYTE = 1024 * 1024;

/** `varde backup`, `varde backup verify` and `varde restore`. */
export function registerBackupCommands(program: Command, context: CommandContext): void {
  const backup = program
    .command("backup")
    .description("write one instant of the whole database to a file, while Varde goes on working")
    .argument("<file>", "the file to write, or a folder to write a file named after the time in")
    .option("--encrypt-to <keyfile>", "lock it with age public keys (age1…, one a line) or a passphrase")
    .option("--json", "print the result as JSON")
    .action((file: string, options: { encryptTo?: string; json?: boolean }) =>
      explained(() => backUp(context, file, options)),
    );
  backup
    .command("verify")
    .description("read a backup from start to end and prove it whole; exit code 0 only if it is")
    .argument("<file>")
    .option("--key <keyfile>", "the age secret key or passphrase it was locked for")
    .option("--json", "print the result as JSON")
    .action((file: string, options: { key?: string; json?: boolean }) =>
      explained(() => verify(context, file, options)),
    );
  program
    .command("restore")
    .description("restore a backup into a new data folder or an empty database")
    .argument("<file>")
    .option("--to <folder>", "the data folder to make (default: VARDE_DATA)")
    .option("--database-url <url>", "an empty database on a server (default: DATABASE_URL)")
    .option("--key <keyfile>", "the age secret key or passphrase it was locked for")
    .option("--json", "print the result as JSON")
    .action((file: string, options: RestoreFlags) => explained(() => restore(context, file, options)));
}

interface RestoreFlags {
  readonly to?: string;
  readonly databaseUrl?: string;
  readonly key?: string;
  readonly json?: boolean;
}

async function backUp(
  context: CommandContext,
  place: string,
  { encryptTo, json }: { encryptTo?: string; json?: boolean },
): Promise<void> {
  const file = fileIn(place, context.clock.now());
  if (existsSync(file))
    throw new CommandFailed(
      "backupFileExists",
      `${file} exists already. Name another file; nothing is overwritten.`,
    );
  const { settings, clock, actor, signal, print } = context;
  const db = await openDatabase({ dataDir: settings.dataDir, url: settings.databaseUrl });
  const progress = context.progress("Rows backed up");
  try {
    const taken = await takeBackup(db, {
      file,
      version: settings.version,
      except: NOT_KEPT,
      keyFile: encryptTo,
      signal,
      onProgress: (rows, about) => progress.show(rows, about),
    });
    // A database that waits for migrating may lack what an entry of this release needs.
    if ((await missingMigrations(db)).length === 0) {
      await rememberBackup(db.app, taken);
      await recordAudit(db.app, { at: clock.now(), actor, act: "takeBackup", details: told(taken) });
    }
    progress.stop();
    const size = Math.ceil(statSync(file).size / MEGABYTE);
    print(
      taken,
      `${file} holds the database as it stood at ${taken.takenAt}: ${taken.rows} rows of ${taken.tables} tables, ${size} MB${taken.encrypted ? ", encrypted" : ""}.${taken.encrypted ? "" : "\nIt is not encrypted: keep it as safe as the database, or use --encrypt-to."}`,
      { json },
    );
  } finally {
    progress.stop();
    await db.close();
  }
}

async function verify(
  { print, progress: start, signal }: CommandContext,
  file: string,
  { key, json }: { key?: string; json?: boolean },
): Promise<void> {
  const progress = start("Megabytes read");
  let bytes = 0;
  const reader = {
    onHeader: async () => {},
    onRows: async (_table: unknown, text: Buffer) => {
      bytes += text.length;
      progress.show(Math.floor(bytes / MEGABYTE));
    },
  };
  try {
    const { header, manifest } = await readBackup(file, { keyFile: key, reader, signal });
    progress.stop();
    const rows = Object.values(manifest.tables).reduce((sum, table) => sum + table.rows, 0);
    const { takenAt, version } = header;
    print(
      { whole: true, takenAt, version, rows, tables: manifest.tables },
      `Whole: ${rows} rows, taken at ${takenAt} with Varde ${version}.`,
      { json },
    );
  } finally {
    progress.stop();
  }
}

async function restore(context: CommandContext, file: string, flags: RestoreFlags): Promise<void> {
  if (flags.to && flags.databaseUrl)
    throw new CommandFailed("restoreTargetTwice", "Give --to or --database-url, not both.", 2);
  const { settings, clock, actor, signal, print } = context;
  const url = flags.to ? undefined : (flags.databaseUrl ?? settings.databaseUrl);
  const dataDir = resolve(flags.to ?? settings.dataDir);
  const db = await openDatabase({ dataDir, url });
  const progress = context.progress("Megabytes restored");
  try {
    const onProgress = (bytes: number) => progress.show(Math.floor(bytes / MEGABYTE));
    const restored = await restoreBackup(db, { file, keyFile: flags.key, signal, onProgress });
    const { takenAt, version, rows } = restored;
    await recordAudit(db.app, {
      at: clock.now(),
      actor,
      act: "restoreBackup",
      details: { takenAt, version, rows },
    });
    progress.stop();
    print({ ...restored, place: db.place }, describe(restored, db), flags);
  } finally {
    progress.stop();
    await db.close();
  }
}

function describe(
  { rows, takenAt, migrated, queueRestored }: Awaited<ReturnType<typeof restoreBackup>>,
  { place }: Database,
): string {
  return [
    `Restored ${rows} rows as they stood at ${takenAt} (${place}).`,
    ...(migrated.length > 0 ? [`Then migrated: ${migrated.join(", ")}.`] : []),
    ...(queueRestored
      ? []
      : ["The job queue has a newer form and starts empty; workers find again what waits."]),
    'Everybody must log in again. "varde intake balance" shows what has come to the mailboxes since.',
  ].join("\n");
}

function fileIn(place: string, now: Date): string {
  const isFolder = existsSync(place) && statSync(place).isDirectory();
  return isFolder ? join(place, `varde-${now.toISOString().replaceAll(/[:-]|\.\d+/g, "")}.backup`) : place;
}

function told({ takenAt, rows, tables, encrypted }: TakenBackup): Record<string, unknown> {
  return { takenAt, rows, tables, encrypted };
}

async function explained(act: () => Promise<void>): Promise<void> {
  try {
    await act();
  } catch (error) {
    if (error instanceof BackupRefused) throw new CommandFailed(error.code, error.message);
    const { code, path, name } = error as NodeJS.ErrnoException;
    if (name === "AbortError") throw new CommandFailed("stopped", "Stopped. Nothing half-done was left.");
    if (code === "ENOSPC")
      throw new CommandFailed("diskFull", "The disk is full. Make room, or write the backup elsewhere.");
    if (path && (code === "EACCES" || code === "ENOENT" || code === "EISDIR"))
      throw new CommandFailed("backupPlaceUnusable", `${path} cannot be written: ${code}.`);
    throw error;
  }
}
