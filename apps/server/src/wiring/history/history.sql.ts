import { type Kysely, sql } from "kysely";

type Db = Kysely<unknown>;

/** How far the alert with a number of its sender has come: matched, decided upon, taken up in a case. */
export interface AlertProgress {
  alertId: number;
  identity: string | null;
  caseId: number | null;
}

/** The alert with that number, if it has come in. */
export async function findAlertProgress(db: Db, alertNumber: string): Promise<AlertProgress | undefined> {
  const { rows } = await sql<AlertProgress>`
    select v.alert_id as "alertId", i.state as identity, c.case_id as "caseId"
    from casework.alert_versions v
    left join casework.alert_identities i on i.alert_id = v.alert_id
    left join casework.case_alerts c on c.alert_id = v.alert_id
    where v.alert_number = ${alertNumber} and v.kind = 'alert' order by v.id limit 1`.execute(db);
  return rows[0];
}

/** Which of these requests have been carried out in any case. */
export async function findRequestsDone(db: Db, keys: readonly string[]): Promise<Set<string>> {
  const { rows } = await sql<{ key: string }>`
    select request_id as key from casework.case_acts where request_id = any(${keys}::uuid[])`.execute(db);
  return new Set(rows.map(({ key }) => key));
}

/** The hash of what was last written to be decided in a case. */
export async function findContentHash(db: Db, caseId: number): Promise<string | undefined> {
  const { rows } = await sql<{ hash: string }>`
    select content_hash as hash from casework.case_decisions where case_id = ${caseId} order by id desc limit 1`.execute(
    db,
  );
  return rows[0]?.hash;
}

/** What a database holds that a history would mix with. */
export interface Content {
  messages: number;
  cases: number;
  people: number;
}

/** Counts what a database holds. */
export async function countContent(db: Db): Promise<Content> {
  const { rows } = await sql<Content>`
    select (select count(*) from casework.messages)::int as messages, (select count(*) from casework.cases)::int as cases,
      (select count(*) from casework.register_people)::int as people`.execute(db);
  return rows[0]!;
}

/** Whether this history has been begun in the database. */
export async function wasBegun(db: Db, history: string): Promise<boolean> {
  const { rows } = await sql`
    select from platform.audit where act = 'replayHistory' and details ->> 'history' = ${history} limit 1`.execute(
    db,
  );
  return rows.length > 0;
}

/** A case with the alert that opened it and when. */
export interface OpenedCase {
  caseId: number;
  alertId: number;
  country: string | null;
  openedAt: Date;
}

/** Every case in the order they were opened. */
export async function listOpened(db: Db): Promise<OpenedCase[]> {
  const { rows } = await sql<OpenedCase>`
    select distinct on (c.id) c.id as "caseId", a.alert_id as "alertId", v.sending_country as country, c.opened_at as "openedAt"
    from casework.cases c join casework.case_alerts a on a.case_id = c.id
    join casework.alert_versions v on v.alert_id = a.alert_id
    order by c.id, a.alert_id, v.id`.execute(db);
  return rows;
}
