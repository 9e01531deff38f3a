import { MESSAGE_STATES, type MessageRow, type MessageState, maskNumbersIn } from "@varde/contract";
import { recordAudit } from "../../../platform/audit/index.ts";
import { ledgerStates } from "../balance/balance.sql.ts";
import type { Acting } from "../commands/act-on-message.ts";
import type { IntakeParts } from "../intake-parts.ts";
import {
  countLeftOut,
  type ListedMessage,
  listMessages,
  type MessageFilter,
  quarantineReasons,
} from "./message-list.sql.ts";

/**
 * A page of the ledger with the counts beside it, for a person; `next` is the id to go on after, where there is more.
 * Messages of cases they are shut out of are neither shown nor counted. Looking is audited: what was asked for,
 * and which messages were shown.
 */
export async function searchMessages(
  { db, clock }: Pick<IntakeParts, "db" | "clock">,
  { after, limit, ...filter }: MessageFilter & { after?: number | undefined; limit: number },
  { actor }: Pick<Acting, "actor">,
) {
  const readerId = actor.kind === "person" ? actor.id : undefined;
  const rows = await listMessages(db, filter, { after, limit: limit + 1, readerId });
  const shown = rows.slice(0, limit);
  const found = shown.map(({ id }) => id);
  const act = filter.search ? "searchMessages" : "listMessages";
  const search = filter.search && maskNumbersIn(filter.search);
  await recordAudit(db, { at: clock.now(), actor, act, details: { ...filter, search, found } });
  const { counts } = await ledgerStates(db);
  const byState = new Map(counts.map(({ state, count }) => [state, count]));
  for (const { state, count } of await countLeftOut(db, readerId))
    byState.set(state, (byState.get(state) ?? 0) - count);
  const countOf = (state: MessageState) => [state, byState.get(state) ?? 0] as const;
  return {
    rows: shown.map((row) => messageRow(row)),
    next: rows.length > limit ? (shown.at(-1)?.id ?? null) : null,
    counts: Object.fromEntries(MESSAGE_STATES.map(countOf)) as Record<MessageState, number>,
    reasons: await quarantineReasons(db, readerId),
  };
}

/** A ledger row as the contract gives it; identity numbers in the subject are masked unless they have been opened. */
export function messageRow(
  { sentAt, receivedAt, subject, ...message }: ListedMessage,
  { numbersOpen = false } = {},
): MessageRow {
  return {
    ...message,
    subject: subject && !numbersOpen ? maskNumbersIn(subject) : subject,
    sentAt: sentAt?.toISOString() ?? null,
    receivedAt: receivedAt.toISOString(),
  };
}
