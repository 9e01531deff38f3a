/** Which people are shown, as it stands in the address. */
export interface PeopleSearch {
  readonly state?: "deactivated" | "withoutRole";
  readonly search?: string;
}

/** Reads the address; what is not understood is left out. Without a state it is those who may come in. */
export function readPeopleSearch(given: Record<string, unknown>): PeopleSearch {
  return {
    ...((given.state === "deactivated" || given.state === "withoutRole") && { state: given.state }),
    ...(typeof given.search === "string" && given.search !== "" && { search: given.search }),
  };
}

/** Acts on a person that ask for something first. */
export const PERSON_ACTS = ["deactivate", "reactivate", "giveRoles", "endSessions"] as const;
export type PersonAct = (typeof PERSON_ACTS)[number];

/** Which act is being asked about; it stands in the address, so that whoever must prove who they are comes back to it. */
export function readPersonAct(given: Record<string, unknown>): { readonly act?: PersonAct } {
  const act = PERSON_ACTS.find((one) => one === given.act);
  return act ? { act } : {};
}
