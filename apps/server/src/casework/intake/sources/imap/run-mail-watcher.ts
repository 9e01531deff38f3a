import { CHANGES_CHANNEL, type Database } from "../../../../platform/database/index.ts";
import type { IntakeParts } from "../../intake-parts.ts";
import type { ImapSettings } from "./imap-settings.ts";
import { type WatchNews, watchMailbox } from "./watch-mailbox.ts";

/** Topics of change notices after which messages may belong in other folders. */
const OUTCOME_TOPICS: readonly unknown[] = ["messages", "outcomes"];
const GATHER_MS = 1_000;

/**
 * Watches every mailbox that is set up until told to stop. `tell` hears what happens; trouble with one mailbox does not
 * touch the others. Resolves when all have stopped in order.
 */
export async function runMailWatcher(
  parts: IntakeParts,
  db: Pick<Database, "listen">,
  mailboxes: readonly ImapSettings[],
  { signal, tell }: { signal: AbortSignal; tell?: (news: WatchNews) => void },
): Promise<void> {
  const wakes = new Set<() => void>();
  const wakeAll = gathered(() => {
    for (const wake of wakes) wake();
  });
  const receive = (payload: string) => {
    const { topic } = JSON.parse(payload) as { topic?: unknown };
    if (OUTCOME_TOPICS.includes(topic)) wakeAll();
  };
  // Without notices the regular look does the same, later.
  const stopListening = await db.listen(CHANGES_CHANNEL, receive, wakeAll).catch(() => async () => {});
  const onOutcomes = (wake: () => void) => {
    wakes.add(wake);
    return () => wakes.delete(wake);
  };
  try {
    await Promise.all(mailboxes.map((mailbox) => watchMailbox(parts, mailbox, { signal, onOutcomes, tell })));
  } finally {
    await stopListening();
  }
}

/** Calls once for many calls within a short time. */
function gathered(call: () => void): () => void {
  let timer: NodeJS.Timeout | undefined;
  return () => {
    timer ??= setTimeout(() => {
      timer = undefined;
      call();
    }, GATHER_MS).unref();
  };
}
