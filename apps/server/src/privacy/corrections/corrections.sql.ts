import type { Correction } from "@varde/contract";
import { type Kysely, sql } from "kysely";
import type { Actor } from "../../platform/audit/index.ts";

/** A request for correction with its answer, as stored. */
export interface StoredCorrection extends Omit<Correction, "requestedAt" | "answeredAt"> {
  readonly requestedAt: Date;
  readonly answeredAt: Date | null;
}

/** Which requests are wanted: those about an object, those without an answer, or both. */
export interface CorrectionFilter {
  readonly objectType?: string | undefined;
  readonly objectId?: string | undefined;
  readonly unanswered?: boolean | undefined;
  readonly id?: number | undefined;
}

const nameOf = (column: string) =>
  sql`coalesce(${sql.ref(column)} ->> 'name', ${sql.ref(column)} ->> 'user')`;

/** Requests, the oldest first. */
export async function listCorrections(
  db: Kysely<unknown>,
  { objectType, objectId, unanswered, id }: CorrectionFilter,
): Promise<StoredCorrection[]> {
  const { rows } = await sql<StoredCorrection>`
    select c.id, json_build_object('type', c.object_type, 'id', c.object_id) as object, c.field, c.statement,
      c.requested_at as "requestedAt", ${nameOf("c.recorded_by")} as "recordedBy",
      case when a.annotated then 'annotated' when a.annotated is false then 'declined' else 'requested' end as state,
      a.answer, a.answered_at as "answeredAt", ${nameOf("a.answered_by")} as "answeredBy"
    from access.corrections c left join access.correction_answers a on a.correction_id = c.id
    where (${objectType ?? null}::text is null or c.object_type = ${objectType ?? null})
      and (${objectId ?? null}::text is null or c.object_id = ${objectId ?? null})
      and (${id ?? null}::bigint is null or c.id = ${id ?? null})
      and (${unanswered !== true} or a.correction_id is null)
    order by c.id
  `.execute(db);
  return rows;
}

/** Whether what somebody wants corrected is stored. */
export async function isStored(db: Kysely<unknown>, { type, id }: Correction["object"]): Promise<boolean> {
  if (!/^[1-9]\d{0,17}$/.test(id)) return false;
  const table = {
    registerPerson: sql`casework.register_people where hpr_number`,
    alert: sql`casework.alerts where id`,
    message: sql`casework.messages where id`,
    case: sql`casework.cases where id`,
  }[type];
  const { rows } = await sql`select from ${table} = ${id}::bigint`.execute(db);
  return rows.length > 0;
}

/** Takes down a request. Returns its number. */
export async function insertCorrection(
  tx: Kysely<unknown>,
  given: Pick<Correction, "object" | "statement"> & { field: string | null; at: Date; actor: Actor },
): Promise<number> {
  const { object, field, statement, at, actor } = given;
  const { rows } = await sql<{ id: number }>`
    insert into access.corrections (object_type, object_id, field, statement, requested_at, recorded_by)
    values (${object.type}, ${object.id}, ${field}, ${statement}, ${at}, ${JSON.stringify(actor)}::text::jsonb)
    returning id
  `.execute(tx);
  return rows[0]!.id;
}

/** Answers a request. Returns whether it was the first answer. */
export async function insertAnswer(
  tx: Kysely<unknown>,
  given: { id: number; annotate: boolean; answer: string; at: Date; actor: Actor },
): Promise<boolean> {
  const { id, annotate, answer, at, actor } = given;
  const { rows } = await sql`
    insert into access.correction_answers (correction_id, annotated, answer, answered_at, answered_by)
    values (${id}, ${annotate}, ${answer}, ${at}, ${JSON.stringify(actor)}::text::jsonb)
    on conflict do nothing returning 1
  `.execute(tx);
  return rows.length > 0;
}
