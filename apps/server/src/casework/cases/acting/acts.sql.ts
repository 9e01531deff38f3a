import type { CasePriority, CaseStage } from "@varde/contract";
import { type Kysely, sql } from "kysely";
import type { Actor } from "../../../platform/audit/index.ts";
import type { KeptFacts, Picture } from "../facts/kept-facts.ts";

type Db = Kysely<unknown>;

const json = (value: unknown) => sql`${JSON.stringify(value)}::text::jsonb`;

/** An act to be written to the history of a case. */
export interface ActToWrite {
  readonly caseId: number;
  readonly at: Date;
  readonly act: string;
  readonly actor: Actor;
  readonly onBehalfOf?: Actor | undefined;
  readonly stageBefore: CaseStage | null;
  readonly stageAfter: CaseStage;
  readonly law?: string | undefined;
  readonly input: Readonly<Record<string, unknown>>;
  readonly before: Picture;
  readonly after: Picture;
  readonly requestId?: string | undefined;
  readonly bulkId?: string | undefined;
}

/** Writes an act to the history; returns its number. */
export async function insertAct(tx: Db, of: ActToWrite): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    insert into casework.case_acts (case_id, at, act, actor, on_behalf_of, stage_before, stage_after, law, input, before,
      after, request_id, bulk_id)
    values (${of.caseId}, ${of.at}, ${of.act}, ${json(of.actor)}, ${of.onBehalfOf ? json(of.onBehalfOf) : null},
      ${of.stageBefore}, ${of.stageAfter}, ${of.law ?? null}, ${json(of.input)}, ${json(of.before)}, ${json(of.after)},
      ${of.requestId ?? null}, ${of.bulkId ?? null})
    returning id`.execute(tx);
  return rows[0]!.id;
}

/** The act a request has been answered with before, if any. */
export async function findActOfRequest(
  db: Db,
  caseId: number,
  requestId: string,
): Promise<{ id: number; act: string } | undefined> {
  const { rows } = await sql<{ id: number; act: string }>`
    select id, act from casework.case_acts where case_id = ${caseId} and request_id = ${requestId}`.execute(
    db,
  );
  return rows[0];
}

/** The case a request has opened before, if any. */
export async function findOpeningOfRequest(
  db: Db,
  requestId: string,
): Promise<{ caseId: number; actId: number } | undefined> {
  const { rows } = await sql<{ caseId: number; actId: number }>`
    select case_id as "caseId", id as "actId" from casework.case_acts
    where request_id = ${requestId} and act = 'openCase'`.execute(db);
  return rows[0];
}

/** What has been done in a case after an act somebody saw: the newest of it, and how many acts there were. */
export async function actsAfter(
  db: Db,
  caseId: number,
  seen: number,
): Promise<{ act: string; actor: Actor; at: Date; count: number } | undefined> {
  const { rows } = await sql<{ act: string; actor: Actor; at: Date; count: number }>`
    select act, actor, at, count(*) over ()::int as count from casework.case_acts
    where case_id = ${caseId} and id > ${seen} and after <> '{}' order by id desc limit 1`.execute(db);
  return rows[0];
}

/** How a case stands in queues and figures, as its facts make it. */
export interface CaseStanding {
  readonly stage: CaseStage;
  readonly stageSince: Date;
  readonly closedAt: Date | null;
  readonly priority: CasePriority | null;
  readonly flags: readonly string[];
  readonly outcome: string | null;
  readonly reopened: number;
  readonly units: readonly string[];
  readonly countries: readonly string[];
  readonly professions: readonly string[];
  readonly assigneeId: string | null;
  readonly nextAction: Readonly<Record<string, unknown>> | null;
  readonly waitingFor: string | null;
  readonly waitingSince: Date | null;
  readonly dueAt: Date | null;
  readonly urgentAt: Date;
  /** Working days from opening to closing; of a case closed for the first time. */
  readonly spent: { readonly ours: number; readonly theirs: number } | null;
}

/** Writes the facts of a case after an act, and how it stands with them. */
export async function updateCase(
  tx: Db,
  caseId: number,
  actId: number,
  { facts, standing }: { facts: KeptFacts; standing: CaseStanding },
): Promise<void> {
  await sql`update casework.case_facts set facts = ${json(facts)} where case_id = ${caseId}`.execute(tx);
  await sql`update casework.cases set last_act = ${actId} where id = ${caseId}`.execute(tx);
  await updateStanding(tx, caseId, standing);
}

/** Writes how a case stands in the queue. */
export async function updateStanding(tx: Db, caseId: number, standing: CaseStanding): Promise<void> {
  await sql`
    update casework.cases set stage = ${standing.stage}, stage_since = ${standing.stageSince},
      closed_at = ${standing.closedAt}, priority = ${standing.priority}, flags = ${standing.flags}::text[],
      outcome = ${standing.outcome}, units = ${standing.units}::text[], countries = ${standing.countries}::text[],
      assignee_id = ${standing.assigneeId}, next_action = ${standing.nextAction ? json(standing.nextAction) : null},
      waiting_for = ${standing.waitingFor}, waiting_since = ${standing.waitingSince}, due_at = ${standing.dueAt},
      urgent_at = ${standing.urgentAt}, reopened = ${standing.reopened},
      professions = ${standing.professions}::text[], days_ours = ${standing.spent?.ours ?? null},
      days_theirs = ${standing.spent?.theirs ?? null}
    where id = ${caseId}`.execute(tx);
}

/** Adds to the history of standings where the act changed anything that figures count by. */
export async function insertStanding(
  tx: Db,
  caseId: number,
  { actId, at, standing }: { actId: number; at: Date; standing: CaseStanding },
): Promise<void> {
  const columns = sql.raw(STANDING_COLUMNS.join(", "));
  const present = sql.join([
    sql`${standing.stage}::text`,
    sql`${standing.outcome}::text`,
    sql`${standing.reopened}::int`,
    sql`${standing.flags}::text[]`,
    sql`${standing.priority}::text`,
    sql`${standing.units}::text[]`,
    sql`${standing.assigneeId}::uuid`,
    sql`${standing.waitingFor}::text`,
    sql`${standing.waitingSince}::timestamptz`,
    sql`${standing.dueAt}::timestamptz`,
    sql`${standing.closedAt}::timestamptz`,
    sql`${standing.countries}::text[]`,
    sql`${standing.professions}::text[]`,
    sql`${standing.spent?.ours ?? null}::int`,
    sql`${standing.spent?.theirs ?? null}::int`,
  ]);
  await sql`
    insert into casework.case_standings (case_id, act_id, at, ${columns})
    select ${caseId}, ${actId}, ${at}, present.* from (values (${present})) present (${columns})
    where not exists (
      select from (select ${columns} from casework.case_standings where case_id = ${caseId} order by id desc limit 1) last
      where row(last.*) is not distinct from row(present.*))`.execute(tx);
}

/** What figures count by, in the order a standing is written. */
const STANDING_COLUMNS = [
  "stage",
  "outcome",
  "reopened",
  "flags",
  "priority",
  "units",
  "assignee_id",
  "waiting_for",
  "waiting_since",
  "due_at",
  "closed_at",
  "countries",
  "professions",
  "days_ours",
  "days_theirs",
] as const;

/** A clock that runs in a case. */
export interface RunningDeadline {
  readonly code: string;
  readonly dueAt: Date;
  /** When the officer is reminded; nothing where the clock stands still. */
  readonly remindAt: Date | null;
}

/** Puts the clocks of a case in the place of those before; one that has not moved keeps what was told of it. */
export async function replaceDeadlines(
  tx: Db,
  caseId: number,
  deadlines: readonly RunningDeadline[],
): Promise<void> {
  const codes = deadlines.map(({ code }) => code);
  await sql`delete from casework.case_deadlines where case_id = ${caseId} and code <> all(${codes}::text[])`.execute(
    tx,
  );
  if (deadlines.length === 0) return;
  await sql`
    insert into casework.case_deadlines as kept (case_id, code, due_at, remind_at)
    select ${caseId}, * from unnest(${codes}::text[], ${deadlines.map(({ dueAt }) => dueAt)}::timestamptz[],
      ${deadlines.map(({ remindAt }) => remindAt)}::timestamptz[])
    on conflict (case_id, code) do update set due_at = excluded.due_at, remind_at = excluded.remind_at,
      reminded_at = case when kept.due_at = excluded.due_at then kept.reminded_at end,
      told_overdue_at = case when kept.due_at = excluded.due_at then kept.told_overdue_at end`.execute(tx);
}
