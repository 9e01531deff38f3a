import type { ReadStream } from "node:fs";
import { pipeline } from "node:stream";
import { constants, createGunzip } from "node:zlib";

/**
 * The lines of a file, compressed or not, without their line feeds; what lacks its line feed was cut off and is no
 * line. Only a line feed ends one, since JSON may hold the other signs that some readers break at. Compression that
 * was cut off gives what came before the cut. Throws for compression that is broken, and the errors of reading.
 */
export async function* fileLines(file: ReadStream, isCompressed: boolean): AsyncGenerator<string> {
  // Without this a file that was cut off would lose more than was cut.
  const gunzip = createGunzip({ finishFlush: constants.Z_SYNC_FLUSH });
  const bytes: AsyncIterable<Buffer> = isCompressed ? pipeline(file, gunzip, () => {}) : file;
  const decoder = new TextDecoder();
  let rest = "";
  for await (const chunk of bytes) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split("\n");
    rest = lines.pop() ?? "";
    yield* lines;
  }
}
