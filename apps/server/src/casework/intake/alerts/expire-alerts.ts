import { notifyChange } from "../../../platform/database/index.ts";
import type { IntakeParts } from "../intake-parts.ts";
import { ROBOT } from "../robot.ts";
import { norwegianDate } from "./alert-status.rules.ts";
import { expireBefore } from "./alerts.sql.ts";

/** Ends every valid alert whose last day was before today in Norway. Returns how many. */
export async function expireAlerts({ db, clock, jobs }: IntakeParts): Promise<number> {
  const now = clock.now();
  return db.transaction().execute(async (tx) => {
    const expired = await expireBefore(tx, norwegianDate(now), now);
    for (const alertId of expired)
      await jobs.publish(tx, {
        type: "alertExpired",
        subject: `alert:${alertId}`,
        payload: { alertId },
        actor: ROBOT,
      });
    if (expired.length > 0) await notifyChange(tx, "alerts");
    return expired.length;
  });
}
