import { calendarDate } from "@varde/contract/route";

/** What the audit log shows, as it stands in the address: every part given must hold. */
export interface AuditSearch {
  /** Id of a person or service account, name of a job, or user of the command line. */
  readonly actor?: string;
  readonly act?: string;
  readonly objectType?: string;
  readonly objectId?: string;
  readonly purpose?: string;
  readonly from?: string;
  readonly to?: string;
  readonly refused?: true;
}

const TEXTS = ["actor", "act", "objectType", "objectId", "purpose"] as const;
const DAYS = ["from", "to"] as const;

/** Reads the first and last day of a period; what is no day is left out. */
export function readPeriod(given: Record<string, unknown>): Pick<AuditSearch, "from" | "to"> {
  const days = DAYS.filter((name) => calendarDate.safeParse(given[name]).success);
  return Object.fromEntries(days.map((name) => [name, String(given[name])]));
}

/** Reads the address; what is not understood is left out. A number alone is an id as well. */
export function readAuditSearch(given: Record<string, unknown>): AuditSearch {
  const text = (name: string) => {
    const value = given[name];
    return typeof value === "string" || typeof value === "number" ? String(value).trim() : "";
  };
  const texts = TEXTS.filter((name) => text(name) !== "").map((name) => [name, text(name)]);
  return {
    ...Object.fromEntries(texts),
    ...readPeriod(given),
    ...((given.refused === true || given.refused === "true") && { refused: true }),
  };
}
