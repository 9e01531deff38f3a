import { type Entry, fromBuffer, type ZipFile } from "yauzl";
import type { ReadingLimits } from "../limits.ts";
import { Unreadable } from "../unreadable.ts";

export interface PackedFile {
  name: string;
  bytes: Uint8Array;
}

/** How much one message has unpacked so far; shared by all its archives. */
export interface UnpackingBudget {
  bytes: number;
}

/**
 * Unpacks a zip archive in memory. Refuses bombs (count, ratio, total size, measured while unpacking),
 * locked entries, and names that climb out of a folder.
 */
export async function unpackArchive(
  bytes: Uint8Array,
  budget: UnpackingBudget,
  limits: ReadingLimits,
  wanted: (name: string) => boolean = () => true,
): Promise<PackedFile[]> {
  const archive = await openArchive(bytes);
  const files: PackedFile[] = [];
  const most = Math.max(bytes.length * limits.unpackedRatio, 64 * 1024);
  let unpacked = 0;
  try {
    if (archive.entryCount > limits.parts)
      throw new Unreadable("tooManyParts", { files: archive.entryCount });
    for await (const entry of entriesOf(archive)) {
      if (entry.fileName.endsWith("/") || !wanted(entry.fileName)) continue;
      if (entry.isEncrypted())
        throw new Unreadable("brokenAttachment", { cause: "encrypted", fileName: entry.fileName });
      const room = Math.min(most - unpacked, limits.unpackedBytes - budget.bytes);
      const content = await readEntry(archive, entry, room);
      unpacked += content.length;
      budget.bytes += content.length;
      files.push({ name: entry.fileName, bytes: content });
    }
  } catch (error) {
    throw asUnreadable(error);
  } finally {
    archive.close();
  }
  return files;
}

function openArchive(bytes: Uint8Array): Promise<ZipFile> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  return new Promise((resolve, reject) => {
    fromBuffer(buffer, { lazyEntries: true }, (error, archive) =>
      error ? reject(new Unreadable("brokenAttachment", { cause: "brokenArchive" })) : resolve(archive),
    );
  });
}

async function* entriesOf(archive: ZipFile): AsyncGenerator<Entry> {
  for (let count = 0; count < archive.entryCount; count++) {
    yield await new Promise<Entry>((resolve, reject) => {
      archive.once("entry", resolve);
      archive.once("error", reject);
      archive.once("end", () => reject(new Unreadable("brokenAttachment", { cause: "brokenArchive" })));
      archive.readEntry();
    }).finally(() => archive.removeAllListeners());
  }
}

async function readEntry(archive: ZipFile, entry: Entry, room: number): Promise<Uint8Array> {
  if (entry.uncompressedSize > room) throw bomb(entry);
  const stream = await new Promise<NodeJS.ReadableStream>((resolve, reject) => {
    archive.openReadStream(entry, (error, opened) => (error ? reject(error) : resolve(opened)));
  });
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > room) throw bomb(entry);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function bomb(entry: Entry): Unreadable {
  return new Unreadable("archiveBomb", { fileName: entry.fileName });
}

function asUnreadable(error: unknown): Unreadable {
  if (error instanceof Unreadable) return error;
  const message = String(error);
  if (/relative path|absolute path|invalid characters/i.test(message)) {
    return new Unreadable("dangerousAttachment", { cause: "pathInArchive" });
  }
  if (/too many bytes/i.test(message)) return new Unreadable("archiveBomb", { cause: "sizeNotAsStated" });
  return new Unreadable("brokenAttachment", { cause: "brokenArchive" });
}
