import { jobActor } from "../../../platform/audit/index.ts";
import { notifyChange } from "../../../platform/database/index.ts";
import type { CasesParts } from "../cases-parts.ts";
import { isOfficeOpen } from "../procedure/clocks/office-hours.ts";
import { takeDueReminders } from "./case-jobs.sql.ts";

const ACTOR = jobActor("remind-of-case-deadlines");
const AT_ONCE = 200;

/**
 * Tells of clocks that are about to run out, and of those that have, each once and in office hours. Returns how many.
 */
export async function remindOfDeadlines({ db, jobs, clock }: CasesParts): Promise<number> {
  const at = clock.now();
  if (!isOfficeOpen(at.toISOString())) return 0;
  let told = 0;
  for (;;) {
    const now = await db.transaction().execute(async (tx) => {
      const reminders = await takeDueReminders(tx, at, AT_ONCE);
      for (const { caseId, code, passed } of reminders) {
        await jobs.publish(tx, {
          type: passed ? "caseDeadlinePassed" : "caseDeadlineNear",
          subject: `case:${caseId}`,
          payload: { caseId, deadline: code },
          actor: ACTOR,
        });
        await notifyChange(tx, "cases", caseId);
      }
      return reminders.length;
    });
    told += now;
    if (now < AT_ONCE) return told;
  }
}
