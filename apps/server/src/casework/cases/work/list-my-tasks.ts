import type { CaseTaskView } from "@varde/contract";
import type { Kysely } from "kysely";
import { judgeOnCase, readStanding } from "../../../access/index.ts";
import { isRefusal } from "../../../platform/rules/refusal.ts";
import { taskView } from "../showing/case-part-views.ts";
import { listOpenTasks } from "./work.sql.ts";

/** Open tasks of a person and of those they stand in for, in cases they may read; first due first. */
export async function listMyTasks(db: Kysely<unknown>, personId: string, at: Date): Promise<CaseTaskView[]> {
  const standing = await readStanding(db, personId, at);
  const owners = [personId, ...standing.standsInFor.map(({ person }) => person.id)];
  return (await listOpenTasks(db, owners))
    .filter(({ caseId, units }) => !isRefusal(judgeOnCase(standing, "readCases", { caseId, units })))
    .map(({ caseId, number, units: _units, ...task }) => ({
      caseId,
      number,
      ...taskView({ ...task, doneAt: null, doneBy: null }),
    }));
}
