import type { EntryKind, FieldName, MatchOutcome, MessageState } from "@varde/contract";
import { type Kysely, sql } from "kysely";

type Db = Kysely<unknown>;

/** What an alert says, in the columns of the export; null where nobody said so. */
export interface SaidInExport {
  kind: EntryKind;
  alertNumber: string | null;
  sendingCountry: string | null;
  surname: string | null;
  forename: string | null;
  birthDate: string | null;
  profession: string | null;
  decisionDate: string | null;
  effectiveFrom: string | null;
  effectiveUntil: string | null;
}

/** A version a message has given, with the engine's latest answer about it. */
export interface VersionInExport extends SaidInExport {
  ordinal: number;
  relatesTo: string | null;
  outcome: MatchOutcome | null;
  bestHpr: number | null;
  bestProbability: number | null;
}

/** An entry that says what a version has said before. */
export interface RepeatInExport {
  ordinal: number;
  alertNumber: string | null;
  sendingCountry: string | null;
  relatesTo: string | null;
}

/** A message of the ledger with all that has come of it. */
export interface MessageInExport {
  id: number;
  file: string | null;
  messageId: string | null;
  state: MessageState;
  versions: VersionInExport[];
  repeats: RepeatInExport[];
  /** Entries of the latest reading of a quarantined message, as read: field → value. */
  unregistered: {
    ordinal: number;
    kind: EntryKind;
    relatesTo: string | null;
    values: Partial<Record<FieldName, string>>;
  }[];
}

/** What an update or withdrawal changes; nothing for the version that opens an alert. */
const RELATES_TO = sql`case when v.kind <> 'alert' then coalesce(a.alert_number, v.alert_number) end`;

const VERSIONS = sql`
  select coalesce(jsonb_agg(jsonb_build_object(
    'ordinal', v.ordinal, 'kind', v.kind, 'alertNumber', v.alert_number, 'sendingCountry', v.sending_country,
    'surname', v.surname, 'forename', v.forename, 'birthDate', v.birth_date, 'profession', v.profession,
    'decisionDate', v.decision_date, 'effectiveFrom', v.effective_from, 'effectiveUntil', v.effective_until,
    'relatesTo', ${RELATES_TO}, 'outcome', r.outcome, 'bestHpr', c.hpr_number, 'bestProbability', c.probability
  ) order by v.ordinal), '[]')
  from casework.alert_versions v
  join casework.alerts a on a.id = v.alert_id
  left join lateral (
    select id, outcome from casework.match_runs where version_id = v.id order by id desc limit 1) r on true
  left join casework.candidates c on c.run_id = r.id and c.rank = 1
  where v.message_id = m.id`;

const REPEATS = sql`
  select coalesce(jsonb_agg(jsonb_build_object(
    'ordinal', e.ordinal, 'alertNumber', v.alert_number, 'sendingCountry', v.sending_country,
    'relatesTo', ${RELATES_TO}) order by e.ordinal), '[]')
  from casework.repeated_entries e
  join casework.alert_versions v on v.id = e.version_id
  join casework.alerts a on a.id = v.alert_id
  where e.message_id = m.id`;

const UNREGISTERED = sql`
  select coalesce(jsonb_agg(jsonb_build_object(
    'ordinal', entry.ordinal, 'kind', entry.content ->> 'kind',
    'relatesTo', entry.content -> 'relatesTo' ->> 'value',
    'values', (select coalesce(jsonb_object_agg(field.key, field.value -> 'value'), '{}')
      from jsonb_each(entry.content -> 'fields') field)) order by entry.ordinal), '[]')
  from (select reading from casework.message_readings where message_id = m.id order by id desc limit 1) latest,
    jsonb_array_elements(latest.reading -> 'verdict' -> 'entries') with ordinality entry (content, ordinal)`;

/** The next messages of the ledger after `after`, in its order. */
export async function pageOfExport(db: Db, after: number, limit: number): Promise<MessageInExport[]> {
  const { rows } = await sql<MessageInExport>`
    select m.id, m.file_name as file, m.header_message_id as "messageId", m.state,
      (${VERSIONS}) as versions, (${REPEATS}) as repeats,
      case when m.state = 'quarantined' then (${UNREGISTERED}) else '[]' end as unregistered
    from casework.messages m where m.id > ${after} order by m.id limit ${limit}`.execute(db);
  return rows;
}
