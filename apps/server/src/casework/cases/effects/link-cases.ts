import type { Kysely } from "kysely";
import { judgeOnCase, type Standing } from "../../../access/index.ts";
import { isRefusal, missing, type Refusal } from "../../../platform/rules/refusal.ts";
import { findUnits } from "./effects.sql.ts";

/** A case can be tied to another one the officer may read; what they may not read does not exist for them. */
export async function refuseToLink(
  tx: Kysely<unknown>,
  standing: Standing | undefined,
  otherCase: number,
): Promise<Refusal | undefined> {
  const units = await findUnits(tx, otherCase);
  const may =
    units && (!standing || !isRefusal(judgeOnCase(standing, "readCases", { caseId: otherCase, units })));
  return may ? undefined : missing("noSuchCase", { case: otherCase });
}
