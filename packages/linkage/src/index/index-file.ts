import { closeSync, fsyncSync, openSync, readSync, renameSync, rmSync, writeSync } from "node:fs";
import { ENGINE_VERSION } from "../version.ts";
import type { SavedIndex } from "./person-index.ts";

/** First bytes of every index file. */
const MAGIC = "varde-linkage-index\n";
/** Changes whenever the columns mean something else, so that no file is read for what it is not. */
const LAYOUT = 2;
const ALIGNMENT = 8;
const LARGEST_HEADER = 2 ** 30;
const OWNER_ONLY = 0o600;
/** Node writes and reads at most about 2 GiB at once. */
const LARGEST_PIECE = 2 ** 30;

/** An index file that cannot be used; `code` says why: `notAnIndex`, `otherVersion` or `damaged`. */
export class IndexFileError extends Error {
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.name = "IndexFileError";
    this.code = code;
  }
}

type Numbers = Int32Array<SharedArrayBuffer> | Uint8Array<SharedArrayBuffer>;

interface StoredArray {
  $array: "int32" | "uint8";
  at: number;
  length: number;
}

/** What ends the name of a file that is being written, or was when its writer died. */
export const UNFINISHED = ".unfinished";

/** An index as read from a file, with what its writer noted about it. */
export type StoredIndex = SavedIndex & { note?: unknown };

/**
 * Writes a saved index to a file that only its owner may read: a readable header, with a note of the writer's that JSON
 * can carry, and the columns as they lie in memory. The file appears under its name only when it is whole; of several
 * processes that write at once the last one's stays.
 */
export function writeIndexFile(path: string, saved: SavedIndex, note?: unknown): void {
  const arrays: Numbers[] = [];
  let at = 0;
  const header = JSON.stringify({ layout: LAYOUT, ...saved, note }, (_, value: unknown) => {
    if (!(value instanceof Int32Array || value instanceof Uint8Array)) return value;
    const stored: StoredArray = {
      $array: value instanceof Int32Array ? "int32" : "uint8",
      at,
      length: value.length,
    };
    arrays.push(value as Numbers);
    at += aligned(value.byteLength);
    return stored;
  });
  const unfinished = `${path}.${process.pid}${UNFINISHED}`;
  const file = openSync(unfinished, "w", OWNER_ONLY);
  try {
    writeSync(file, `${MAGIC}${Buffer.byteLength(header)}\n${header}`);
    for (const array of arrays) writeAligned(file, array);
    fsyncSync(file);
    renameSync(unfinished, path);
  } catch (error) {
    rmSync(unfinished, { force: true });
    throw error;
  } finally {
    closeSync(file);
  }
}

/** Reads an index file into shared memory. Throws {@link IndexFileError} for a file that is not whole or not ours. */
export function readIndexFile(path: string): StoredIndex {
  const file = openSync(path, "r");
  try {
    const { header, start } = readHeader(file, path);
    return JSON.parse(header, (_, value: unknown) =>
      isStored(value) ? readArray(file, start, value, path) : value,
    ) as StoredIndex;
  } catch (error) {
    if (error instanceof SyntaxError) throw damaged(path);
    throw error;
  } finally {
    closeSync(file);
  }
}

const aligned = (bytes: number): number => Math.ceil(bytes / ALIGNMENT) * ALIGNMENT;

const damaged = (path: string): IndexFileError =>
  new IndexFileError("damaged", `${path} is cut off or damaged. Build the index again from the register.`);

function writeAligned(file: number, array: Numbers): void {
  const bytes = Buffer.from(array.buffer, array.byteOffset, array.byteLength);
  for (let from = 0; from < bytes.length; )
    from += writeSync(file, bytes, from, Math.min(LARGEST_PIECE, bytes.length - from));
  writeSync(file, Buffer.alloc(aligned(bytes.length) - bytes.length));
}

function readHeader(file: number, path: string): { header: string; start: number } {
  const opening = Buffer.alloc(MAGIC.length + 12);
  readSync(file, opening, 0, opening.length, 0);
  const text = opening.toString("latin1");
  if (!text.startsWith(MAGIC))
    throw new IndexFileError("notAnIndex", `${path} is not an index of Varde's linkage engine.`);
  const length = Number(text.slice(MAGIC.length).split("\n")[0]);
  if (!Number.isInteger(length) || length > LARGEST_HEADER) throw damaged(path);
  const from = MAGIC.length + String(length).length + 1;
  const header = Buffer.alloc(length);
  if (readSync(file, header, 0, length, from) !== length) throw damaged(path);
  const written = header.toString("utf8");
  const engine = /"engineVersion":"([^"]*)"/.exec(written)?.[1] ?? "unknown";
  const layout = /^\{"layout":(\d+)/.exec(written)?.[1] ?? "unknown";
  if (engine !== ENGINE_VERSION || layout !== String(LAYOUT)) {
    throw new IndexFileError(
      "otherVersion",
      `${path} was written by engine ${engine} in layout ${layout}, this is ${ENGINE_VERSION} in layout ${LAYOUT}. Build the index again from the register.`,
    );
  }
  return { header: written, start: from + length };
}

function isStored(value: unknown): value is StoredArray {
  return typeof value === "object" && value !== null && "$array" in value;
}

function readArray(file: number, start: number, stored: StoredArray, path: string): Numbers {
  const bytes = stored.length * (stored.$array === "int32" ? 4 : 1);
  const buffer = new SharedArrayBuffer(bytes);
  const target = Buffer.from(buffer);
  for (let from = 0; from < bytes; ) {
    const read = readSync(
      file,
      target,
      from,
      Math.min(LARGEST_PIECE, bytes - from),
      start + stored.at + from,
    );
    if (read === 0) throw damaged(path);
    from += read;
  }
  return stored.$array === "int32" ? new Int32Array(buffer) : new Uint8Array(buffer);
}
