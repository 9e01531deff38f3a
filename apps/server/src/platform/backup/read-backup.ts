import { createHash, type Hash } from "node:crypto";
import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createZstdDecompress } from "node:zlib";
import { extract } from "tar-stream";
import {
  BACKUP_FORMAT,
  BACKUP_FORMAT_VERSION,
  type BackedUpTable,
  type BackupHeader,
  type BackupManifest,
  BackupRefused,
  HEADER_ENTRY,
  keyOf,
  MANIFEST_ENTRY,
  type TableSum,
} from "./backup-format.ts";
import { decryptWith, isEncrypted } from "./encryption.ts";

/** Whoever reads a backup: told of its parts in the order they stand. Rows before the end are not yet proved whole. */
export interface BackupReader {
  onHeader(header: BackupHeader): Promise<void>;
  /** Rows of a table as COPY text; called again for every part of it. */
  onRows(table: BackedUpTable, text: Buffer): Promise<void>;
}

/** What was in a backup that is whole. */
export interface ReadBackup {
  readonly header: BackupHeader;
  readonly manifest: BackupManifest;
}

/**
 * Reads a backup from start to end and proves it whole: every table has the rows and bytes the manifest names.
 * Throws `BackupRefused` for what is no backup, cut, changed, encrypted for another key or of a later format.
 */
export async function readBackup(
  file: string,
  { keyFile, reader, signal }: { keyFile?: string | undefined; reader: BackupReader; signal?: AbortSignal },
): Promise<ReadBackup> {
  const plain = await openPlain(file, keyFile);
  const state = new Reading(reader);
  const archive = extract();
  const feeding = pipeline(plain, createZstdDecompress(), archive, { signal });
  // Listened to below; a failure there must not become an unhandled rejection first.
  feeding.catch(() => {});
  try {
    for await (const entry of archive) await state.take(entry);
    await feeding;
  } catch (error) {
    plain.destroy();
    throw asRefusal(error, signal);
  }
  return state.finish();
}

async function openPlain(file: string, keyFile: string | undefined): Promise<Readable> {
  const start = await readStart(file);
  if (!isEncrypted(start)) return createReadStream(file);
  if (keyFile === undefined)
    throw new BackupRefused(
      "backupKeyNeeded",
      `${file} is encrypted. Give the file with its secret key or passphrase: --key FILE.`,
    );
  return decryptWith(keyFile, createReadStream(file));
}

async function readStart(file: string): Promise<Uint8Array> {
  try {
    const handle = await open(file);
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(32), 0, 32, 0);
    await handle.close();
    return buffer.subarray(0, bytesRead);
  } catch (cause) {
    throw new BackupRefused("backupMissing", `${file} cannot be read.`, { cause });
  }
}

/** A file of the archive, read while it comes. */
interface ArchiveEntry {
  readonly header: { readonly name: string };
  [Symbol.asyncIterator](): AsyncIterator<unknown>;
}

/** One reading under way: which table, what it has come to. */
class Reading {
  readonly #reader: BackupReader;
  readonly #sums = new Map<string, { rows: number; bytes: number; hash: Hash }>();
  #header: BackupHeader | undefined;
  #manifest: BackupManifest | undefined;

  constructor(reader: BackupReader) {
    this.#reader = reader;
  }

  async take(entry: ArchiveEntry): Promise<void> {
    const { name } = entry.header;
    const content = await whole(entry);
    if (this.#manifest) throw broken(`${name} stands after the manifest`);
    if (name === HEADER_ENTRY) return this.#takeHeader(content);
    if (name === MANIFEST_ENTRY) {
      this.#manifest = JSON.parse(content.toString("utf8")) as BackupManifest;
      return;
    }
    await this.#takeRows(name, content);
  }

  finish(): ReadBackup {
    const [header, manifest] = [this.#header, this.#manifest];
    if (!header) throw notABackup();
    if (!manifest) throw broken("it ends before its manifest: the file was cut");
    for (const table of header.tables) {
      const expected = manifest.tables[keyOf(table)];
      if (!expected || !equal(expected, this.#sumOf(keyOf(table))))
        throw broken(`the rows of ${keyOf(table)} are not those that were backed up`);
    }
    return { header, manifest };
  }

  async #takeHeader(content: Buffer): Promise<void> {
    const header = JSON.parse(content.toString("utf8")) as BackupHeader;
    if (header.format !== BACKUP_FORMAT) throw notABackup();
    if (header.formatVersion > BACKUP_FORMAT_VERSION)
      throw new BackupRefused(
        "backupFormatNewer",
        `The backup was written by Varde ${header.version} in a form this release does not know. Restore it with that release.`,
      );
    this.#header = header;
    await this.#reader.onHeader(header);
  }

  async #takeRows(name: string, content: Buffer): Promise<void> {
    const key = name.split("/")[1] ?? "";
    const table = this.#header?.tables.find((one) => keyOf(one) === key);
    if (!table) throw broken(`${name} belongs to no table of its header`);
    const sum = this.#sums.get(key) ?? { rows: 0, bytes: 0, hash: createHash("sha256") };
    this.#sums.set(key, sum);
    sum.bytes += content.length;
    sum.rows += countLines(content);
    sum.hash.update(content);
    await this.#reader.onRows(table, content);
  }

  #sumOf(key: string): TableSum {
    const { rows, bytes, hash } = this.#sums.get(key) ?? { rows: 0, bytes: 0, hash: createHash("sha256") };
    return { rows, bytes, sha256: hash.digest("hex") };
  }
}

/** COPY text writes a row a line and escapes line ends within values. */
function countLines(text: Buffer): number {
  let lines = 0;
  for (let at = text.indexOf(10); at >= 0; at = text.indexOf(10, at + 1)) lines += 1;
  return lines;
}

async function whole(entry: ArchiveEntry): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of entry) chunks.push(chunk as Uint8Array);
  return Buffer.concat(chunks);
}

function equal(a: TableSum, b: TableSum): boolean {
  return a.rows === b.rows && a.bytes === b.bytes && a.sha256 === b.sha256;
}

function notABackup(): BackupRefused {
  return new BackupRefused("notABackup", "The file is not a backup that Varde has written.");
}

function broken(what: string): BackupRefused {
  return new BackupRefused("backupBroken", `The backup is broken: ${what}. Use another one.`);
}

/** Errors of decompressing, decrypting and unpacking all mean that the bytes are not those that were written. */
function asRefusal(error: unknown, signal: AbortSignal | undefined): unknown {
  const { name, code, message } = error as Error & { code?: string };
  if (error instanceof BackupRefused || signal?.aborted || name === "DatabaseUnavailable") return error;
  if (code === "ZSTD_error_prefix_unknown" || /unknown frame descriptor/i.test(message)) return notABackup();
  const bytes =
    code?.startsWith("ZSTD") ||
    code === "Z_BUF_ERROR" ||
    error instanceof SyntaxError ||
    /tar|unexpected end|decrypt|stream|tag|chunk/i.test(message);
  return bytes ? broken(message) : error;
}
