import { MESSAGE_STATES, type MessageRow, type MessageState } from "@varde/contract";
import { ledgerStates } from "../balance/balance.sql.ts";
import type { IntakeParts } from "../intake-parts.ts";
import {
  type ListedMessage,
  listMessages as messagesOf,
  type MessageFilter,
  quarantineReasons,
} from "./message-list.sql.ts";

/** A page of the ledger with the counts beside it. `next` is the id to go on after, where there is more. */
export async function listMessages(
  { db }: Pick<IntakeParts, "db">,
  { after, limit, ...filter }: MessageFilter & { after?: number | undefined; limit: number },
) {
  const rows = await messagesOf(db, filter, { after, limit: limit + 1 });
  const shown = rows.slice(0, limit);
  const { counts } = await ledgerStates(db);
  const byState = new Map(counts.map(({ state, count }) => [state, count]));
  return {
    rows: shown.map(messageRow),
    next: rows.length > limit ? (shown.at(-1)?.id ?? null) : null,
    counts: Object.fromEntries(MESSAGE_STATES.map((state) => [state, byState.get(state) ?? 0])) as Record<
      MessageState,
      number
    >,
    reasons: await quarantineReasons(db),
  };
}

/** A ledger row as the contract gives it. */
export function messageRow({ sentAt, receivedAt, ...message }: ListedMessage): MessageRow {
  return { ...message, sentAt: sentAt?.toISOString() ?? null, receivedAt: receivedAt.toISOString() };
}
