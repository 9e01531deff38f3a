import { createHash } from "node:crypto";
import { createWriteStream } from "node:fs";
import { rename, rm } from "node:fs/promises";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createZstdCompress } from "node:zlib";
import type pg from "pg";
import { type Pack, pack } from "tar-stream";
import { type Database, MIGRATION_LOCK } from "../database/index.ts";
import {
  BACKUP_FORMAT,
  BACKUP_FORMAT_VERSION,
  type BackedUpTable,
  type BackupHeader,
  type BackupManifest,
  HEADER_ENTRY,
  keyOf,
  MANIFEST_ENTRY,
  type TableSum,
} from "./backup-format.ts";
import { encryptTo } from "./encryption.ts";
import {
  beginSnapshot,
  copyOut,
  endSnapshot,
  estimateRows,
  listTables,
  readMigrationsApplied,
  readQueueVersion,
  readSequences,
} from "./snapshot.sql.ts";

/** What a backup is taken of and where to. */
export interface BackupOptions {
  /** Written as FILE.part and renamed when whole. */
  readonly file: string;
  readonly version: string;
  /** "schema.table" of what is not worth keeping. */
  readonly except: readonly string[];
  /** Public age keys or a passphrase; without it the backup is not encrypted. */
  readonly keyFile?: string | undefined;
  readonly signal?: AbortSignal;
  readonly onProgress?: (rows: number, about: number) => void;
}

/** What a backup came to. */
export interface TakenBackup {
  readonly file: string;
  readonly takenAt: string;
  readonly tables: number;
  readonly rows: number;
  readonly encrypted: boolean;
}

const PART_BYTES = 4 * 1024 * 1024;
const READABLE_BY_OWNER = 0o600;

/**
 * Writes one instant of the whole database to a file while the work goes on. Nothing is left when it is stopped or
 * fails. Throws `DatabaseUnavailable`, `BackupRefused` for an unusable key file, and the file system's own errors.
 */
export async function takeBackup(
  db: Pick<Database, "openClient">,
  options: BackupOptions,
): Promise<TakenBackup> {
  const { file, keyFile, signal } = options;
  const part = `${file}.part`;
  const client = await db.openClient("varde_owner");
  const archive = pack();
  try {
    const packed = Readable.from(archive).pipe(createZstdCompress());
    const sealed = keyFile === undefined ? packed : await encryptTo(keyFile, packed);
    const written = pipeline(sealed, createWriteStream(part, { mode: READABLE_BY_OWNER, flush: true }), {
      signal,
    });
    written.catch((error: Error) => archive.destroy(error));
    const taken = await fill(archive, client, options);
    await written;
    await rename(part, file);
    return taken;
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  } finally {
    await client.end().catch(() => {});
  }
}

async function fill(archive: Pack, client: pg.Client, options: BackupOptions): Promise<TakenBackup> {
  const takenAt = (await beginSnapshot(client, MIGRATION_LOCK)).toISOString();
  const tables = await listTables(client, options.except);
  const about = await estimateRows(client);
  const header: BackupHeader = {
    format: BACKUP_FORMAT,
    formatVersion: BACKUP_FORMAT_VERSION,
    version: options.version,
    takenAt,
    migrations: await readMigrationsApplied(client),
    queueVersion: await readQueueVersion(client),
    tables,
  };
  await add(archive, HEADER_ENTRY, json(header));
  const sums: Record<string, TableSum> = {};
  let rows = 0;
  for (const table of tables) {
    const sum = await addTable(archive, client, table, options.signal);
    sums[keyOf(table)] = sum;
    rows += sum.rows;
    options.onProgress?.(rows, Math.max(rows, about));
  }
  const manifest: BackupManifest = { tables: sums, sequences: await readSequences(client) };
  await endSnapshot(client);
  await add(archive, MANIFEST_ENTRY, json(manifest));
  archive.finalize();
  return {
    file: options.file,
    takenAt,
    tables: tables.length,
    rows,
    encrypted: options.keyFile !== undefined,
  };
}

async function addTable(
  archive: Pack,
  client: pg.Client,
  table: BackedUpTable,
  signal: AbortSignal | undefined,
): Promise<TableSum> {
  const hash = createHash("sha256");
  let [bytes, parts, waiting]: [number, number, Buffer[]] = [0, 0, []];
  let held = 0;
  const flush = async (): Promise<void> => {
    if (held === 0) return;
    parts += 1;
    const name = `tables/${keyOf(table)}/${String(parts).padStart(6, "0")}.copy`;
    await add(archive, name, Buffer.concat(waiting));
    [waiting, held] = [[], 0];
  };
  const stream = copyOut(client, table);
  for await (const chunk of stream) {
    signal?.throwIfAborted();
    const text = chunk as Buffer;
    hash.update(text);
    bytes += text.length;
    held += text.length;
    waiting.push(text);
    if (held >= PART_BYTES) await flush();
  }
  await flush();
  return { rows: stream.rowCount, bytes, sha256: hash.digest("hex") };
}

function add(archive: Pack, name: string, content: Buffer): Promise<void> {
  return new Promise((resolve, reject) => {
    archive.once("error", reject);
    archive.entry({ name, mtime: new Date(0) }, content, (error) => {
      archive.off("error", reject);
      if (error) reject(error);
      else resolve();
    });
  });
}

function json(value: unknown): Buffer {
  return Buffer.from(`${JSON.stringify(value, null, 1)}\n`);
}
