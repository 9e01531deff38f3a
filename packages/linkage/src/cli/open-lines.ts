import { once } from "node:events";
import { createReadStream, createWriteStream, existsSync, statSync } from "node:fs";
import { open } from "node:fs/promises";
import type { Readable, Writable } from "node:stream";
import { finished, pipeline } from "node:stream/promises";
import { createGunzip, createGzip, type Gzip } from "node:zlib";
import { LinkInputError } from "./link-input-error.ts";

const GZIP = [0x1f, 0x8b];
const JSON_STARTS = 0x7b;
const BYTE_ORDER_MARK = [0xef, 0xbb, 0xbf];

export type TableFormat = "csv" | "jsonLines";

/** A file of people as it is read. */
export interface OpenTable {
  stream: Readable;
  format: TableFormat;
  /** What stands between the cells of a CSV file: comma, semicolon or tab, as in its first line. */
  delimiter: string;
  /** Share of the file read so far, in [0, 1]. */
  shareRead: () => number;
}

/** Opens a file of people for reading, unpacked if it is gzip. */
export async function openTable(path: string): Promise<OpenTable> {
  if (!existsSync(path))
    throw new LinkInputError("fileNotFound", `There is no file ${path}. Check the path.`);
  if (statSync(path).isDirectory())
    throw new LinkInputError("notAFile", `${path} is a folder. Name the file in it.`);
  const opening = await readOpening(path);
  const packed = opening[0] === GZIP[0] && opening[1] === GZIP[1];
  const start = packed ? await firstChunk(path) : opening;
  const table = { format: formatOf(start), delimiter: delimiterOf(start) };
  const file = createReadStream(path);
  const { size } = statSync(path);
  const shareRead = (): number => (size === 0 ? 1 : file.bytesRead / size);
  if (!packed) return { stream: file, ...table, shareRead };
  const unpacked = file.pipe(createGunzip());
  file.on("error", (error) => unpacked.destroy(error));
  return { stream: unpacked, ...table, shareRead };
}

/** A file that is being written. */
export interface Written {
  /** Takes a text; resolves when there is room for more. */
  write(text: string): Promise<void>;
  /** Resolves when everything is in the file. */
  end(): Promise<void>;
}

/** Opens a file for writing, packed if its name ends in `.gz`. Throws {@link LinkInputError} where that cannot be. */
export async function openForWriting(path: string): Promise<Written> {
  const file = createWriteStream(path);
  const cannot = (error: unknown): never => {
    const why = error instanceof Error ? error.message : String(error);
    throw new LinkInputError("cannotWrite", `${path} cannot be written: ${why}.`);
  };
  await once(file, "open").catch(cannot);
  const target: Writable = path.endsWith(".gz") ? createGzip() : file;
  const written = target === file ? finished(file) : pipeline(target as Gzip, file);
  written.catch(() => {});
  return {
    write: async (text) => {
      if (!target.write(text)) await Promise.race([once(target, "drain"), written]).catch(cannot);
    },
    end: async () => {
      target.end();
      await written.catch(cannot);
    },
  };
}

async function readOpening(path: string): Promise<Buffer> {
  const handle = await open(path);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(256), 0, 256, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

async function firstChunk(path: string): Promise<Buffer> {
  const unpacked = createReadStream(path).pipe(createGunzip());
  try {
    for await (const chunk of unpacked) return chunk as Buffer;
  } catch {
    throw new LinkInputError("brokenGzip", `${path} is not a whole gzip file. Fetch it again.`);
  }
  return Buffer.alloc(0);
}

function formatOf(opening: Buffer): TableFormat {
  const bare = BYTE_ORDER_MARK.every((byte, i) => opening[i] === byte) ? opening.subarray(3) : opening;
  const first = bare.find((byte) => byte > 0x20);
  return first === JSON_STARTS ? "jsonLines" : "csv";
}

function delimiterOf(opening: Buffer): string {
  const [header = ""] = opening
    .toString("latin1")
    .trimStart()
    .split(/[\r\n]/);
  const count = (delimiter: string): number => header.split(delimiter).length;
  return [",", ";", "\t"].reduce((best, other) => (count(other) > count(best) ? other : best));
}
