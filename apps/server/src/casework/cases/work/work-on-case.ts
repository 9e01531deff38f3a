import type { Kysely } from "kysely";
import { readStanding } from "../../../access/index.ts";
import { type Actor, recordAudit } from "../../../platform/audit/index.ts";
import { notifyChange } from "../../../platform/database/index.ts";
import { forbidden, isRefusal, missing, type Refusal } from "../../../platform/rules/refusal.ts";
import { waysToAct } from "../acting/acting-officer.ts";
import { insertAct } from "../acting/acts.sql.ts";
import { actorOfPerson } from "../acting/doer.ts";
import type { CasesParts } from "../cases-parts.ts";
import { lockCaseForWork } from "./work.sql.ts";

/** What is done in a case beside the procedure: it moves nothing, and stands in the history all the same. */
export type Work = "addNote" | "addTask" | "completeTask" | "addAttachment";

/** Who works on which case. */
export interface Worker {
  readonly caseId: number;
  readonly personId: string;
}

/** What a piece of work writes with. */
export interface Working {
  readonly tx: Kysely<unknown>;
  readonly at: Date;
  readonly actor: Actor;
  readonly onBehalfOf?: Actor;
}

/** What a piece of work answers: ids for the history and the audit log, or nothing where it had been done before. */
export type WorkDone = Readonly<Record<string, unknown>> | undefined;

/**
 * Does a piece of work in a case for an officer who may work on it, in one transaction. It does not outdate what
 * others are about to do.
 */
export function workOnCase(
  { db, clock }: CasesParts,
  { caseId, personId }: Worker,
  work: Work,
  write: (working: Working) => Promise<WorkDone | Refusal>,
): Promise<Refusal | undefined> {
  return db.transaction().execute(async (tx) => {
    const at = clock.now();
    const on = await lockCaseForWork(tx, caseId);
    if (!on) return missing("noSuchCase", { case: caseId });
    const ways = waysToAct(await readStanding(tx, personId, at), { caseId, units: on.units });
    if (isRefusal(ways)) return ways;
    const way = ways.find(({ permissions }) => permissions.size > 0);
    if (!way) return forbidden("readsCaseOnly", undefined, { case: caseId });
    const actor = actorOfPerson(way.person);
    const onBehalfOf = way.onBehalfOf && { onBehalfOf: actorOfPerson(way.onBehalfOf) };
    const done = await write({ tx, at, actor, ...onBehalfOf });
    if (done === undefined || isRefusal(done)) return done;
    const actId = await insertAct(tx, {
      caseId,
      at,
      act: work,
      actor,
      ...onBehalfOf,
      stageBefore: on.stage,
      stageAfter: on.stage,
      input: done,
      before: {},
      after: {},
    });
    const object = { type: "case", id: String(caseId) };
    await recordAudit(tx, { at, actor, ...onBehalfOf, act: work, object, details: { actId, ...done } });
    await notifyChange(tx, "cases", caseId);
    return undefined;
  });
}
