import type { CaseAct } from "@varde/contract";
import type { Kysely } from "kysely";
import { readStanding, type Standing } from "../../../access/index.ts";
import type { Actor } from "../../../platform/audit/index.ts";
import { isRefusal, missing, type Refusal, refused } from "../../../platform/rules/refusal.ts";
import type { CasesParts } from "../cases-parts.ts";
import { lockCase } from "../facts/facts.sql.ts";
import { findGatheredCase, type GatheredCase } from "../facts/gather-facts.ts";
import { robotNamed, waysToAct } from "./acting-officer.ts";
import { actsAfter, findActOfRequest } from "./acts.sql.ts";
import { unitsOf } from "./case-standing.rules.ts";
import { actorView } from "./doer.ts";
import { performAct, type Ways } from "./perform-act.ts";

/** Who wants to act: an officer by the id of the account, or the machine by the name of its job. */
export type Acting = { readonly personId: string } | { readonly robot: string };

/** An act somebody wants done in a case. */
export interface WantedAct {
  readonly caseId: number;
  readonly act: CaseAct;
  readonly by: Acting;
  /** The newest act the officer had seen; another one made meanwhile refuses this. Absent for the machine. */
  readonly lastAct?: number | undefined;
  /** An act wanted again under the same id is done once. */
  readonly requestId?: string | undefined;
  readonly bulkId?: string | undefined;
}

/** The act as it was done, or had been done before under the same request. */
export interface ActDone {
  readonly caseId: number;
  readonly actId: number;
}

/**
 * Does an act of the procedure: locks the case, asks whether the officer may and the rules allow, writes what it
 * changed, records it and tells others, all in one transaction. Returns the act or why it is refused.
 */
export function actOnCase(parts: CasesParts, wanted: WantedAct): Promise<ActDone | Refusal> {
  return parts.db.transaction().execute((tx) => actWithin(tx, parts, wanted));
}

/** The same within a transaction under way, which goes on where the act is refused: nothing is written then. */
export async function actWithin(
  tx: Kysely<unknown>,
  parts: CasesParts,
  wanted: WantedAct,
): Promise<ActDone | Refusal> {
  const { caseId, act, requestId } = wanted;
  const at = parts.clock.now();
  if (!(await lockCase(tx, caseId))) return missing("noSuchCase", { case: caseId });
  const gathered = await findGatheredCase(tx, caseId, at);
  if (!gathered) throw new Error(`The case ${caseId} went away while it was locked`);
  const ways = await waysOf(tx, wanted.by, gathered, at);
  if (isRefusal(ways)) return ways;
  const before = requestId && (await findActOfRequest(tx, caseId, requestId));
  if (before) return before.act === act.act ? { caseId, actId: before.id } : refused("requestIdUsed");
  const conflict = await refuseOutdated(tx, gathered, wanted.lastAct);
  if (conflict) return conflict;
  return performAct(tx, parts, { gathered, ways, at, ...wanted });
}

async function waysOf(
  tx: Kysely<unknown>,
  by: Acting,
  { record, facts }: GatheredCase,
  at: Date,
): Promise<Ways | Refusal> {
  if ("robot" in by) return { standing: undefined, officers: [robotNamed(by.robot)] };
  const standing: Standing = await readStanding(tx, by.personId, at);
  const officers = waysToAct(standing, { caseId: record.id, units: unitsOf(facts, at) });
  return isRefusal(officers) ? officers : { standing, officers };
}

/** An act prepared on a picture that has changed is not done: the officer is told what changed and by whom. */
async function refuseOutdated(
  tx: Kysely<unknown>,
  { record }: GatheredCase,
  seen: number | undefined,
): Promise<Refusal | undefined> {
  if (seen === undefined || seen === record.lastAct) return undefined;
  if (seen > record.lastAct)
    return refused("lastActUnknown", undefined, { case: record.id, lastAct: record.lastAct });
  const meanwhile = await actsAfter(tx, record.id, seen);
  if (!meanwhile) return undefined;
  return refused("caseChangedMeanwhile", undefined, {
    case: record.id,
    act: meanwhile.act,
    by: nameOf(meanwhile.actor),
    at: meanwhile.at.toISOString(),
    acts: meanwhile.count,
    lastAct: record.lastAct,
  });
}

const nameOf = (actor: Actor): string => actorView(actor).name;
