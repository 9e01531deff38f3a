import type { OperationsView } from "@varde/contract";
import { type Kysely, sql } from "kysely";

type MailboxState = OperationsView["mailboxes"][number];

/** How every mailbox stands, with how many messages the ledger has from it. */
export async function listMailboxStates(db: Kysely<unknown>): Promise<MailboxState[]> {
  const { rows } = await sql<Omit<MailboxState, "lastSeenAt"> & { lastSeenAt: Date | null }>`
    select b.name, b.kind, b.address, b.state, b.last_seen_at as "lastSeenAt", b.last_error as "lastError",
      (select count(*) from casework.messages m where m.mailbox_id = b.id)::int as messages
    from casework.mailboxes b order by b.id`.execute(db);
  return rows.map((row) => ({ ...row, lastSeenAt: row.lastSeenAt?.toISOString() ?? null }));
}
