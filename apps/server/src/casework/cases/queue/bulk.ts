import { randomUUID } from "node:crypto";
import type { BulkAct, BulkOutcome } from "@varde/contract";
import type { Kysely } from "kysely";
import { readStanding } from "../../../access/index.ts";
import { personActor, recordAudit, refusedAct } from "../../../platform/audit/index.ts";
import { forbidden, isRefusal, missing, type Refusal, refused } from "../../../platform/rules/refusal.ts";
import { actOnCase } from "../acting/act-on-case.ts";
import { waysToAct } from "../acting/acting-officer.ts";
import { unitsOf } from "../acting/case-standing.rules.ts";
import { writeAct } from "../acting/write-act.ts";
import type { CasesParts } from "../cases-parts.ts";
import { lockCase } from "../facts/facts.sql.ts";
import { factsOf, findGatheredCase } from "../facts/gather-facts.ts";
import type { KeptFacts } from "../facts/kept-facts.ts";
import type { PersonRef } from "../procedure/persons.ts";
import { type BulkActRow, listActsOfBulk } from "./bulk.sql.ts";

/** Does one act in many cases, each in a transaction of its own and judged by itself. */
export async function actOnCases(
  parts: CasesParts,
  person: PersonRef,
  { cases, act }: { cases: readonly { id: number; lastAct: number }[]; act: BulkAct },
): Promise<BulkOutcome> {
  const bulkId = randomUUID();
  const outcome: BulkOutcome = { bulkId, done: [], refused: [] };
  for (const { id, lastAct } of cases) {
    const by = { personId: person.id };
    const answer = await actOnCase(parts, { caseId: id, act, by, lastAct, bulkId });
    await add(parts, outcome, { id, person, answer });
  }
  return outcome;
}

/**
 * Undoes a bulk act in every case where nobody has acted since: the case stands again as it stood before. Only who did
 * it undoes it, in cases they still may work on. Refuses where there is no such bulk of theirs.
 */
export async function undoBulk(
  parts: CasesParts,
  person: PersonRef,
  bulkId: string,
): Promise<BulkOutcome | Refusal> {
  const acts = await listActsOfBulk(parts.db, bulkId, person.id);
  if (acts.length === 0) return missing("noSuchBulk");
  const outcome: BulkOutcome = { bulkId, done: [], refused: [] };
  for (const act of acts) {
    const answer = await parts.db.transaction().execute((tx) => undoOne(tx, parts, { act, person }));
    await add(parts, outcome, { id: act.caseId, person, answer });
  }
  return outcome;
}

async function undoOne(
  tx: Kysely<unknown>,
  parts: CasesParts,
  { act, person }: { act: BulkActRow; person: PersonRef },
): Promise<Refusal | undefined> {
  const at = parts.clock.now();
  const { caseId } = act;
  await lockCase(tx, caseId);
  const gathered = await findGatheredCase(tx, caseId, at);
  if (!gathered) throw new Error(`The case ${caseId} of a bulk act is gone`);
  const units = unitsOf(gathered.facts, at);
  const ways = waysToAct(await readStanding(tx, person.id, at), { caseId, units });
  if (isRefusal(ways)) return ways;
  if (ways.every(({ permissions }) => permissions.size === 0))
    return forbidden("readsCaseOnly", undefined, { case: caseId });
  if (gathered.record.lastAct !== act.actId) return refused("actedOnSince", undefined, { case: caseId });
  const facts = { ...gathered.record.facts, ...(act.before as Partial<KeptFacts>) };
  await writeAct(tx, parts, {
    gathered,
    at,
    act: "undo",
    event: "caseActUndone",
    law: [],
    by: { actor: person },
    facts: factsOf({ ...gathered.record, facts }, gathered.person),
    recorded: { actId: act.actId },
  });
  return undefined;
}

/** Adds what became of a case; one refused is recorded here, since the answer as a whole is no refusal. */
async function add(
  { db, clock }: CasesParts,
  outcome: BulkOutcome,
  { id, person, answer }: { id: number; person: PersonRef; answer: unknown },
): Promise<void> {
  if (!isRefusal(answer)) {
    outcome.done.push(id);
    return;
  }
  const { code, params, refusal } = answer;
  outcome.refused.push({ id, code, ...(params && { params: { ...params } }) });
  await recordAudit(db, {
    at: clock.now(),
    actor: personActor(person),
    act: refusedAct(refusal !== "forbidden"),
    object: { type: "case", id: String(id) },
    details: { code, bulkId: outcome.bulkId },
  });
}
