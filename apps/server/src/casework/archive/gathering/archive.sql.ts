import { type Kysely, sql } from "kysely";
import type { ArchiveRecord } from "./archive-record.ts";

type Db = Kysely<unknown>;

const iso = (column: string) =>
  sql`to_char(${sql.ref(column)} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** Which cases an archive is given. */
export interface WantedCases {
  readonly closedOnly: boolean;
}

const wanted = ({ closedOnly }: WantedCases) => sql`(not ${closedOnly} or stage = 'closed')`;

/** How many cases there are. */
export async function countCases(db: Db, cases: WantedCases): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from casework.cases where ${wanted(cases)}`.execute(db);
  return rows[0]!.count;
}

/** Ids of cases in the order of their numbers, after a given one. */
export async function listCaseIds(
  db: Db,
  cases: WantedCases,
  { after, limit }: { after: number; limit: number },
): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    select id from casework.cases where ${wanted(cases)}
      and (year, ordinal) > (select year, ordinal from casework.cases where id = ${after}
        union all select 0, 0 where ${after}::bigint = 0)
    order by year, ordinal limit ${limit}`.execute(db);
  return rows.map(({ id }) => id);
}

const ACTS = sql`
  select coalesce(jsonb_agg(jsonb_build_object('id', a.id, 'act', a.act, 'actor', a.actor, 'onBehalfOf', a.on_behalf_of,
    'at', ${iso("a.at")}, 'stageBefore', a.stage_before, 'stageAfter', a.stage_after, 'input', a.input) order by a.id), '[]')
  from casework.case_acts a where a.case_id = c.id`;

const VERSIONS = sql`
  select coalesce(jsonb_agg(jsonb_build_object('id', v.id, 'alertId', v.alert_id, 'kind', v.kind, 'at', ${iso("m.received_at")},
    'alertNumber', v.alert_number, 'country', v.sending_country, 'authority', v.authority,
    'fields', jsonb_build_object('alertNumber', v.alert_number, 'alertType', v.alert_type, 'authority', v.authority,
      'decisionDate', v.decision_date, 'surname', v.surname, 'forename', v.forename, 'earlierNames', v.earlier_names,
      'birthDate', v.birth_date, 'sex', v.sex, 'birthPlace', v.birth_place, 'nationality', v.nationality,
      'nationalId', v.national_id, 'registrationNumber', v.registration_number, 'profession', v.profession,
      'measure', v.measure, 'effectiveFrom', v.effective_from, 'effectiveUntil', v.effective_until),
    'original', jsonb_build_object('sha256', m.original, 'size', m.size, 'fileName', m.file_name),
    'entries', (select count(*) from casework.alert_versions w where w.message_id = m.id)
      + (select count(*) from casework.repeated_entries r where r.message_id = m.id)) order by v.id), '[]')
  from casework.case_alerts ca join casework.alert_versions v on v.alert_id = ca.alert_id
  join casework.messages m on m.id = v.message_id where ca.case_id = c.id`;

const ATTACHMENTS = sql`
  select coalesce(jsonb_agg(jsonb_build_object('id', f.id, 'sha256', f.original, 'size', f.size, 'mediaType', f.media_type,
    'fileName', f.file_name, 'title', f.title, 'actor', f.actor, 'onBehalfOf', f.on_behalf_of, 'at', ${iso("f.at")}) order by f.id), '[]')
  from casework.case_attachments f where f.case_id = c.id`;

const LOOK_UPS = sql`
  select coalesce(jsonb_agg(jsonb_build_object('id', l.id, 'register', l.register, 'purpose', l.purpose, 'answer', l.answer,
    'evidence', l.evidence, 'actor', l.actor, 'onBehalfOf', l.on_behalf_of, 'at', ${iso("l.at")}) order by l.id), '[]')
  from casework.case_look_ups l where l.case_id = c.id`;

const DECISIONS = sql`
  select coalesce(jsonb_agg(jsonb_build_object('actId', d.act_id, 'kind', d.kind, 'version', d.version, 'outcome', d.outcome,
    'letter', d.letter, 'conditions', d.conditions, 'legalBases', d.legal_bases, 'effectiveFrom', d.effective_from,
    'contentHash', d.content_hash, 'actor', d.actor, 'onBehalfOf', d.on_behalf_of, 'at', ${iso("d.written_at")}) order by d.id), '[]')
  from casework.case_decisions d where d.case_id = c.id`;

const NOTES = sql`
  select coalesce(jsonb_agg(jsonb_build_object('id', n.id, 'text', n.text, 'actor', n.actor, 'onBehalfOf', null,
    'at', ${iso("n.at")}) order by n.id), '[]')
  from casework.case_notes n where n.case_id = c.id`;

const STANDINGS = sql`
  select coalesce(jsonb_agg(jsonb_build_object('actId', s.act_id, 'closed', s.stage = 'closed',
    'unit', coalesce(u.name ->> 'nb', s.units[1]), 'assignee', p.name) order by s.id), '[]')
  from casework.case_standings s left join access.units u on u.code = s.units[1]
  left join access.people p on p.id = s.assignee_id where s.case_id = c.id`;

/** A case with all that an archive is told of it, in one question; nothing where there is none. */
export async function findArchiveRecord(db: Db, id: number): Promise<ArchiveRecord | undefined> {
  const { rows } = await sql<ArchiveRecord>`
    select c.number, c.year, c.ordinal, c.hpr_number as "hprNumber", c.surname, c.forename,
      ${iso("c.opened_at")} as "openedAt", ${iso("c.closed_at")} as "closedAt",
      (${ACTS}) as acts, (${VERSIONS}) as versions, (${ATTACHMENTS}) as attachments, (${LOOK_UPS}) as "lookUps",
      (${DECISIONS}) as decisions, (${NOTES}) as notes, (${STANDINGS}) as standings
    from casework.cases c where c.id = ${id}`.execute(db);
  return rows[0];
}

/** The bytes of an original, as they were received. */
export async function readOriginal(db: Db, sha256: string): Promise<Buffer> {
  const { rows } = await sql<{ bytes: Buffer }>`
    select bytes from platform.originals where sha256 = ${sha256}`.execute(db);
  const [original] = rows;
  if (!original) throw new Error(`The original ${sha256} is missing`);
  return original.bytes;
}

/** From when to when closed cases ran (ISO instants); nothing where none is closed. */
export async function findPeriod(db: Db): Promise<{ from: string; until: string } | undefined> {
  const { rows } = await sql<{ from: string | null; until: string | null }>`
    select ${iso("period.first")} as "from", ${iso("period.last")} as until from (
      select min(opened_at) as first, max(closed_at) as last from casework.cases where stage = 'closed') period`.execute(
    db,
  );
  const { from, until } = rows[0]!;
  return from !== null && until !== null ? { from, until } : undefined;
}

/** The unit above all others: its code and its name in bokmål. */
export async function getTopUnit(db: Db): Promise<{ id: string; name: string }> {
  const { rows } = await sql<{ id: string; name: string }>`
    select code as id, name ->> 'nb' as name from access.units where parent is null order by code limit 1`.execute(
    db,
  );
  const [top] = rows;
  if (!top) throw new Error("The organisation has no unit");
  return top;
}
