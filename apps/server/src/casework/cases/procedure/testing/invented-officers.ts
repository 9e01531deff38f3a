import type { ActingOfficer } from "../circumstances.ts";
import type { PersonRef } from "../persons.ts";

const FIRST = ["prepareCases"];
const SECOND = ["assessCases", "approveDecisions"];

/** An invented officer with these permissions. */
export function officer(id: string, name: string, permissions: readonly string[]): ActingOfficer {
  return { person: { id, name }, permissions: new Set(permissions) };
}

/** The same officer in another's place: with the permissions of the one who is absent. */
export function inPlaceOf(standIn: ActingOfficer, absent: ActingOfficer): ActingOfficer {
  return {
    person: standIn.person,
    permissions: absent.permissions,
    onBehalfOf: absent.person,
    standsInFor: [absent.person],
  };
}

export const INGRID = officer("ingrid", "Ingrid Førde", FIRST);
export const OLA = officer("ola", "Ola Myhre", FIRST);
export const AMINA = officer("amina", "Amina Haddad", SECOND);
export const JONAS = officer("jonas", "Jonas Vik", SECOND);
export const KARI = officer("kari", "Kari Strand", SECOND);
export const TURID = officer("turid", "Turid Nygård", [...FIRST, ...SECOND, "steerCases"]);
export const ROBOT: ActingOfficer = {
  person: { id: "robot", name: "Varde" } satisfies PersonRef,
  permissions: new Set(),
  robot: true,
};
