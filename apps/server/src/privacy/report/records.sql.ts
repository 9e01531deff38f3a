import { type Kysely, type RawBuilder, sql } from "kysely";
import type { KnownSubject } from "./subject.sql.ts";

/** One stored record about a person, in the words the report shows it with. */
export type StoredRecord = Record<string, unknown>;

/** Where records about a person lie, in the order a report shows them; the key of what they are used for is named first. */
export type ReportSource =
  | "register"
  | "registerHistory"
  | "alerts"
  | "messages"
  | "candidates"
  | "decisions"
  | "cases"
  | "caseActs"
  | "caseDecisions"
  | "caseNotes"
  | "caseAttachments"
  | "caseLookUps"
  | "corrections"
  | "looks";

/** Every source with the processing activity it belongs to. Who among the staff did something is left out: it is about them. */
export const REPORT_SOURCES: Readonly<Record<ReportSource, string>> = {
  register: "register",
  registerHistory: "register",
  alerts: "alerts",
  messages: "intake",
  candidates: "identification",
  decisions: "identification",
  cases: "cases",
  caseActs: "cases",
  caseDecisions: "cases",
  caseNotes: "cases",
  caseAttachments: "cases",
  caseLookUps: "cases",
  corrections: "corrections",
  looks: "log",
};

/** Every record of a source about a person, the oldest first. What else a record says of other people is left out. */
export async function recordsOf(
  db: Kysely<unknown>,
  source: ReportSource,
  subject: KnownSubject,
): Promise<StoredRecord[]> {
  const { rows } = await QUERIES[source]({
    hpr: sql`any(${[...subject.hprNumbers]}::bigint[])`,
    alerts: sql`any(${[...subject.alerts]}::bigint[])`,
  }).execute(db);
  return rows;
}

interface Keys {
  readonly hpr: RawBuilder<unknown>;
  readonly alerts: RawBuilder<unknown>;
}

const ownCases = (hpr: RawBuilder<unknown>) => sql`(select id from casework.cases where hpr_number = ${hpr})`;

const QUERIES: Readonly<Record<ReportSource, (keys: Keys) => RawBuilder<StoredRecord>>> = {
  register: ({ hpr }) => sql`
    select hpr_number as "hprNumber", national_id as "nationalId", surname, forename, middle, birth_date as "birthDate",
      death_date as "deathDate", professions, basis_countries as "basisCountries", earlier_names as "earlierNames",
      changed_at as "changedAt", removed_at as "removedAt", entry
    from casework.register_people where hpr_number = ${hpr} order by hpr_number`,
  registerHistory: ({ hpr }) => sql`
    select recorded_at as "at", hpr_number as "hprNumber", removed, entry
    from casework.register_person_versions where hpr_number = ${hpr} order by id`,
  alerts: ({ alerts }) => sql`
    select alert_id as "alert", kind, recorded_at as "at", alert_number as "alertNumber", alert_type as "alertType",
      sending_country as "sendingCountry", authority, decision_date as "decisionDate", surname, forename,
      earlier_names as "earlierNames", birth_date as "birthDate", sex, birth_place as "birthPlace", nationality,
      national_id as "nationalId", registration_number as "registrationNumber", profession, measure,
      effective_from as "effectiveFrom", effective_until as "effectiveUntil", fields,
      (select json_agg(json_build_object('at', s.at, 'status', s.status) order by s.id)
        from casework.alert_statuses s where s.alert_id = v.alert_id) as "statuses"
    from casework.alert_versions v where alert_id = ${alerts} order by id`,
  messages: ({ alerts }) => sql`
    select m.id as "message", m.received_at as "receivedAt", m.sent_at as "sentAt", m.from_address as "fromAddress",
      case when about.others = 0 then m.subject end as "subject", m.state, m.original as "sha256", m.size,
      about.others > 0 as "namesOthers",
      case when about.others = 0 then (
        select string_agg(line ->> 'text', e'\n')
        from (select reading from casework.message_readings where message_id = m.id order by id desc limit 1) r,
          jsonb_array_elements(r.reading -> 'parts') part, jsonb_array_elements(part -> 'lines') line
      ) end as "content"
    from casework.messages m left join lateral (
      select reading from casework.message_readings where message_id = m.id order by id desc limit 1
    ) r on true, lateral (
      -- An entry that nobody has registered may be about anyone.
      select count(*) filter (where is_own) as own,
        greatest(count(*), coalesce(jsonb_array_length(r.reading #> '{verdict,entries}'), 0)) - count(*) filter (where is_own) as others
      from (
        select v.alert_id = ${alerts} as is_own from casework.alert_versions v where v.message_id = m.id
        union all
        select v.alert_id = ${alerts} from casework.repeated_entries e
          join casework.alert_versions v on v.id = e.version_id where e.message_id = m.id
      ) told
    ) about
    where about.own > 0 order by m.id`,
  candidates: ({ hpr, alerts }) => sql`
    select r.at, r.alert_id as "alert", c.hpr_number as "hprNumber", c.rank, c.probability, c.outcome,
      case when r.alert_id = ${alerts} then c.explanation end as "explanation"
    from casework.candidates c join casework.match_runs r on r.id = c.run_id where c.hpr_number = ${hpr} order by r.id`,
  decisions: ({ hpr, alerts }) => sql`
    select at, alert_id as "alert", decision, hpr_number as "hprNumber",
      case when alert_id = ${alerts} then reason end as "reason"
    from casework.identity_decisions where hpr_number = ${hpr} or alert_id = ${alerts} order by id`,
  cases: ({ hpr }) => sql`
    select number, hpr_number as "hprNumber", opened_at as "openedAt", closed_at as "closedAt", stage, priority, flags,
      outcome, countries
    from casework.cases where hpr_number = ${hpr} order by id`,
  caseActs: ({ hpr }) => sql`
    select at, act, stage_after as "stage", law, input from casework.case_acts where case_id in ${ownCases(hpr)} order by id`,
  caseDecisions: ({ hpr }) => sql`
    select written_at as "at", kind, version, outcome, letter, conditions, effective_from as "effectiveFrom"
    from casework.case_decisions where case_id in ${ownCases(hpr)} order by id`,
  caseNotes: ({ hpr }) => sql`
    select at, text from casework.case_notes where case_id in ${ownCases(hpr)} order by id`,
  caseAttachments: ({ hpr }) => sql`
    select at, file_name as "fileName", title, size, original as "sha256"
    from casework.case_attachments where case_id in ${ownCases(hpr)} order by id`,
  caseLookUps: ({ hpr }) => sql`
    select at, register, purpose, answer, evidence from casework.case_look_ups where case_id in ${ownCases(hpr)} order by id`,
  corrections: ({ hpr, alerts }) => sql`
    select requested_at as "requestedAt", object_type as "objectType", object_id as "objectId", field, statement,
      a.annotated, a.answer, a.answered_at as "answeredAt"
    from access.corrections c left join access.correction_answers a on a.correction_id = c.id
    where (object_type = 'registerPerson' and object_id::bigint = ${hpr})
      or (object_type = 'alert' and object_id::bigint = ${alerts})
      or (object_type = 'case' and object_id::bigint in ${ownCases(hpr)}) order by c.id`,
  looks: ({ hpr, alerts }) => sql`
    select at, act, object_type as "objectType", object_id as "objectId", actor ->> 'kind' as "actorKind", purpose
    from platform.audit
    where (object_type = 'registerPerson' and object_id = any(array(select p.hpr_number::text from casework.register_people p where p.hpr_number = ${hpr})))
      or (object_type = 'alert' and object_id = any(array(select v.alert_id::text from casework.alert_versions v where v.alert_id = ${alerts})))
      or (object_type = 'case' and object_id in (select id::text from casework.cases where hpr_number = ${hpr}))
    order by id`,
};
