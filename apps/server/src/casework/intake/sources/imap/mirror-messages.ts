import type { ImapMailbox } from "../../../../platform/mail/imap-mailbox.ts";
import { MailUnavailable } from "../../../../platform/mail/mail-unavailable.ts";
import type { IntakeParts } from "../../intake-parts.ts";
import type { Mailbox } from "../../mailboxes/mailboxes.sql.ts";
import { type Misplaced, misplacedMessages, type Place, setPlaces } from "./places.sql.ts";

const BATCH = 200;

/**
 * Puts messages into the folders that show their outcome. A message is moved first and its new place noted after;
 * a stop in between is mended when the mailbox is gone through the next time. Folders in
 * `readOnly` are left alone, and those that turn out to be so are added. Returns how many were moved.
 */
export async function mirrorMessages(
  { db }: Pick<IntakeParts, "db">,
  mailbox: Mailbox,
  imap: ImapMailbox,
  readOnly: Set<string>,
  signal?: AbortSignal,
): Promise<number> {
  let moved = 0;
  for (;;) {
    const misplaced = await misplacedMessages(db, mailbox.id, { except: [...readOnly], limit: BATCH });
    if (misplaced.length === 0 || signal?.aborted) return moved;
    for (const group of Map.groupBy(misplaced, (one) => `${one.folder}\n${one.target}`).values())
      moved += await moveGroup(db, imap, group, readOnly);
  }
}

async function moveGroup(
  db: IntakeParts["db"],
  imap: ImapMailbox,
  group: readonly Misplaced[],
  readOnly: Set<string>,
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
  const moved = await moveThere(imap, there, target);
  if (moved) await setPlaces(db, moved);
  else readOnly.add(folder);
  return moved?.length ?? 0;
}

/** Moves messages of the open folder; their new places, or nothing where the server does not allow it. */
async function moveThere(
  imap: ImapMailbox,
  messages: readonly Misplaced[],
  target: string,
): Promise<(Place & { id: number })[] | undefined> {
  if (messages.length === 0) return [];
  try {
    await imap.ensureFolder(target);
    const { uidValidity = null, uids } = await imap.move(
      messages.map(({ uid }) => uid),
      target,
    );
    // Where the server does not tell the new numbers, the next look through the folder finds them.
    return messages.map(({ id, uid }) => {
      const now = uids.get(uid) ?? null;
      return { id, folder: target, uidValidity: now === null ? null : uidValidity, uid: now };
    });
  } catch (error) {
    if (error instanceof MailUnavailable && error.code === "notAllowed") return undefined;
    throw error;
  }
}
