import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import { basename, resolve } from "node:path";
import type { Actor } from "../../../../platform/audit/index.ts";
import { stubOf } from "../../../../platform/mail/fetch-messages.ts";
import type { IntakeParts } from "../../intake-parts.ts";
import { ensureMailbox, type Mailbox } from "../../mailboxes/mailboxes.sql.ts";
import { type Arrival, nameAndContentKey, receiveBatch, STORED_WHOLE } from "../../pipeline/receive-batch.ts";
import { listFolder, type MessageFile } from "./list-folder.ts";

const BATCH = { messages: 100, bytes: 16 * 1024 * 1024 };
const HEADER_BYTES = 64 * 1024;

/** What reading a folder has given so far. */
export interface FolderRead {
  readonly mailbox: Mailbox;
  files: number;
  received: number;
  known: number;
}

/** The mailbox a folder is in the ledger. */
export function folderMailbox(db: IntakeParts["db"], folder: string): Promise<Mailbox> {
  const path = resolve(folder);
  return ensureMailbox(db, { kind: "folder", name: basename(path) || path, address: path });
}

/**
 * Takes every message of a folder into the ledger, in name order. The folder is never changed, and reading it again
 * takes in only what is new. `progress` is told after every batch; when the signal is given, the batch at hand is finished.
 * Throws `FolderUnreadable` where there is no such folder.
 */
export async function readFolder(
  parts: IntakeParts,
  folder: string,
  actor: Actor,
  { progress = () => {}, signal }: { progress?: (read: FolderRead) => void; signal?: AbortSignal } = {},
): Promise<FolderRead> {
  const files = listFolder(resolve(folder));
  const first = await files.next();
  const read: FolderRead = {
    mailbox: await folderMailbox(parts.db, folder),
    files: 0,
    received: 0,
    known: 0,
  };
  let batch: Arrival[] = [];
  let bytes = 0;
  const flush = async () => {
    const { ids, known } = await receiveBatch(parts, read.mailbox.id, batch, actor);
    read.received += ids.length;
    read.known += known;
    read.files += batch.length;
    [batch, bytes] = [[], 0];
    progress(read);
  };
  for (let next = first; !next.done && !signal?.aborted; next = await files.next()) {
    const arrival = await readArrival(next.value);
    bytes += arrival.bytes.length;
    batch.push(arrival);
    if (batch.length >= BATCH.messages || bytes >= BATCH.bytes) await flush();
  }
  if (batch.length > 0) await flush();
  return read;
}

/** The key a file has in the ledger. */
export async function fileKey(file: MessageFile): Promise<string> {
  return (await readArrival(file)).sourceKey;
}

async function readArrival({ path, folder, name }: MessageFile): Promise<Arrival> {
  const file = await open(path);
  try {
    const { size } = await file.stat();
    const stub = size > STORED_WHOLE;
    const bytes = stub ? await readStub(path, size) : await file.readFile();
    return {
      sourceFolder: folder,
      sourceKey: nameAndContentKey(name, bytes),
      folder,
      fileName: name,
      bytes,
      ...(stub && { wholeSize: size }),
    };
  } finally {
    await file.close();
  }
}

async function readStub(path: string, size: number): Promise<Uint8Array> {
  const hash = createHash("sha256");
  let head = Buffer.alloc(0);
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    hash.update(chunk);
    if (head.length < HEADER_BYTES) head = Buffer.concat([head, chunk]).subarray(0, HEADER_BYTES);
  }
  return stubOf(head, size, hash.digest("hex"));
}
