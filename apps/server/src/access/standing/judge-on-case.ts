import type { Permission } from "@varde/contract";
import { forbidden, type Refusal } from "../../platform/rules/refusal.ts";
import { SENTENCES } from "../access.permissions.ts";
import type { Named, Standing } from "./standing.ts";

/** A case as far as it matters to who may: its number, and its owning unit, with both units during a handover. */
export interface CaseInUnits {
  readonly caseId: number;
  readonly units: readonly string[];
}

/** That a person may, and in whose place where it is not their own right. */
export interface Allowed {
  readonly onBehalfOf?: Named;
}

const CONFLICT_OF_INTEREST = "forvaltningsloven § 6";

/**
 * Whether a person may do something on a case. Being shut out of the case beats everything; then the own right in the
 * own units, the right to read every case, the right of somebody stood in for, and last an emergency opening.
 */
export function judgeOnCase(standing: Standing, permission: Permission, on: CaseInUnits): Allowed | Refusal {
  if (standing.excludedCases.has(on.caseId))
    return forbidden("excludedFromCase", CONFLICT_OF_INTEREST, { case: on.caseId });
  if (reaches(standing, permission, on)) return {};
  const absent = standing.standsInFor.find(
    (absence) => !absence.excludedCases.has(on.caseId) && reaches(absence, permission, on),
  );
  if (absent) return { onBehalfOf: absent.person };
  if (!mayAnywhere(standing, permission)) return forbidden("permissionMissing", undefined, { permission });
  if (SENTENCES[permission].whenOpened && standing.openedCases.has(on.caseId)) return {};
  return forbidden("caseOfOtherUnit", undefined, { case: on.caseId, unit: on.units.join(" ") });
}

type Reach = Pick<Standing, "permissions" | "units">;

/** A right outside the own units exists for reading alone: acts on a case belong to its units. */
function reaches({ permissions, units }: Reach, permission: Permission, on: CaseInUnits): boolean {
  if (permission === "readCases" && permissions.has("readEveryCase")) return true;
  if (!permissions.has(permission)) return false;
  return !SENTENCES[permission].inOwnUnits || on.units.some((unit) => units.has(unit));
}

function mayAnywhere({ permissions, standsInFor }: Standing, permission: Permission): boolean {
  return permissions.has(permission) || standsInFor.some((absence) => absence.permissions.has(permission));
}
