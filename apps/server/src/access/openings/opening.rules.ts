import type { Permission } from "@varde/contract";
import { forbidden, isRefusal, type Refusal, refused } from "../../platform/rules/refusal.ts";
import { type CaseInUnits, judgeOnCase } from "../standing/judge-on-case.ts";
import type { Named, Standing } from "../standing/standing.ts";

/** Milliseconds a case stays open after an emergency. */
export const OPEN_FOR = 4 * 3_600_000;

/**
 * Why a case is not opened in an emergency: the person may not, is shut out of it, or can read it anyway, so that no
 * alarm is worn out on what needs none.
 */
export function refuseOpening(standing: Standing, on: CaseInUnits): Refusal | undefined {
  if (!standing.permissions.has("openCaseInEmergency"))
    return forbidden("permissionMissing", undefined, { permission: "openCaseInEmergency" });
  const reading = judgeOnCase(standing, "readCases", on);
  if (!isRefusal(reading)) return refused("caseReadableAlready", undefined, { case: on.caseId });
  return reading.code === "caseOfOtherUnit" ? undefined : reading;
}

/** Whether a person may end an opening before its time: their own, or anybody's where they look into openings. */
export function mayEnd(
  opening: { readonly person: Named },
  personId: string,
  permissions: ReadonlySet<Permission>,
): boolean {
  return opening.person.id === personId || permissions.has("noteOpenings");
}
