/** Acts on service accounts that ask for something first. */
const SERVICE_ACTS = ["add", "rotate", "revoke"] as const;

/** Which act is being asked about, and on which account; it stands in the address, so that a new proof comes back to it. */
export interface ServicesSearch {
  readonly act?: (typeof SERVICE_ACTS)[number];
  readonly account?: string;
}

/** Reads the address; what is not understood is left out. */
export function readServicesSearch(given: Record<string, unknown>): ServicesSearch {
  const act = SERVICE_ACTS.find((one) => one === given.act);
  const account = typeof given.account === "string" ? given.account : "";
  return { ...(act && { act }), ...(account !== "" && { account }) };
}
