import { type Kysely, sql } from "kysely";

/** Something a case is about, or came from. */
export interface PartOfCase {
  readonly kind: "alert" | "person" | "message";
  /** Number of the alert or message; HPR number of the person. */
  readonly id: number;
}

/** A case that a person is shut out of and this is part of; nothing where there is none. */
export async function findShutCase(
  db: Kysely<unknown>,
  personId: string,
  { kind, id }: PartOfCase,
): Promise<number | undefined> {
  const isPart = {
    alert: sql`exists (select from casework.case_alerts a where a.case_id = e.case_id and a.alert_id = ${id})`,
    person: sql`exists (select from casework.cases c where c.id = e.case_id and c.hpr_number = ${id})`,
    message: sql`exists (
      select from casework.alert_versions v join casework.case_alerts a on a.alert_id = v.alert_id
      where v.message_id = ${id} and a.case_id = e.case_id)`,
  }[kind];
  const { rows } = await sql<{ caseId: number }>`
    select e.case_id as "caseId" from access.exclusions e
    where e.person_id = ${personId} and e.ended_at is null and ${isPart} limit 1`.execute(db);
  return rows[0]?.caseId;
}
