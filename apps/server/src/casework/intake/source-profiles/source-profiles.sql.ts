import { type Kysely, sql } from "kysely";
import type { Actor } from "../../../platform/audit/index.ts";
import type { Reading } from "../reading/reading.ts";

type Tx = Kysely<unknown>;

export type ProfileState = "draft" | "active" | "retired";

/** One version of a source profile as stored. */
export interface ProfileRow {
  name: string;
  version: number;
  title: string;
  yaml: string;
  state: ProfileState;
  shipped: boolean;
  createdAt: Date;
  createdBy: Actor;
  testedAt: Date | null;
  testResult: unknown;
  /** Messages read with it so far. */
  messages: number;
}

const COLUMNS = sql`
  p.name, p.version, p.title, p.yaml, p.state, p.shipped, p.created_at as "createdAt", p.created_by as "createdBy",
  p.tested_at as "testedAt", p.test_result as "testResult"`;

/** Profiles that are switched on, in name order. */
export async function activeProfileRows(db: Tx): Promise<{ name: string; version: number; yaml: string }[]> {
  const { rows } = await sql<{ name: string; version: number; yaml: string }>`
    select name, version, yaml from casework.source_profiles where state = 'active' order by name`.execute(
    db,
  );
  return rows;
}

/** Every version of every profile, newest version first. */
export async function listProfileRows(db: Tx): Promise<ProfileRow[]> {
  const { rows } = await sql<ProfileRow>`
    select ${COLUMNS}, coalesce(u.messages, 0)::int as messages
    from casework.source_profiles p
    left join (select profile, profile_version, count(*) as messages from casework.messages
      where profile is not null group by profile, profile_version) u
      on u.profile = p.name and u.profile_version = p.version
    order by p.name, p.version desc`.execute(db);
  return rows;
}

/** One version, locked for change where asked. */
export async function findProfileRow(
  db: Tx,
  name: string,
  version: number,
  { lock = false } = {},
): Promise<ProfileRow | undefined> {
  const { rows } = await sql<ProfileRow>`
    select ${COLUMNS},
      (select count(*)::int from casework.messages m where m.profile = p.name and m.profile_version = p.version) as messages
    from casework.source_profiles p where p.name = ${name} and p.version = ${version}
    ${lock ? sql`for update of p` : sql``}`.execute(db);
  return rows[0];
}

/** The number the next version of a profile gets. */
export async function nextVersion(tx: Tx, name: string): Promise<number> {
  const { rows } = await sql<{ next: number }>`
    select coalesce(max(version), 0)::int + 1 as next from casework.source_profiles where name = ${name}`.execute(
    tx,
  );
  return rows[0]?.next ?? 1;
}

/** Keeps a new version. */
export async function insertProfile(
  tx: Tx,
  profile: Pick<ProfileRow, "name" | "version" | "title" | "yaml" | "state" | "shipped">,
  { at, actor }: { at: Date; actor: Actor },
): Promise<void> {
  const { name, version, title, yaml, state, shipped } = profile;
  await sql`
    insert into casework.source_profiles (name, version, title, yaml, state, shipped, created_at, created_by, activated_at)
    values (${name}, ${version}, ${title}, ${yaml}, ${state}, ${shipped}, ${at}, ${JSON.stringify(actor)}::text::jsonb,
      ${state === "active" ? at : null})`.execute(tx);
}

/** Puts another text in the place of a draft; what was tested before counts no more. */
export async function replaceDraft(
  tx: Tx,
  { name, version, title, yaml }: Pick<ProfileRow, "name" | "version" | "title" | "yaml">,
  { at, actor }: { at: Date; actor: Actor },
): Promise<void> {
  await sql`
    update casework.source_profiles
    set title = ${title}, yaml = ${yaml}, created_at = ${at}, created_by = ${JSON.stringify(actor)}::text::jsonb,
      tested_at = null, test_result = null
    where name = ${name} and version = ${version} and state = 'draft'`.execute(tx);
}

/** Brings a shipped version to the text of this release. */
export async function replaceShipped(
  tx: Tx,
  { name, version, title, yaml }: Pick<ProfileRow, "name" | "version" | "title" | "yaml">,
): Promise<void> {
  await sql`
    update casework.source_profiles set title = ${title}, yaml = ${yaml}
    where name = ${name} and version = ${version} and shipped`.execute(tx);
}

/** Keeps what a test showed, unless the text has been replaced meanwhile. */
export async function saveTest(
  tx: Tx,
  { name, version, yaml }: Pick<ProfileRow, "name" | "version" | "yaml">,
  result: unknown,
  at: Date,
): Promise<void> {
  await sql`
    update casework.source_profiles set tested_at = ${at}, test_result = ${JSON.stringify(result)}::text::jsonb
    where name = ${name} and version = ${version} and yaml = ${yaml}`.execute(tx);
}

/** Switches a version on and the one before it off. Returns the number of that one, null where none was on. */
export async function switchOn(
  tx: Tx,
  { name, version }: { name: string; version: number },
  at: Date,
): Promise<number | null> {
  const { rows } = await sql<{ version: number }>`
    update casework.source_profiles set state = 'retired' where name = ${name} and state = 'active'
    returning version`.execute(tx);
  await sql`
    update casework.source_profiles set state = 'active', activated_at = ${at}
    where name = ${name} and version = ${version}`.execute(tx);
  return rows[0]?.version ?? null;
}

/** Makes everybody else who changes profiles wait until the transaction ends. */
export async function lockProfiles(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(7203002::bigint)`.execute(tx);
}

/** The newest messages that have been read, and the newest of those read with a profile; newest first, without entries by hand. */
export async function messagesToTestOn(
  db: Tx,
  profile: string,
  { newest, ofProfile }: { newest: number; ofProfile: number },
): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    with mail as (
      select m.id, m.profile from casework.messages m join casework.mailboxes b on b.id = m.mailbox_id
      where b.kind <> 'manual' and m.state <> 'received' and m.size <= ${LARGEST_TESTED})
    (select id from mail order by id desc limit ${newest})
    union
    (select id from mail where profile = ${profile} order by id desc limit ${ofProfile})
    order by id desc`.execute(db);
  return rows.map(({ id }) => id);
}

const LARGEST_TESTED = 5_000_000;

/** The latest verdicts of messages. */
export async function latestVerdicts(
  db: Tx,
  ids: readonly number[],
): Promise<Map<number, Reading["verdict"]>> {
  const { rows } = await sql<{ id: number; verdict: Reading["verdict"] }>`
    select distinct on (message_id) message_id as id, reading -> 'verdict' as verdict
    from casework.message_readings where message_id = any(${ids}::bigint[]) order by message_id, id desc`.execute(
    db,
  );
  return new Map(rows.map(({ id, verdict }) => [id, verdict]));
}
