import type { Kysely } from "kysely";
import { readStanding } from "../../../access/index.ts";
import { isRefusal, missing, type Refusal, refused } from "../../../platform/rules/refusal.ts";
import { waysToAct } from "../acting/acting-officer.ts";
import { owningUnitsOf } from "../acting/case-standing.rules.ts";
import type { CaseFacts } from "../procedure/case-facts.ts";
import type { PersonRef } from "../procedure/persons.ts";
import type { Line } from "../procedure/stages.ts";
import { findOfficer } from "../queue/officers.sql.ts";

/**
 * The officer a case is to be given to: somebody who may work on it in their own right. Refuses those of other units and
 * those shut out of the case. `line` is whose work it is, where that is not the line that has the case.
 */
export async function chooseOfficer(
  tx: Kysely<unknown>,
  facts: CaseFacts,
  { personId, line, at }: { personId: string; line?: Line | undefined; at: Date },
): Promise<PersonRef | Refusal> {
  const officer = await findOfficer(tx, personId);
  if (!officer) return missing("noSuchOfficer");
  const units = line ? [facts.units[line]] : owningUnitsOf(facts);
  const ways = waysToAct(await readStanding(tx, personId, at), { caseId: facts.caseId, units });
  const mayWork = !isRefusal(ways) && (ways[0]?.permissions.size ?? 0) > 0;
  return mayWork ? officer : refused("officerCannotHaveCase", undefined, { person: officer.name });
}
