import type { Kysely } from "kysely";
import { isRefusal } from "../../../platform/rules/refusal.ts";
import { actWithin } from "../acting/act-on-case.ts";
import type { CasesParts } from "../cases-parts.ts";
import { lockCase } from "../facts/facts.sql.ts";
import { findGatheredCase } from "../facts/gather-facts.ts";
import { priorityOf } from "../procedure/triage/priority.rules.ts";

/**
 * Sets the priority of a case anew where its facts give another one than was computed. One an officer has overridden,
 * or nobody has set, stays as it is: the procedure says when an officer must look at it.
 */
export async function recomputePriority(
  tx: Kysely<unknown>,
  parts: CasesParts,
  caseId: number,
): Promise<boolean> {
  const at = parts.clock.now();
  if (!(await lockCase(tx, caseId))) return false;
  const gathered = await findGatheredCase(tx, caseId, at);
  const stands = gathered?.facts.priority;
  if (!gathered || !stands || stands.override) return false;
  if (priorityOf(gathered.facts, at.toISOString()).level === stands.level) return false;
  const by = { robot: "recompute-priority" };
  return !isRefusal(await actWithin(tx, parts, { caseId, act: { act: "setPriority" }, by }));
}
