import type { LegalBasisText, LookUpAnswer, LookUpRegister } from "@varde/contract";
import { type Kysely, sql } from "kysely";
import type { Actor } from "../../../platform/audit/index.ts";

type Db = Kysely<unknown>;

/** A look-up with its answer. */
export interface LookUpRow {
  id: number;
  register: LookUpRegister;
  at: Date;
  actor: Actor;
  purpose: string;
  answer: LookUpAnswer;
  evidence: Record<string, unknown>;
}

const LOOK_UPS_SHOWN = 200;

/** The look-ups of a case, newest first. */
export async function listLookUps(db: Db, caseId: number): Promise<LookUpRow[]> {
  const { rows } = await sql<LookUpRow>`
    select id, register, at, actor, purpose, answer, evidence from casework.case_look_ups
    where case_id = ${caseId} order by id desc limit ${LOOK_UPS_SHOWN}`.execute(db);
  return rows;
}

/** A version of what a case decides, with its words. */
export interface DecisionRow {
  kind: "decision" | "interimSuspension" | "suspensionExtension";
  version: number;
  outcome: string;
  letter: string;
  conditions: string[];
  legalBases: LegalBasisText[];
  effectiveFrom: string | null;
  contentHash: string;
  actor: Actor;
  onBehalfOf: Actor | null;
  at: Date;
}

/** Every version of what a case decides, newest first. */
export async function listDecisionVersions(db: Db, caseId: number): Promise<DecisionRow[]> {
  const { rows } = await sql<DecisionRow>`
    select kind, version, outcome, letter, conditions, legal_bases as "legalBases", effective_from as "effectiveFrom",
      content_hash as "contentHash", actor, on_behalf_of as "onBehalfOf", written_at as at
    from casework.case_decisions where case_id = ${caseId} order by id desc`.execute(db);
  return rows;
}

/** A note with those mentioned in it. */
export interface NoteRow {
  id: number;
  text: string;
  actor: Actor;
  at: Date;
  mentions: { id: string; name: string }[];
}

/** The notes of a case, newest first. */
export async function listNotes(db: Db, caseId: number): Promise<NoteRow[]> {
  const { rows } = await sql<NoteRow>`
    select n.id, n.text, n.actor, n.at,
      (select coalesce(jsonb_agg(jsonb_build_object('id', p.id, 'name', p.name) order by p.name), '[]')
        from casework.case_mentions m join access.people p on p.id = m.person_id where m.note_id = n.id) as mentions
    from casework.case_notes n where n.case_id = ${caseId} order by n.id desc`.execute(db);
  return rows;
}

/** A task in somebody's own words. */
export interface TaskRow {
  id: number;
  title: string;
  owner: { id: string; name: string } | null;
  due: Date | null;
  createdAt: Date;
  createdBy: Actor;
  doneAt: Date | null;
  doneBy: Actor | null;
}

/** The tasks of a case: open ones first, by due time; then those done, newest first. */
export async function listTasks(db: Db, caseId: number): Promise<TaskRow[]> {
  const { rows } = await sql<TaskRow>`
    select t.id, t.title, case when p.id is not null then jsonb_build_object('id', p.id, 'name', p.name) end as owner,
      t.due_at as due, t.created_at as "createdAt", t.created_by as "createdBy", t.done_at as "doneAt", t.done_by as "doneBy"
    from casework.case_tasks t left join access.people p on p.id = t.owner_id
    where t.case_id = ${caseId} order by t.done_at desc nulls first, t.due_at nulls last, t.id`.execute(db);
  return rows;
}

/** Another case tied to a case. */
export interface LinkRow {
  caseId: number;
  number: string;
  units: string[];
  reason: string;
  actor: Actor;
  at: Date;
}

/** The cases tied to a case, in the order they were tied. */
export async function listLinks(db: Db, caseId: number): Promise<LinkRow[]> {
  const { rows } = await sql<LinkRow>`
    select o.id as "caseId", o.number, o.units, l.reason, l.actor, l.at
    from casework.case_links l
    join casework.cases o on o.id = case when l.case_id = ${caseId} then l.other_id else l.case_id end
    where l.case_id = ${caseId} or l.other_id = ${caseId} order by l.at, o.id`.execute(db);
  return rows;
}
