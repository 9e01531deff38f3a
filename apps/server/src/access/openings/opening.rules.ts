import { forbidden, isRefusal, type Refusal, refused } from "../../platform/rules/refusal.ts";
import { type CaseInUnits, judgeOnCase } from "../standing/judge-on-case.ts";
import type { Standing } from "../standing/standing.ts";

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
