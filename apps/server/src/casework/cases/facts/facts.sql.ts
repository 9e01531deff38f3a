import type { AlertStatus, IdentityState, LookUpAnswer, LookUpRegister } from "@varde/contract";
import { type Kysely, sql } from "kysely";
import type { KeptFacts } from "./kept-facts.ts";

type Db = Kysely<unknown>;

/** A case with everything about it that its facts are gathered from. */
export interface CaseRecord {
  id: number;
  number: string;
  hprNumber: number;
  lastAct: number;
  facts: KeptFacts;
  alerts: AlertRecord[];
  /** The newest of each register. */
  lookUps: {
    id: number;
    register: LookUpRegister;
    answer: LookUpAnswer;
    at: string;
    evidence: Record<string, unknown>;
  }[];
  attachments: { attachmentId: number; language: string | null }[];
  tasks: { id: number; title: string; dueAt: string | null }[];
  /** Officers of the case who are away now. */
  away: { personId: string; until: string; standIn: { id: string; name: string } | null }[];
}

/** An alert as a case sees it. */
export interface AlertRecord {
  alertId: number;
  alertNumber: string | null;
  sendingCountry: string | null;
  status: AlertStatus;
  measure: string | null;
  alertType: string | null;
  decidedOn: string | null;
  receivedAt: string;
  identity: IdentityState | null;
  confirmedHpr: number | null;
  /** The decision that counts was taken by a person. */
  byPerson: boolean;
}

const ALERT = sql`
  jsonb_build_object('alertId', a.id, 'alertNumber', a.alert_number, 'sendingCountry', a.sending_country,
    'status', a.status, 'measure', v.measure, 'alertType', v.alert_type, 'decidedOn', v.decision_date,
    'receivedAt', to_char(a.opened_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
    'identity', i.state, 'confirmedHpr', i.confirmed_hpr, 'byPerson', coalesce(d.actor ->> 'kind' = 'person', false))`;

const ALERT_TABLES = sql`
  casework.alerts a join casework.alert_versions v on v.id = a.current_version
  left join casework.alert_identities i on i.alert_id = a.id
  left join casework.identity_decisions d on d.id = i.decision_id`;

/** Locks a case until the transaction ends; false where there is none. */
export async function lockCase(tx: Db, id: number): Promise<boolean> {
  const { rows } = await sql`select from casework.cases where id = ${id} for no key update`.execute(tx);
  return rows.length > 0;
}

/** A case as it stands at an instant of absence and stand-ins, in one question; nothing where there is none. */
export async function findCaseRecord(db: Db, id: number, at: Date): Promise<CaseRecord | undefined> {
  const { rows } = await sql<CaseRecord>`
    select c.id, c.number, c.hpr_number as "hprNumber", c.last_act as "lastAct", k.facts,
      (select coalesce(jsonb_agg(${ALERT} order by a.id), '[]') from casework.case_alerts ca
        join (${ALERT_TABLES}) on a.id = ca.alert_id where ca.case_id = c.id) as alerts,
      (select coalesce(jsonb_agg(jsonb_build_object('id', l.id, 'register', l.register, 'answer', l.answer, 'evidence', l.evidence,
          'at', to_char(l.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) order by l.register), '[]')
        from (select distinct on (register) * from casework.case_look_ups where case_id = c.id
          order by register, id desc) l) as "lookUps",
      (select coalesce(jsonb_agg(jsonb_build_object('attachmentId', f.id, 'language', f.language) order by f.id), '[]')
        from casework.case_attachments f where f.case_id = c.id) as attachments,
      (select coalesce(jsonb_agg(jsonb_build_object('id', t.id, 'title', t.title, 'dueAt', t.due_at) order by t.id), '[]')
        from casework.case_tasks t where t.case_id = c.id and t.done_at is null) as tasks,
      (select coalesce(jsonb_agg(jsonb_build_object('personId', b.person_id, 'until', b.until_at, 'standIn',
          (select jsonb_build_object('id', p.id, 'name', p.name) from access.stand_ins s
            join access.people p on p.id = s.stand_in_id
            where s.absent_id = b.person_id and s.ended_at is null and s.from_at <= ${at} and s.until_at > ${at}
            order by s.id limit 1))), '[]')
        from casework.case_absences b
        where b.ended_at is null and b.from_at <= ${at} and b.until_at > ${at}
          and b.person_id in (select (value ->> 'id')::uuid from jsonb_each(k.facts -> 'assigned'))) as away
    from casework.cases c join casework.case_facts k on k.case_id = c.id where c.id = ${id}`.execute(db);
  return rows[0];
}

/** An alert as a case would see it; nothing where there is none. */
export async function findAlertRecord(db: Db, alertId: number): Promise<AlertRecord | undefined> {
  const { rows } = await sql<{ alert: AlertRecord }>`
    select ${ALERT} as alert from ${ALERT_TABLES} where a.id = ${alertId}`.execute(db);
  return rows[0]?.alert;
}
