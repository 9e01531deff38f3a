import type { AuditActor, AuditAnomaly, AuditObject } from "@varde/contract";

/** What somebody did in one hour of one day, in Norway. */
export interface ActivityHour {
  readonly actor: AuditActor;
  readonly day: string;
  readonly hour: number;
  /** Reads, lists, searches, downloads and exports. */
  readonly reads: number;
  readonly refusals: number;
  /** Cases opened in an emergency. */
  readonly openings: number;
  /** Some of the entries. */
  readonly entries: readonly number[];
}

/** Reads of something about a person who bears the name of somebody on the staff; possibly a namesake. */
export interface KnownPersonRead {
  readonly actor: AuditActor;
  readonly day: string;
  readonly object: AuditObject;
  readonly name: string;
  readonly isOwn: boolean;
  readonly times: number;
  readonly entries: readonly number[];
}

/** What the rules look at: a period, and before it enough days to know what is usual. */
export interface Activity {
  readonly hours: readonly ActivityHour[];
  readonly readsOfStaff: readonly KnownPersonRead[];
  /** Roles by the id of the person. */
  readonly roles: ReadonlyMap<string, readonly string[]>;
  /** The first day that is judged; days before it only show what is usual. */
  readonly from: string;
}

/** The limits of the rules. Low enough to find, high enough that somebody still reads the list. */
export const LIMITS = {
  /** Fewer reads in a day are never unusual. */
  readsWorthALook: 40,
  /** So many times the person's own usual day … */
  timesOwnHabit: 3,
  /** … and so many times the usual day of those with the same role. */
  timesRoleHabit: 2,
  /** Days somebody must have worked before their own habit counts. */
  daysOfHabit: 5,
  /** Office hours, with room on both sides. */
  firstHour: 6,
  lastHour: 20,
  /** Reads outside them that are worth a look. */
  readsOutside: 3,
  refusalsInADay: 5,
} as const;

interface ActivityDay extends Omit<ActivityHour, "hour"> {
  readonly outside: number;
}

/** Everything an auditor should look at, newest day first. Pure. */
export function findAnomalies({ hours, readsOfStaff, roles, from }: Activity): AuditAnomaly[] {
  const days = daysOf(hours);
  const judged = days.filter(({ day }) => day >= from);
  return [
    ...judged.flatMap((day) => unusualVolume(day, days, roles)),
    ...readsOfStaff.filter(({ day }) => day >= from).map(readOfStaff),
    ...judged.filter(({ outside }) => outside >= LIMITS.readsOutside).map(outsideHours),
    ...judged
      .filter(({ openings }) => openings > 0)
      .map((day) => anomaly("breakGlass", day, { times: day.openings })),
    ...judged
      .filter(({ refusals }) => refusals >= LIMITS.refusalsInADay)
      .map((day) => anomaly("repeatedRefusals", day, { times: day.refusals })),
  ].sort((a, b) => (a.day < b.day ? 1 : a.day > b.day ? -1 : 0));
}

/** Whether an hour of a day lies outside office hours: early, late, or in a weekend. */
export function isOutsideHours(day: string, hour: number): boolean {
  const weekday = new Date(`${day}T12:00:00Z`).getUTCDay();
  return weekday === 0 || weekday === 6 || hour < LIMITS.firstHour || hour >= LIMITS.lastHour;
}

function daysOf(hours: readonly ActivityHour[]): ActivityDay[] {
  const days = new Map<string, ActivityDay>();
  for (const { hour, ...one } of hours) {
    const key = `${keyOf(one.actor)} ${one.day}`;
    const so = days.get(key) ?? { ...one, reads: 0, refusals: 0, openings: 0, outside: 0, entries: [] };
    days.set(key, {
      ...so,
      reads: so.reads + one.reads,
      refusals: so.refusals + one.refusals,
      openings: so.openings + one.openings,
      outside: so.outside + (isOutsideHours(one.day, hour) ? one.reads : 0),
      entries: [...so.entries, ...one.entries].slice(0, 5),
    });
  }
  return [...days.values()];
}

/** Reads far above what the person, and people with the same role, usually do in a day. */
function unusualVolume(
  day: ActivityDay,
  days: readonly ActivityDay[],
  roles: Activity["roles"],
): AuditAnomaly[] {
  if (day.reads < LIMITS.readsWorthALook) return [];
  const before = days.filter((other) => other.day < day.day && other.reads > 0);
  const own = before.filter(({ actor }) => keyOf(actor) === keyOf(day.actor));
  const ownRoles = roles.get(day.actor.id ?? "") ?? [];
  const peers = before.filter(
    ({ actor }) =>
      keyOf(actor) !== keyOf(day.actor) &&
      (roles.get(actor.id ?? "") ?? []).some((role) => ownRoles.includes(role)),
  );
  const ownHabit = own.length >= LIMITS.daysOfHabit ? median(own) : undefined;
  const roleHabit = peers.length >= LIMITS.daysOfHabit ? median(peers) : undefined;
  const isUnusual =
    (ownHabit !== undefined || roleHabit !== undefined) &&
    (ownHabit === undefined || day.reads > LIMITS.timesOwnHabit * ownHabit) &&
    (roleHabit === undefined || day.reads > LIMITS.timesRoleHabit * roleHabit);
  if (!isUnusual) return [];
  return [
    anomaly("unusualVolume", day, {
      reads: day.reads,
      ...(ownHabit !== undefined && { ownHabit }),
      ...(roleHabit !== undefined && { roleHabit }),
    }),
  ];
}

function readOfStaff({ isOwn, name, times, object, ...where }: KnownPersonRead): AuditAnomaly {
  return { ...anomaly(isOwn ? "ownCase" : "colleaguesCase", where, { name, times }), object };
}

function outsideHours(day: ActivityDay): AuditAnomaly {
  return anomaly("outsideHours", day, { reads: day.outside });
}

function anomaly(
  rule: AuditAnomaly["rule"],
  { actor, day, entries }: Pick<ActivityHour, "actor" | "day" | "entries">,
  params: AuditAnomaly["params"],
): AuditAnomaly {
  return { rule, actor, day, params, object: null, entries: [...entries] };
}

function median(days: readonly ActivityDay[]): number {
  const reads = days.map((day) => day.reads).sort((a, b) => a - b);
  return reads[Math.floor(reads.length / 2)] ?? 0;
}

const keyOf = ({ kind, id, name }: AuditActor): string => `${kind} ${id ?? name}`;
