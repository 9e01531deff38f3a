import { type Kysely, sql } from "kysely";

type Db = Kysely<unknown>;

/** What identity numbers belong to. */
export interface NumbersOf {
  readonly type: "alert" | "registerPerson" | "message" | "case";
  readonly id: number;
}

/** Writes down that a person sees the identity numbers of something, why, and until when. */
export async function insertShownNumbers(
  tx: Db,
  shown: { personId: string; of: NumbersOf; purpose: string; at: Date; until: Date },
): Promise<void> {
  await sql`
    insert into access.shown_numbers (person_id, object_type, object_id, purpose, at, until_at)
    values (${shown.personId}, ${shown.of.type}, ${String(shown.of.id)}, ${shown.purpose}, ${shown.at}, ${shown.until})
  `.execute(tx);
}

/** Until when a person sees the identity numbers of something; nothing where they are masked. */
export async function findNumbersShown(
  db: Db,
  personId: string,
  of: NumbersOf,
  at: Date,
): Promise<Date | undefined> {
  const { rows } = await sql<{ until: Date | null }>`
    select max(until_at) as until from access.shown_numbers
    where person_id = ${personId} and object_type = ${of.type} and object_id = ${String(of.id)} and until_at > ${at}
  `.execute(db);
  return rows[0]?.until ?? undefined;
}
