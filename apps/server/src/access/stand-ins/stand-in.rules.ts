import type { StandInView } from "@varde/contract";
import { forbidden, invalid, type Refusal, refused } from "../../platform/rules/refusal.ts";
import { type Limits, passedOn } from "../standing/standing.ts";

const DAY = 86_400_000;
/** Days a stand-in lasts at most; who is needed longer is appointed anew. */
export const LONGEST_STAND_IN = 366;

/** A stand-in as somebody wants it. */
export interface WantedStandIn {
  readonly absentId: string;
  readonly standInId: string;
  readonly from: Date;
  readonly until: Date;
  readonly limits: Limits;
}

/** Who appoints, and whether they may do so for others. */
export interface Appointing {
  readonly id: string;
  readonly mayForOthers: boolean;
}

/**
 * Why a stand-in cannot be appointed. People appoint their own; whoever may appoint for others never appoints
 * themselves, for that would be taking rights nobody gave.
 */
export function refuseStandIn(
  { absentId, standInId, from, until, limits }: WantedStandIn,
  by: Appointing,
  absentRoles: Parameters<typeof passedOn>[0],
  now: Date,
): Refusal | undefined {
  if (absentId === standInId) return invalid("standInForOneself");
  if (absentId !== by.id && !by.mayForOthers)
    return forbidden("permissionMissing", undefined, { permission: "appointStandIns" });
  if (absentId !== by.id && standInId === by.id) return refused("appointsThemself");
  if (until <= from || until <= now) return invalid("periodEndsBeforeItBegins");
  if (until.getTime() - from.getTime() > LONGEST_STAND_IN * DAY)
    return invalid("standInTooLong", { days: LONGEST_STAND_IN });
  const passing: ReadonlySet<string> = passedOn(absentRoles, { permissions: null, units: limits.units });
  const foreign = limits.permissions?.find((permission) => !passing.has(permission));
  if (foreign !== undefined) return invalid("permissionNotPassedOn", { permission: foreign });
  return passing.size === 0 ? refused("nothingToPassOn") : undefined;
}

/** Where a stand-in stands at an instant. */
export function stateOf(
  { from, until, endedAt }: { from: Date; until: Date; endedAt: Date | null },
  now: Date,
): StandInView["state"] {
  if (endedAt !== null) return "ended";
  if (until <= now) return "over";
  return from > now ? "ahead" : "running";
}
