import { type Kysely, type RawBuilder, sql } from "kysely";
import { type QueueReader, visibleTo } from "../queue/queue.sql.ts";

type Db = Kysely<unknown>;

/** Something found. `excerpt` has U+0002 and U+0003 around what was found. */
export interface HitRow {
  kind: "case" | "alert" | "document";
  id: number;
  caseId: number | null;
  title: string;
  excerpt: string;
  at: Date;
  rank: number;
}

/** What is searched for, and how much is wanted. */
export interface Wanted {
  readonly words: string;
  readonly limit: number;
}

const MARKS =
  'StartSel=\u0002, StopSel=\u0003, MaxWords=30, MinWords=12, MaxFragments=2, FragmentDelimiter=" … "';
/** Only so many finds are weighed against each other. */
const WEIGHED = 500;

const query = ({ words }: Wanted) => sql`casework.search_query(${words})`;
const excerpt = (text: RawBuilder<unknown>, wanted: Wanted) =>
  sql`ts_headline('pg_catalog.norwegian', ${text}, ${query(wanted)}, ${MARKS})`;

const inVisible = (reader: QueueReader, caseId: RawBuilder<unknown>) =>
  sql`exists (select from casework.cases where id = ${caseId} and ${visibleTo(reader)})`;

/** Cases found by number and name, by their notes, and by what they decided; only those the reader sees. */
export async function searchCaseRows(db: Db, reader: QueueReader, wanted: Wanted): Promise<HitRow[]> {
  const name = sql`number || ' ' || coalesce(forename, '') || ' ' || coalesce(surname, '')`;
  const { rows } = await sql<HitRow>`
    with found as (
      (select id, ${name} as words, casework.search_words(${name}) as vector, 2 as weight from casework.cases
        where casework.search_words(${name}) @@ ${query(wanted)} and ${visibleTo(reader)} limit ${WEIGHED})
      union all
      (select case_id, text, casework.search_words(text), 1 from casework.case_notes n
        where casework.search_words(text) @@ ${query(wanted)} and ${inVisible(reader, sql`n.case_id`)}
        limit ${WEIGHED})
      union all
      (select case_id, letter, casework.search_words(letter), 1 from casework.case_decisions d
        where casework.search_words(letter) @@ ${query(wanted)} and ${inVisible(reader, sql`d.case_id`)}
        limit ${WEIGHED})
    ),
    best as (
      select distinct on (id) id, words, weight * ts_rank(vector, ${query(wanted)}) as rank from found
      order by id, rank desc
    ),
    top as (select * from best order by rank desc, id desc limit ${wanted.limit})
    select 'case' as kind, c.id, c.id as "caseId", c.number || ' ' || coalesce(c.forename, '') || ' ' || coalesce(c.surname, '') as title,
      ${excerpt(sql`t.words`, wanted)} as excerpt, c.opened_at as at, t.rank
    from top t join casework.cases c on c.id = t.id order by t.rank desc, c.id desc`.execute(db);
  return rows;
}

/** Alerts found by number, names, authority and measure; those in cases shut to the reader left out. */
export async function searchAlertRows(db: Db, { shutCases }: QueueReader, wanted: Wanted): Promise<HitRow[]> {
  const words = sql`
    coalesce(alert_number, '') || ' ' || coalesce(forename, '') || ' ' || coalesce(surname, '') || ' ' ||
    coalesce(earlier_names, '') || ' ' || coalesce(authority, '') || ' ' || coalesce(measure, '')`;
  const { rows } = await sql<HitRow>`
    with found as (
      select alert_id, recorded_at, alert_number, forename, surname, ${words} as words,
        ts_rank(casework.search_words(${words}), ${query(wanted)}) as rank
      from casework.alert_versions v
      where casework.search_words(${words}) @@ ${query(wanted)}
        and not exists (select from casework.case_alerts c
          where c.alert_id = v.alert_id and c.case_id = any(${shutCases}::bigint[]))
      limit ${WEIGHED}
    ),
    best as (select distinct on (alert_id) * from found order by alert_id, rank desc)
    select 'alert' as kind, b.alert_id as id, c.case_id as "caseId",
      concat_ws(' ', b.alert_number, b.forename, b.surname) as title, ${excerpt(sql`b.words`, wanted)} as excerpt,
      b.recorded_at as at, b.rank
    from best b left join casework.case_alerts c on c.alert_id = b.alert_id
    order by b.rank desc, b.alert_id desc limit ${wanted.limit}`.execute(db);
  return rows;
}

/** Documents found by their text and name, in the cases the reader sees. */
export async function searchDocumentRows(db: Db, reader: QueueReader, wanted: Wanted): Promise<HitRow[]> {
  const words = sql`coalesce(title, '') || ' ' || file_name || ' ' || casework.joined(pages)`;
  const { rows } = await sql<HitRow>`
    with found as (
      select id, ts_rank(casework.search_words(${words}), ${query(wanted)}) as rank from casework.case_attachments f
      where casework.search_words(${words}) @@ ${query(wanted)} and ${inVisible(reader, sql`f.case_id`)}
      limit ${WEIGHED}
    ),
    top as (select * from found order by rank desc, id desc limit ${wanted.limit})
    select 'document' as kind, a.id, a.case_id as "caseId", coalesce(a.title, a.file_name) as title,
      ${excerpt(sql`casework.joined(a.pages)`, wanted)} as excerpt, a.at, t.rank
    from top t join casework.case_attachments a on a.id = t.id order by t.rank desc, a.id desc`.execute(db);
  return rows;
}
