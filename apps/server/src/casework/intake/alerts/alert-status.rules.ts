import type { EntryKind } from "@varde/contract";

export type AlertStatus = "valid" | "withdrawn" | "expired";

/**
 * Whether an alert is in force after a version: a withdrawal ends it, an update may bring it back,
 * and it ends by itself the day after `effectiveUntil`. Dates are calendar dates ("2026-02-14"); a missing
 * or partial end is open-ended.
 */
export function statusAfter(
  kind: EntryKind,
  effectiveUntil: string | null | undefined,
  today: string,
): AlertStatus {
  if (kind === "withdrawal") return "withdrawn";
  return effectiveUntil && effectiveUntil.length === today.length && effectiveUntil < today
    ? "expired"
    : "valid";
}

/** The calendar date in Norway at an instant. */
export function norwegianDate(at: Date): string {
  return new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Oslo" }).format(at);
}
