import type { CaseStage } from "@varde/contract";
import { type Kysely, sql } from "kysely";
import type { Actor } from "../../../platform/audit/index.ts";
import type { Picture } from "../facts/kept-facts.ts";

type Db = Kysely<unknown>;

/** An act as the history holds it. */
export interface ActRow {
  id: number;
  act: string;
  at: Date;
  actor: Actor;
  onBehalfOf: Actor | null;
  stageBefore: CaseStage | null;
  stageAfter: CaseStage;
  law: string | null;
  input: Record<string, unknown>;
  before: Picture;
  after: Picture;
}

const ACT = sql`
  id, act, at, actor, on_behalf_of as "onBehalfOf", stage_before as "stageBefore", stage_after as "stageAfter", law, input,
  before, after`;

/** Acts of a case, newest first, from before an act where that is said. */
export async function listActs(
  db: Db,
  caseId: number,
  { before, limit }: { before?: number | undefined; limit: number },
): Promise<ActRow[]> {
  const { rows } = await sql<ActRow>`
    select ${ACT} from casework.case_acts
    where case_id = ${caseId} and id < ${before ?? Number.MAX_SAFE_INTEGER} order by id desc limit ${limit}`.execute(
    db,
  );
  return rows;
}

/** The last act of a case at an instant; nothing before it was opened. */
export async function findActAt(db: Db, caseId: number, at: Date): Promise<ActRow | undefined> {
  const { rows } = await sql<ActRow>`
    select ${ACT} from casework.case_acts where case_id = ${caseId} and at <= ${at} order by id desc limit 1`.execute(
    db,
  );
  return rows[0];
}

/** The facts of a case as they stood at an instant: the latest value of each that an act had changed by then. */
export async function pictureAt(db: Db, caseId: number, at: Date): Promise<Picture> {
  const { rows } = await sql<{ picture: Picture }>`
    select coalesce(jsonb_object_agg(key, value), '{}') as picture
    from (
      select distinct on (changed.key) changed.key, changed.value
      from casework.case_acts a, jsonb_each(a.after) changed
      where a.case_id = ${caseId} and a.at <= ${at} order by changed.key, a.id desc
    ) latest`.execute(db);
  return rows[0]?.picture ?? {};
}
