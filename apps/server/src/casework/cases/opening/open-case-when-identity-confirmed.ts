import type { Kysely } from "kysely";
import type { Jobs } from "../../../platform/jobs/index.ts";
import { isRefusal, type Refusal } from "../../../platform/rules/refusal.ts";
import { type ActDone, actWithin } from "../acting/act-on-case.ts";
import type { CasesParts } from "../cases-parts.ts";
import { findAlertRecord } from "../facts/facts.sql.ts";
import { openCaseWithin } from "./open-case.ts";
import { alertsWithoutCase, casesAbout, findCaseOfAlert, lockPerson, wasTakenApart } from "./opening.sql.ts";

const ROBOT = { robot: "open-case-when-identity-confirmed" } as const;
const AT_ONCE = 100;

/**
 * Takes up an alert as soon as it is confirmed whom it is about: joined to the open case about the person, else in a
 * case of its own; and so an alert that was taken out of a case. A cron catches what was confirmed before cases were kept, or could not be taken up then.
 */
export function defineOpening(jobs: Jobs, parts: CasesParts): void {
  jobs.subscribe("identityDecided", "open-case-when-identity-confirmed", async ({ payload }, { tx }) => {
    const { alertId, decision, effective } = payload as {
      alertId: number;
      decision: string;
      effective: boolean;
    };
    if (decision === "confirm" && effective) await takeUpAlert(tx, parts, alertId);
  });
  jobs.subscribe("alertTakenApart", "open-own-case-when-alert-taken-apart", async ({ payload }, { tx }) => {
    await takeUpAlert(tx, parts, (payload as { alertId: number }).alertId);
  });
  jobs.define({
    name: "take-up-confirmed-alerts",
    singleton: true,
    cron: "*/10 * * * *",
    handler: () => takeUpConfirmed(parts),
  });
}

/** Takes up the confirmed alerts that have no case yet, the oldest first; so many at a time. */
export async function takeUpConfirmed(parts: CasesParts): Promise<void> {
  for (const alertId of await alertsWithoutCase(parts.db, AT_ONCE))
    await parts.db.transaction().execute((tx) => takeUpAlert(tx, parts, alertId));
}

/**
 * Joins a confirmed, valid alert to the open case about its person, unless it was taken out of it, or opens one. Nothing where the alert is taken up
 * already or no longer confirmed; a refusal where the rules keep it out, and it stays on the list of those without a case.
 */
export async function takeUpAlert(
  tx: Kysely<unknown>,
  parts: CasesParts,
  alertId: number,
): Promise<ActDone | Refusal | undefined> {
  const alert = await findAlertRecord(tx, alertId);
  if (alert?.status !== "valid" || alert.identity !== "confirmed" || alert.confirmedHpr === null)
    return undefined;
  const hprNumber = alert.confirmedHpr;
  await lockPerson(tx, hprNumber);
  if ((await findCaseOfAlert(tx, alertId)) !== undefined) return undefined;
  const open = (await casesAbout(tx, hprNumber)).find(({ isOpen }) => isOpen);
  if (open && !(await wasTakenApart(tx, open.id, alertId))) {
    const act = { act: "joinAlert", alertId } as const;
    const joined = await actWithin(tx, parts, { caseId: open.id, act, by: ROBOT });
    if (!isRefusal(joined)) return joined;
  }
  return openCaseWithin(tx, parts, {
    hprNumber,
    alertIds: [alertId],
    by: ROBOT,
    ...(open && { beside: true }),
  });
}
