import { minutesAfter } from "../../sessions/session.rules.ts";

/** When failures lock somebody out, and for how long. */
export interface LockOut {
  readonly failures: number;
  /** Minutes after the first failure in which they count together. */
  readonly within: number;
  /** Minutes. */
  readonly lock: number;
}

/**
 * Whom failures are counted for. An address is generous, since a whole office may share one; a service account is
 * counted together with the address, so that nobody elsewhere can lock it out.
 */
export const LOCK_OUTS = {
  account: { failures: 10, within: 15, lock: 15 },
  client: { failures: 10, within: 15, lock: 15 },
  address: { failures: 60, within: 15, lock: 15 },
} as const satisfies Record<string, LockOut>;

/** Failures of one account or address so far. */
export interface Failures {
  readonly failures: number;
  /** When the first of those that count together was. */
  readonly since: Date;
  readonly lockedUntil: Date | null;
}

/** The failures after one more: old ones are forgotten, and enough of them in a short time lock out. */
export function afterFailure(before: Failures | undefined, now: Date, limit: LockOut): Failures {
  const counts = before !== undefined && now < minutesAfter(before.since, limit.within);
  const [failures, since] = counts ? [before.failures + 1, before.since] : [1, now];
  return {
    failures,
    since,
    lockedUntil: failures >= limit.failures ? minutesAfter(now, limit.lock) : (before?.lockedUntil ?? null),
  };
}

/** Whole seconds until one may try again; 0 where one may now. */
export function secondsLocked(lockedUntil: Date | null | undefined, now: Date): number {
  return lockedUntil ? Math.max(0, Math.ceil((lockedUntil.getTime() - now.getTime()) / 1000)) : 0;
}
