import { isDeepStrictEqual } from "node:util";
import type { FetchedMessage } from "../../../../platform/mail/fetch-messages.ts";
import type { FolderLook, FolderState, ImapMailbox } from "../../../../platform/mail/imap-mailbox.ts";
import type { IntakeParts } from "../../intake-parts.ts";
import { listFolders, type Mailbox, noteFolderSeen } from "../../mailboxes/mailboxes.sql.ts";
import { type Arrival, receiveBatch, STORED_WHOLE } from "../../pipeline/receive-batch.ts";
import { ROBOT } from "../../robot.ts";
import { placedUids } from "./places.sql.ts";
import { retie } from "./retie-messages.ts";

const FETCH_LIMITS = { batchBytes: 16 * 1024 * 1024, wholeBytes: STORED_WHOLE };
const BATCH = { messages: 100, bytes: 16 * 1024 * 1024 };

/** What going through a mailbox gave. `retied`: known messages found in another place than before. */
export interface Synced {
  received: number;
  retied: number;
}

/** What a connection remembers of a mailbox. */
export interface Seen {
  /** How folders stood when they were last gone through, so that untouched ones are not gone through again. */
  readonly looks: Map<string, FolderLook>;
  /** Folders messages can be received from but not moved out of. */
  readonly readOnly: Set<string>;
}

/**
 * Goes through every folder of a mailbox and takes in what the ledger does not hold. A message that is known by
 * its content and is gone from where it stood (moved by somebody, or renumbered: UIDVALIDITY) is tied to its row
 * again, one to one; only what is left over is new.
 */
export async function syncMailbox(
  parts: IntakeParts,
  mailbox: Mailbox,
  imap: ImapMailbox,
  seen: Seen,
  signal?: AbortSignal,
): Promise<Synced> {
  const result: Synced = { received: 0, retied: 0 };
  for (const { folder } of await listFolders(parts.db, mailbox.id)) {
    const status = await imap.status(folder);
    if (!status) continue;
    if (isDeepStrictEqual(seen.looks.get(folder), status)) continue;
    const state = await imap.open(folder);
    if (state.readOnly) seen.readOnly.add(folder);
    await syncFolder(parts, mailbox, imap, { folder, state }, result, signal);
    if (signal?.aborted) return result;
    seen.looks.set(folder, status);
  }
  return result;
}

async function syncFolder(
  parts: IntakeParts,
  mailbox: Mailbox,
  imap: ImapMailbox,
  { folder, state }: { folder: string; state: FolderState },
  result: Synced,
  signal: AbortSignal | undefined,
): Promise<void> {
  const uids = await imap.uids();
  const placed = await placedUids(parts.db, mailbox.id, { folder, uidValidity: state.uidValidity });
  const unknown = uids.filter((uid) => !placed.has(uid));
  for await (const batch of batches(imap.fetch(unknown, FETCH_LIMITS))) {
    const arrivals = batch.map((message) => arrivalOf(message, folder, state.uidValidity));
    const fresh = await retie(parts, mailbox, imap, arrivals);
    result.retied += arrivals.length - fresh.length;
    result.received += (await receiveBatch(parts, mailbox.id, fresh, ROBOT)).ids.length;
    if (signal?.aborted) return;
  }
  const seen = { uidValidity: state.uidValidity, highestUid: uids.at(-1) ?? 0, at: parts.clock.now() };
  await noteFolderSeen(parts.db, mailbox.id, folder, seen);
}

function arrivalOf({ uid, bytes, size }: FetchedMessage, folder: string, uidValidity: number): Arrival {
  const place = { folder, uidValidity, uid };
  return {
    ...place,
    sourceFolder: folder,
    sourceKey: `${uidValidity}/${uid}`,
    bytes,
    ...(size !== bytes.length && { wholeSize: size }),
  };
}

async function* batches(messages: AsyncIterable<FetchedMessage>): AsyncGenerator<FetchedMessage[]> {
  let batch: FetchedMessage[] = [];
  let bytes = 0;
  for await (const message of messages) {
    batch.push(message);
    bytes += message.bytes.length;
    if (batch.length < BATCH.messages && bytes < BATCH.bytes) continue;
    yield batch;
    [batch, bytes] = [[], 0];
  }
  if (batch.length > 0) yield batch;
}
