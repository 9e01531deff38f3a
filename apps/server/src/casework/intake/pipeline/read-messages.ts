import type { PipelineParts } from "../intake-parts.ts";
import type { MessageHeader, Reading } from "../reading/reading.ts";
import { ROBOT } from "../robot.ts";
import {
  countAttempt,
  holdUnread,
  nextUnread,
  originalsOf,
  storeReadings,
  type UnreadMessage,
} from "./read.sql.ts";

/** How many messages, and how many bytes of them, one reading takes at a time. */
const BATCH = { messages: 24, bytes: 16 * 1024 * 1024 } as const;

/** A message that a reader has taken this often without finishing is read alone, so that only it is to blame. */
const ALONE_AFTER = 2;
/**
 * ... and given up when its reader has ended this often. High, since a process that is stopped from outside leaves the
 * same trace, and reading itself happens in threads that survive what a message holds.
 */
export const GIVEN_UP_AFTER = 20;

/** Messages above this size are not read at all. */
const READABLE = 25 * 1024 * 1024;
const HEADER_BYTES = 64 * 1024;

/**
 * Reads the next unread messages and passes them on to registration. May be killed at any point: the messages
 * are then read again. Returns how many were taken; 0 when none is free to read.
 */
export async function readNextMessages(parts: PipelineParts): Promise<number> {
  // Ready before anything is taken: a process that ends while its threads start is no message's fault.
  await parts.reader.ready();
  const taken = await takeUnread(parts);
  if (taken.length === 0) return 0;
  const at = parts.clock.now();
  await parts.db.transaction().execute(async (tx) => {
    const held = await holdUnread(
      tx,
      taken.map(({ id }) => id),
    );
    const whole = held.filter(({ size }) => size <= READABLE);
    const bytes = await originalsOf(
      tx,
      whole.map(({ id }) => id),
    );
    const heads = await originalsOf(
      tx,
      held.filter(({ size }) => size > READABLE).map(({ id }) => id),
      HEADER_BYTES,
    );
    const readings = await Promise.all(
      held.map(async (message) => ({
        id: message.id,
        reading: await readOne(message, bytes.get(message.id), heads.get(message.id)),
      })),
    );
    await storeReadings(tx, readings, { at, actor: ROBOT });
  });
  return taken.length;

  async function readOne(
    { size, attempts }: UnreadMessage,
    bytes: Uint8Array | undefined,
    head: Uint8Array | undefined,
  ): Promise<Reading> {
    if (attempts > GIVEN_UP_AFTER) return quarantined({ to: [] }, "readerFailed", { attempts });
    if (bytes) return parts.reader.read(bytes);
    const { header } = await parts.reader.read(head ?? new Uint8Array());
    return quarantined(header, "tooLarge", { size, limit: READABLE });
  }
}

// Counted in a transaction of its own: the count must survive whatever the reading does to this process.
async function takeUnread(parts: PipelineParts): Promise<UnreadMessage[]> {
  return parts.db.transaction().execute(async (tx) => {
    const batch = batchOf(await nextUnread(tx, BATCH.messages));
    if (batch.length > 0)
      await countAttempt(
        tx,
        batch.map(({ id }) => id),
      );
    return batch;
  });
}

/** The messages at the front that may be read together: few enough bytes, and a suspect only by itself. */
export function batchOf(unread: readonly UnreadMessage[]): UnreadMessage[] {
  const batch: UnreadMessage[] = [];
  let bytes = 0;
  for (const message of unread) {
    const alone = message.attempts >= ALONE_AFTER || message.size > BATCH.bytes;
    bytes += message.size;
    if (batch.length > 0 && (alone || bytes > BATCH.bytes)) break;
    batch.push(message);
    if (alone) break;
  }
  return batch;
}

function quarantined(
  header: MessageHeader,
  reason: "readerFailed" | "tooLarge",
  params: Record<string, number>,
): Reading {
  return { header, parts: [], verdict: { outcome: "quarantined", reason, params, entries: [] } };
}
