import type { MessageState } from "@varde/contract";
import { type Kysely, sql } from "kysely";

type Tx = Kysely<unknown>;

/** A message locked for change, as far as acts depend on it. */
export interface LockedMessage {
  id: number;
  state: MessageState;
  gaveAlerts: boolean;
}

/** Locks a message until the transaction ends. */
export async function lockMessage(tx: Tx, id: number): Promise<LockedMessage | undefined> {
  const { rows } = await sql<LockedMessage>`
    select m.id, m.state, exists (select from casework.alert_versions v where v.message_id = m.id) as "gaveAlerts"
    from casework.messages m where m.id = ${id} for update of m`.execute(tx);
  return rows[0];
}

/** Puts a message back in front of the readers. */
export async function putBack(
  tx: Tx,
  id: number,
  { at, actor }: { at: Date; actor: unknown },
): Promise<void> {
  await sql`
    update casework.messages
    set state = 'received', state_since = ${at}, reason = null, reason_params = '{}', read_attempts = 0
    where id = ${id}`.execute(tx);
  await sql`
    insert into casework.message_events (message_id, at, state, actor)
    values (${id}, ${at}, 'received', ${JSON.stringify(actor)}::text::jsonb)`.execute(tx);
  await sql`delete from casework.awaited_references where message_id = ${id}`.execute(tx);
}
