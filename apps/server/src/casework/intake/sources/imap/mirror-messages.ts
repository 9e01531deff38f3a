import type { ImapMailbox } from "../../../../platform/mail/imap-mailbox.ts";
import type { IntakeParts } from "../../intake-parts.ts";
import type { Mailbox } from "../../mailboxes/mailboxes.sql.ts";
import { type Misplaced, misplacedMessages, setPlaces } from "./places.sql.ts";

const BATCH = 200;

/**
 * Puts messages into the folders that show their outcome. A message is moved first and its new place noted after;
 * a stop in between is mended when the mailbox is gone through the next time. Returns how many were moved.
 */
export async function mirrorMessages(
  { db }: Pick<IntakeParts, "db">,
  mailbox: Mailbox,
  imap: ImapMailbox,
  signal?: AbortSignal,
): Promise<number> {
  let moved = 0;
  for (;;) {
    const misplaced = await misplacedMessages(db, mailbox.id, BATCH);
    if (misplaced.length === 0 || signal?.aborted) return moved;
    for (const group of Map.groupBy(misplaced, (one) => `${one.folder}\n${one.target}`).values())
      moved += await moveGroup(db, imap, group);
  }
}

async function moveGroup(
  db: IntakeParts["db"],
  imap: ImapMailbox,
  group: readonly Misplaced[],
): Promise<number> {
  const [{ folder, target }] = group as [Misplaced];
  const { uidValidity } = await imap.open(folder);
  const present = new Set(await imap.uids());
  const there = group.filter((one) => one.uidValidity === uidValidity && present.has(one.uid));
  const gone = group.filter((one) => !there.includes(one));
  await setPlaces(
    db,
    gone.map(({ id }) => ({ id, folder, uidValidity: null, uid: null })),
  );
  if (there.length === 0) return 0;
  await imap.ensureFolder(target);
  const moved = await imap.move(
    there.map(({ uid }) => uid),
    target,
  );
  await setPlaces(
    db,
    there.map(({ id, uid }) => {
      const now = moved.uids.get(uid);
      const known = now !== undefined && moved.uidValidity !== undefined;
      return {
        id,
        folder: target,
        uidValidity: known ? (moved.uidValidity ?? null) : null,
        uid: now ?? null,
      };
    }),
  );
  return there.length;
}
