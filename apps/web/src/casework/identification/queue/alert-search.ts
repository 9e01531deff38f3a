import {
  ALERT_STATUSES,
  type AlertStatus,
  IDENTITY_STATES,
  type IdentityState,
} from "@varde/contract/identification";

/** What the list of alerts shows, as it stands in the address. Without a status only alerts in force are shown. */
export interface AlertSearch {
  readonly identity?: IdentityState;
  readonly status?: AlertStatus | "any";
  readonly search?: string;
}

/** Reads the address; what is not understood is left out. */
export function readAlertSearch(given: Record<string, unknown>): AlertSearch {
  const identity = IDENTITY_STATES.find((one) => one === given.identity);
  const status = ([...ALERT_STATUSES, "any"] as const).find((one) => one === given.status);
  return {
    ...(identity && { identity }),
    ...(status && status !== "valid" && { status }),
    ...(typeof given.search === "string" && given.search !== "" && { search: given.search }),
  };
}
