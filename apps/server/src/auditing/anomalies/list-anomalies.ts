import type { AuditAnomaly } from "@varde/contract";
import type { AuditingParts } from "../auditing-parts.ts";
import { activityByHour, readsOfStaff, rolesOfStaff } from "./activity.sql.ts";
import { findAnomalies } from "./anomalies.rules.ts";

const DAYS_SHOWN = 30;
const DAYS_OF_HABIT = 60;

/** What an auditor should look at in a period of days in Norway; the last 30 where nothing is said. */
export async function listAnomalies(
  { db, clock }: Pick<AuditingParts, "db" | "clock">,
  period: { readonly from?: string | undefined; readonly to?: string | undefined },
): Promise<{ from: string; to: string; anomalies: AuditAnomaly[] }> {
  const to = period.to ?? dayInNorway(clock.now());
  const from = period.from ?? daysBefore(to, DAYS_SHOWN - 1);
  const [hours, reads, roles] = await Promise.all([
    activityByHour(db, { from: daysBefore(from, DAYS_OF_HABIT), to }),
    readsOfStaff(db, { from, to }),
    rolesOfStaff(db),
  ]);
  return { from, to, anomalies: findAnomalies({ hours, readsOfStaff: reads, roles, from }) };
}

function dayInNorway(at: Date): string {
  return new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Oslo" }).format(at);
}

function daysBefore(day: string, days: number): string {
  return new Date(Date.parse(`${day}T12:00:00Z`) - days * 86_400_000).toISOString().slice(0, 10);
}
