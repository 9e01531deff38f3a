import type { Permission } from "@varde/contract/access";
import { readDateEntry } from "../../platform/formats/date-entry.ts";
import { endOfDay, startOfDay } from "../../platform/formats/day-start.ts";

const SHORTEST_REASON = 3;

/** A stand-in while somebody writes it: days as Norwegians write them, nobody chosen as "". */
export interface AppointDraft {
  readonly absentId: string;
  readonly standInId: string;
  readonly from: string;
  readonly until: string;
  readonly permissions: readonly Permission[];
  readonly units: readonly string[];
  readonly reason: string;
}

export const EMPTY_APPOINTMENT: AppointDraft = {
  absentId: "",
  standInId: "",
  from: "",
  until: "",
  permissions: [],
  units: [],
  reason: "",
};

/** Whether what this browser kept is a draft of a stand-in. */
export function isAppointDraft(content: unknown): content is AppointDraft {
  if (typeof content !== "object" || content === null) return false;
  const given = content as Record<string, unknown>;
  return Object.entries(EMPTY_APPOINTMENT).every(([name, empty]) =>
    typeof empty === "string" ? typeof given[name] === "string" : Array.isArray(given[name]),
  );
}

export type AppointErrors = Readonly<
  Partial<Record<"absentId" | "standInId" | "from" | "until" | "reason", "choose" | "notADate" | "short">>
>;

/** What is sent, or what must be mended first. Without limits everything that may pass on passes on. */
export function readAppointment(draft: AppointDraft, own: boolean) {
  const from = draft.from.trim() === "" ? "" : readDateEntry(draft.from);
  const until = readDateEntry(draft.until);
  const errors: AppointErrors = {
    ...(!own && draft.absentId === "" && { absentId: "choose" }),
    ...(draft.standInId === "" && { standInId: "choose" }),
    ...(from === undefined && { from: "notADate" }),
    ...(until === undefined && { until: "notADate" }),
    ...(draft.reason.trim().length < SHORTEST_REASON && { reason: "short" }),
  };
  if (Object.keys(errors).length > 0 || until === undefined || from === undefined) return { errors };
  return {
    errors,
    body: {
      ...(!own && { absentId: draft.absentId }),
      standInId: draft.standInId,
      ...(from !== "" && { from: startOfDay(from) }),
      until: endOfDay(until),
      permissions: draft.permissions.length > 0 ? [...draft.permissions] : null,
      units: draft.units.length > 0 ? [...draft.units] : null,
      reason: draft.reason.trim(),
    },
  };
}
