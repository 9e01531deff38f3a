import type { ImapMailbox } from "../../../../platform/mail/imap-mailbox.ts";
import type { IntakeParts } from "../../intake-parts.ts";
import type { Mailbox } from "../../mailboxes/mailboxes.sql.ts";
import { type Arrival, sha256 } from "../../pipeline/receive-batch.ts";
import { type PlacedMessage, placesOfOriginals, setPlaces } from "./places.sql.ts";

/**
 * Ties messages found in an unknown place to ledger rows with the same bytes that are gone from theirs, one to one
 * and in ledger order. Returns the messages that are left over. The folder that was open is open again afterwards.
 */
export async function retie(
  { db }: Pick<IntakeParts, "db">,
  mailbox: Mailbox,
  imap: ImapMailbox,
  arrivals: readonly Arrival[],
): Promise<Arrival[]> {
  const hashed = arrivals.map((arrival) => ({ arrival, original: sha256(arrival.bytes) }));
  const candidates = await placesOfOriginals(
    db,
    mailbox.id,
    hashed.map(({ original }) => original),
  );
  const [first] = arrivals;
  if (candidates.length === 0 || !first) return [...arrivals];
  const gone = await goneFromPlace(imap, candidates);
  await imap.open(first.folder);
  const ties: { id: number; arrival: Arrival }[] = [];
  const left: Arrival[] = [];
  for (const { arrival, original } of hashed) {
    const index = gone.findIndex((candidate) => candidate.original === original);
    const [candidate] = index < 0 ? [] : gone.splice(index, 1);
    if (candidate) ties.push({ id: candidate.id, arrival });
    else left.push(arrival);
  }
  await setPlaces(
    db,
    ties.map(({ id, arrival: { folder, uidValidity = null, uid = null } }) => ({
      id,
      folder,
      uidValidity,
      uid,
    })),
  );
  return left;
}

// Asked after the message was seen elsewhere: what still stands in its old place now has been copied, not moved.
async function goneFromPlace(
  imap: ImapMailbox,
  candidates: readonly PlacedMessage[],
): Promise<PlacedMessage[]> {
  const present = new Map<string, Set<number>>();
  for (const folder of new Set(candidates.filter(({ uid }) => uid !== null).map((one) => one.folder))) {
    if (!(await imap.status(folder))) continue;
    const { uidValidity } = await imap.open(folder);
    present.set(`${folder}\n${uidValidity}`, new Set(await imap.uids()));
  }
  return candidates.filter(
    ({ folder, uidValidity, uid }) => uid === null || !present.get(`${folder}\n${uidValidity}`)?.has(uid),
  );
}
