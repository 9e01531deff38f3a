import { createHash } from "node:crypto";
import type { Kysely } from "kysely";
import type { Actor } from "../../../platform/audit/index.ts";
import { notifyChange } from "../../../platform/database/index.ts";
import type { IntakeParts } from "../intake-parts.ts";
import { DRAIN_JOB } from "./drain-intake.ts";
import { knownKeys, type LedgerRow, lockMailbox, storeOriginals, writeLedger } from "./receive.sql.ts";

/** A message as it arrived, and the place it has in its source. */
export interface Arrival extends Omit<LedgerRow, "original" | "size"> {
  readonly bytes: Uint8Array;
  /** Where only a stub could be fetched: the size of the message as it stands in the source. */
  readonly wholeSize?: number;
}

/** What receiving a batch gave: ids of the new ledger rows, and how many messages were in the ledger already. */
export interface Received {
  readonly ids: readonly number[];
  readonly known: number;
}

/** Messages up to this many bytes are stored whole; of larger ones the header and the hash. */
export const STORED_WHOLE = 100 * 1024 * 1024;

/**
 * Takes messages into the ledger: original, row, event and the job that reads them in one transaction.
 * Messages that are there already change nothing, so any batch may be received again after a failure.
 * Nothing may be done to a message in its source before this has resolved.
 */
export async function receiveBatch(
  parts: IntakeParts,
  mailboxId: number,
  arrivals: readonly Arrival[],
  actor: Actor,
): Promise<Received> {
  const known = await knownKeys(parts.db, mailboxId, arrivals);
  const fresh = arrivals.filter((one) => !known.has(`${one.sourceFolder}\n${one.sourceKey}`));
  if (fresh.length === 0) return { ids: [], known: arrivals.length };
  const at = parts.clock.now();
  const ids = await parts.db.transaction().execute(async (tx) => {
    const written = await receiveInto(tx, mailboxId, fresh, { at, actor });
    if (written.length === 0) return written;
    await notifyChange(tx, "messages");
    await parts.jobs.enqueue(tx, DRAIN_JOB);
    return written;
  });
  return { ids, known: arrivals.length - ids.length };
}

/** Writes originals and ledger rows within a transaction; the ids of new rows are returned, in the order given. */
export async function receiveInto(
  tx: Kysely<unknown>,
  mailboxId: number,
  arrivals: readonly Arrival[],
  by: { at: Date; actor: Actor },
): Promise<number[]> {
  const hashed = arrivals.map((arrival) => ({ arrival, sha256: sha256(arrival.bytes) }));
  const originals = new Map(hashed.map(({ arrival, sha256 }) => [sha256, arrival.bytes]));
  await lockMailbox(tx, mailboxId, by.at);
  await storeOriginals(
    tx,
    [...originals].map(([sha256, bytes]) => ({ sha256, bytes })),
    by.at,
  );
  return writeLedger(tx, mailboxId, hashed.map(ledgerRow), by);
}

/** The key of a message that has no number of its own in its source: its name and its content. */
export function nameAndContentKey(fileName: string, bytes: Uint8Array): string {
  return `${fileName}#${sha256(bytes).slice(0, 32)}`;
}

function ledgerRow({ arrival, sha256 }: { arrival: Arrival; sha256: string }): LedgerRow {
  const { bytes, wholeSize, ...place } = arrival;
  return { ...place, original: sha256, size: wholeSize ?? bytes.length };
}

/** The name an original is kept under, hex. */
export function sha256(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}
