import type { CaseStage } from "@varde/contract";
import { type Kysely, sql } from "kysely";
import type { Actor } from "../../../platform/audit/index.ts";

type Db = Kysely<unknown>;

const json = (value: unknown) => sql`${JSON.stringify(value)}::text::jsonb`;

/** Where a case stands and who owns it; locked until the transaction ends. */
export async function lockCaseForWork(
  tx: Db,
  caseId: number,
): Promise<{ stage: CaseStage; units: string[] } | undefined> {
  const { rows } = await sql<{ stage: CaseStage; units: string[] }>`
    select stage, units from casework.cases where id = ${caseId} for no key update`.execute(tx);
  return rows[0];
}

/** Writes a note, unless the request has written it before; its number, or nothing where it had. */
export async function insertNote(
  tx: Db,
  of: { caseId: number; text: string; actor: Actor; at: Date; requestId: string | undefined },
): Promise<number | undefined> {
  const { rows } = await sql<{ id: number }>`
    insert into casework.case_notes (case_id, text, actor, at, request_id)
    values (${of.caseId}, ${of.text}, ${json(of.actor)}, ${of.at}, ${of.requestId ?? null})
    on conflict do nothing returning id`.execute(tx);
  return rows[0]?.id;
}

/** Mentions people in a note; those of them who exist and are officers. */
export async function insertMentions(
  tx: Db,
  noteId: number,
  personIds: readonly string[],
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    insert into casework.case_mentions (note_id, person_id)
    select ${noteId}, id from access.people where id = any(${personIds}::uuid[]) on conflict do nothing
    returning person_id as id`.execute(tx);
  return rows.map(({ id }) => id);
}

/** Writes a task, unless the request has written it before; its number, or nothing where it had. */
export async function insertTask(
  tx: Db,
  of: {
    caseId: number;
    title: string;
    ownerId: string | undefined;
    due: Date | undefined;
    actor: Actor;
    at: Date;
    requestId: string | undefined;
  },
): Promise<number | undefined> {
  const { rows } = await sql<{ id: number }>`
    insert into casework.case_tasks (case_id, title, owner_id, due_at, created_at, created_by, request_id)
    values (${of.caseId}, ${of.title}, ${of.ownerId ?? null}, ${of.due ?? null}, ${of.at}, ${json(of.actor)},
      ${of.requestId ?? null})
    on conflict do nothing returning id`.execute(tx);
  return rows[0]?.id;
}

/** Says that a task of a case is done; false where there is no such task, or it was done. */
export async function finishTask(
  tx: Db,
  { caseId, taskId, actor, at }: { caseId: number; taskId: number; actor: Actor; at: Date },
): Promise<boolean> {
  const { rows } = await sql`
    update casework.case_tasks set done_at = ${at}, done_by = ${json(actor)}
    where id = ${taskId} and case_id = ${caseId} and done_at is null returning 1`.execute(tx);
  return rows.length > 0;
}

/** Whether a case has such a task. */
export async function hasTask(db: Db, caseId: number, taskId: number): Promise<boolean> {
  const { rows } = await sql`
    select from casework.case_tasks where id = ${taskId} and case_id = ${caseId}`.execute(db);
  return rows.length > 0;
}

/** An open task with its case. */
export interface OpenTaskRow {
  id: number;
  caseId: number;
  number: string;
  units: string[];
  title: string;
  owner: { id: string; name: string } | null;
  due: Date | null;
  createdAt: Date;
  createdBy: Actor;
}

/** Open tasks of these officers, first due first. */
export async function listOpenTasks(db: Db, ownerIds: readonly string[]): Promise<OpenTaskRow[]> {
  const { rows } = await sql<OpenTaskRow>`
    select t.id, t.case_id as "caseId", c.number, c.units, t.title, t.due_at as due, t.created_at as "createdAt",
      t.created_by as "createdBy", jsonb_build_object('id', p.id, 'name', p.name) as owner
    from casework.case_tasks t join casework.cases c on c.id = t.case_id join access.people p on p.id = t.owner_id
    where t.owner_id = any(${ownerIds}::uuid[]) and t.done_at is null
    order by t.due_at nulls last, t.id limit 500`.execute(db);
  return rows;
}

/** A note somebody is mentioned in. */
export interface MentionRow {
  id: number;
  caseId: number;
  number: string;
  units: string[];
  readAt: Date | null;
  noteId: number;
  text: string;
  actor: Actor;
  at: Date;
}

/** The newest notes a person is mentioned in. */
export async function listMentionRows(db: Db, personId: string): Promise<MentionRow[]> {
  const { rows } = await sql<MentionRow>`
    select m.id, n.case_id as "caseId", c.number, c.units, m.read_at as "readAt", n.id as "noteId", n.text, n.actor, n.at
    from casework.case_mentions m join casework.case_notes n on n.id = m.note_id join casework.cases c on c.id = n.case_id
    where m.person_id = ${personId} order by m.id desc limit 100`.execute(db);
  return rows;
}

/** Says that a person has read mentions of theirs. */
export async function markMentionsRead(
  tx: Db,
  personId: string,
  ids: readonly number[],
  at: Date,
): Promise<void> {
  await sql`
    update casework.case_mentions set read_at = ${at}
    where person_id = ${personId} and id = any(${ids}::bigint[]) and read_at is null`.execute(tx);
}
