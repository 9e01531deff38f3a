import type { Kysely } from "kysely";
import type { Clock } from "../../clock/clock.ts";
import {
  chainHead,
  hasUnsealed,
  insertSeals,
  lockChain,
  takeUnsealed,
  type UnsealedEntry,
} from "./chain.sql.ts";
import { type ChainHead, hashOfEntry, type SealedEntry } from "./chain-entry.ts";

/** Where the log is and what time it is. */
export interface ChainParts {
  readonly db: Kysely<unknown>;
  readonly clock: Clock;
}

const ENTRIES_AT_ONCE = 1000;

/**
 * Gives every entry that is committed its place in the chain, and returns the head. Entries are written without
 * waiting for each other; only sealing is done by one at a time, whichever process it is in.
 */
export async function sealEntries({ db, clock }: ChainParts): Promise<ChainHead> {
  while (await hasUnsealed(db))
    await db.transaction().execute(async (tx) => {
      await lockChain(tx);
      const head = await chainHead(tx);
      const sealed = tieTo(head, await takeUnsealed(tx, ENTRIES_AT_ONCE), clock.now());
      if (sealed.length > 0) await insertSeals(tx, sealed);
    });
  return chainHead(db);
}

function tieTo(head: ChainHead, entries: readonly UnsealedEntry[], at: Date): SealedEntry[] {
  const sealedAt = at.toISOString().replace("Z", "000Z");
  let { seq, hash } = head;
  return entries.map((unsealed) => {
    seq += 1;
    const entry = { seq, sealedAt, ...unsealed };
    hash = hashOfEntry(hash, entry);
    return { ...entry, hash };
  });
}
