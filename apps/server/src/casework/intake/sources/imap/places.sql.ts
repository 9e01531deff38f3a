import { type Kysely, sql } from "kysely";

type Tx = Kysely<unknown>;

/** Where a message stands in its mailbox, by the numbers of RFC 9051. `uid` null: not found there any more. */
export interface Place {
  folder: string;
  uidValidity: number | null;
  uid: number | null;
}

export interface PlacedMessage extends Place {
  id: number;
  original: string;
}

/** The UIDs of a folder that the ledger knows under this validity. */
export async function placedUids(
  db: Tx,
  mailboxId: number,
  { folder, uidValidity }: { folder: string; uidValidity: number },
): Promise<Set<number>> {
  const { rows } = await sql<{ uid: number }>`
    select uid from casework.messages
    where mailbox_id = ${mailboxId} and folder = ${folder} and uid_validity = ${uidValidity} and uid is not null`.execute(
    db,
  );
  return new Set(rows.map(({ uid }) => uid));
}

/** Messages of a mailbox with one of these originals, in ledger order. */
export async function placesOfOriginals(
  db: Tx,
  mailboxId: number,
  originals: readonly string[],
): Promise<PlacedMessage[]> {
  const { rows } = await sql<PlacedMessage>`
    select id, original, folder, uid_validity as "uidValidity", uid from casework.messages
    where mailbox_id = ${mailboxId} and original = any(${originals}::text[]) order by id`.execute(db);
  return rows;
}

/** Notes where messages stand now. */
export async function setPlaces(db: Tx, places: readonly (Place & { id: number })[]): Promise<void> {
  if (places.length === 0) return;
  await sql`
    update casework.messages m set folder = t.folder, uid_validity = t."uidValidity", uid = t.uid
    from jsonb_to_recordset(${JSON.stringify(places)}::text::jsonb)
      as t(id bigint, folder text, "uidValidity" bigint, uid bigint)
    where m.id = t.id`.execute(db);
}

/** A message that stands in another folder than its outcome asks for. */
export interface Misplaced {
  id: number;
  folder: string;
  uidValidity: number;
  uid: number;
  target: string;
}

/** Messages that can be put where their outcome belongs: decided, matched where they gave alerts, and found in the mailbox. */
export async function misplacedMessages(
  db: Tx,
  mailboxId: number,
  { except, limit }: { except: readonly string[]; limit: number },
): Promise<Misplaced[]> {
  const { rows } = await sql<Misplaced>`
    select m.id, m.folder, m.uid_validity as "uidValidity", m.uid, f.folder as target
    from casework.messages m
    left join casework.messages first on first.id = m.duplicate_of
    left join casework.messages root on root.id = first.duplicate_of
    cross join lateral (select
      coalesce(root.state, first.state, m.state) as state, coalesce(root.match, first.match, m.match) as match) o
    join casework.mailbox_folders f on f.mailbox_id = m.mailbox_id and f.role = case o.state
      when 'quarantined' then 'manual' when 'irrelevant' then 'irrelevant' when 'registered' then o.match end
    where m.mailbox_id = ${mailboxId} and m.uid is not null and f.folder <> m.folder and m.folder <> all(${except}::text[])
    order by m.folder, f.folder, m.uid limit ${limit}`.execute(db);
  return rows;
}

/**
 * Notes whether any alert of a message has a candidate, for the folder it belongs in: in a message about several people one
 * match is enough. Returns whether that is news.
 */
export async function setMatch(
  db: Tx,
  messageId: number,
  match: "withMatch" | "withoutMatch",
): Promise<boolean> {
  const { rows } = await sql<{ id: number }>`
    update casework.messages set match = ${match}
    where id = ${messageId} and match is distinct from ${match}
      and (match is null or ${match} = 'withMatch' or
        (select count(distinct alert_id) from casework.alert_versions where message_id = ${messageId}) = 1)
    returning id`.execute(db);
  return rows.length > 0;
}
