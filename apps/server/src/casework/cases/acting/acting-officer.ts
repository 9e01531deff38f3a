import type { Permission } from "@varde/contract";
import { type CaseInUnits, judgeOnCase, type Standing } from "../../../access/index.ts";
import { isRefusal, missing, type Refusal } from "../../../platform/rules/refusal.ts";
import { CASE_PERMISSIONS } from "../procedure/acts/who.ts";
import type { ActingOfficer } from "../procedure/circumstances.ts";

/**
 * The ways a person may act in a case: in their own right, and in the place of each they stand in for. The first is
 * always their own. Refuses where the case is not theirs to read; what they may not know of does not exist for them.
 */
export function waysToAct(standing: Standing, on: CaseInUnits): readonly ActingOfficer[] | Refusal {
  const reading = judgeOnCase(standing, "readCases", on);
  if (isRefusal(reading)) return reading.code === "excludedFromCase" ? reading : hidden(reading, on);
  const { person, standsInFor } = standing;
  const officer = { id: person.id, name: person.name };
  const everybody = standsInFor.map((absence) => absence.person);
  const own = permissionsOn({ ...standing, standsInFor: [] }, on);
  const inPlaceOf = standsInFor
    .map((absence) => ({
      onBehalfOf: absence.person,
      permissions: permissionsOn({ ...standing, permissions: new Set(), standsInFor: [absence] }, on),
    }))
    .filter(({ permissions }) => permissions.size > 0);
  return [
    { person: officer, permissions: own, standsInFor: everybody },
    ...inPlaceOf.map((way) => ({ person: officer, standsInFor: everybody, ...way })),
  ];
}

/** The robot as it acts in every case. */
export function robotNamed(name: string): ActingOfficer {
  return { person: { id: `job:${name}`, name }, permissions: new Set(), robot: true };
}

function permissionsOn(standing: Standing, on: CaseInUnits): ReadonlySet<Permission> {
  return new Set(CASE_PERMISSIONS.filter((permission) => !isRefusal(judgeOnCase(standing, permission, on))));
}

/** Of a case in another unit the person learns that it is another unit's; without the permission nothing at all. */
function hidden(refusal: Refusal, { caseId }: CaseInUnits): Refusal {
  return refusal.code === "permissionMissing" ? missing("noSuchCase", { case: caseId }) : refusal;
}
