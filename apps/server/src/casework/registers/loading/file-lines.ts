import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";

/** One line of a file: its 1-based number and its bytes without the line break; `tooLong` where they exceed the limit. */
export interface FileLine {
  readonly number: number;
  readonly bytes: Buffer;
  readonly tooLong: boolean;
  /** How much of the file on disk has been read so far, for showing progress. */
  readonly bytesRead: number;
}

const NEWLINE = 0x0a;
const LONGEST_LINE = 4 * 1024 * 1024;
const NOTHING = Buffer.alloc(0);

/**
 * Reads a file line by line in constant memory, unpacking gzip where the file begins like it, whatever its name.
 * A line above `longest` bytes is given without content. Throws what the file system or gzip throws
 * (`Z_BUF_ERROR` where a packed file has been cut short).
 */
export async function* readLines(path: string, longest = LONGEST_LINE): AsyncGenerator<FileLine> {
  const file = createReadStream(path, { highWaterMark: 1024 * 1024 });
  const chunks = (await isGzip(path)) ? file.pipe(createGunzip({ chunkSize: 1024 * 1024 })) : file;
  file.on("error", (error) => chunks.destroy(error));
  let number = 0;
  let pending: Buffer = NOTHING;
  let tooLong = false;
  const lineOf = (bytes: Buffer): FileLine => ({
    number: ++number,
    bytes,
    tooLong,
    bytesRead: file.bytesRead,
  });
  try {
    for await (const chunk of chunks as AsyncIterable<Buffer>) {
      let start = 0;
      for (let end = chunk.indexOf(NEWLINE); end >= 0; end = chunk.indexOf(NEWLINE, start)) {
        const rest = chunk.subarray(start, end);
        tooLong ||= pending.length + rest.length > longest;
        yield lineOf(tooLong ? NOTHING : pending.length > 0 ? Buffer.concat([pending, rest]) : rest);
        [pending, tooLong, start] = [NOTHING, false, end + 1];
      }
      const rest = chunk.subarray(start);
      tooLong ||= pending.length + rest.length > longest;
      pending = tooLong ? NOTHING : Buffer.concat([pending, rest]);
    }
    if (pending.length > 0 || tooLong) yield lineOf(pending);
  } finally {
    file.destroy();
    if (chunks !== file) chunks.destroy();
  }
}

async function isGzip(path: string): Promise<boolean> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(2), 0, 2, 0);
    return bytesRead === 2 && buffer[0] === 0x1f && buffer[1] === 0x8b;
  } finally {
    await file.close();
  }
}

/** SHA-256 (hex) of a file as it lies on disk. */
export async function hashFile(path: string): Promise<string> {
  const hash = createHash("sha256");
  await pipeline(createReadStream(path, { highWaterMark: 1024 * 1024 }), hash);
  return hash.digest("hex");
}
