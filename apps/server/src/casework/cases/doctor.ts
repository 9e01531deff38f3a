import type { DoctorCheck } from "@varde/contract";
import type { Kysely } from "kysely";
import { ailing, fine } from "../../platform/doctor/doctor-check.ts";
import { countAlertsWithoutCase } from "./jobs/case-jobs.sql.ts";

const ADVICE =
  "A worker takes them up every ten minutes. Those it cannot (the person holds no authorisation, or nobody but the machine confirmed the identity) are opened by an officer from the alert, or their identity is decided anew.";

/** Looks at whether every confirmed alert has a case. Throws when the database fails. */
export async function casesDoctorChecks(db: Kysely<unknown>): Promise<DoctorCheck[]> {
  const { count } = await countAlertsWithoutCase(db);
  return [
    count === 0
      ? fine("cases", "everyConfirmedAlertHasCase")
      : ailing("cases", "warning", "confirmedAlertsWithoutCase", ADVICE, { alerts: count }),
  ];
}
