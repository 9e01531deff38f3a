import { createReadStream, createWriteStream, existsSync } from "node:fs";
import { open } from "node:fs/promises";
import type { Readable, Writable } from "node:stream";
import { createGunzip, createGzip } from "node:zlib";
import { LinkInputError } from "./link-input-error.ts";

const GZIP = [0x1f, 0x8b];
const JSON_STARTS = 0x7b;
const BYTE_ORDER_MARK = [0xef, 0xbb, 0xbf];

export type TableFormat = "csv" | "jsonLines";

/** Opens a file of people for reading, unpacked if it is gzip. */
export async function openTable(path: string): Promise<{ stream: Readable; format: TableFormat }> {
  if (!existsSync(path))
    throw new LinkInputError("fileNotFound", `There is no file ${path}. Check the path.`);
  const opening = await readOpening(path);
  const packed = opening[0] === GZIP[0] && opening[1] === GZIP[1];
  if (!packed) return { stream: createReadStream(path), format: formatOf(opening) };
  const format = formatOf(await firstChunk(path));
  const file = createReadStream(path);
  const unpacked = file.pipe(createGunzip());
  file.on("error", (error) => unpacked.destroy(error));
  return { stream: unpacked, format };
}

/** Opens a file for writing, packed if its name ends in `.gz`. */
export function openForWriting(path: string): Writable {
  const file = createWriteStream(path);
  if (!path.endsWith(".gz")) return file;
  const packing = createGzip();
  packing.pipe(file);
  return packing;
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
