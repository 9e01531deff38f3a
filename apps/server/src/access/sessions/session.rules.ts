const MINUTE = 60_000;

/** Milliseconds a login may be under way. */
export const LONGEST_LOGIN = 10 * MINUTE;
/** Milliseconds between two notes of when a person was last seen; saves a write for each request. */
export const SEEN_PRECISION = MINUTE;
/** Logins one browser may have under way, in as many tabs; the oldest gives way. */
export const PENDING_LOGINS = 5;

/** How long sessions last, in minutes. */
export interface SessionLimits {
  /** Without an act of the person. */
  readonly idle: number;
  /** After login, whatever happens. */
  readonly longest: number;
  /** That a person counts as having just proved who they are. */
  readonly stepUp: number;
}

/** What holds where nothing else is configured. */
export const SESSION_LIMITS: SessionLimits = { idle: 60, longest: 12 * 60, stepUp: 10 };

/** The times of a session. */
export interface SessionTimes {
  readonly idleEndsAt: Date;
  readonly endsAt: Date;
}

/** Whether a session may no longer be used. */
export function isOver({ idleEndsAt, endsAt }: SessionTimes, now: Date): boolean {
  return now >= endsAt || now >= idleEndsAt;
}

/** The instant some minutes later. */
export function minutesAfter(at: Date, minutes: number): Date {
  return new Date(at.getTime() + minutes * MINUTE);
}

/** When a session that begins with a login now ends whatever happens. */
export function latestEnd(now: Date, { longest }: Pick<SessionLimits, "longest">): Date {
  return minutesAfter(now, longest);
}

/** Whether a person still counts as having just proved who they are. */
export function isSteppedUp(stepUpUntil: Date | undefined, now: Date): boolean {
  return stepUpUntil !== undefined && now < stepUpUntil;
}

/** Whether it is time to note again that the person was seen. */
export function shouldNoteSeen(lastSeenAt: Date, now: Date): boolean {
  return now.getTime() - lastSeenAt.getTime() >= SEEN_PRECISION;
}

/** The logins under way after one more has begun. */
export function withPending<T>(
  pending: Readonly<Record<string, T>>,
  state: string,
  login: T,
): Record<string, T> {
  const latest = Object.entries(pending).slice(-(PENDING_LOGINS - 1));
  return Object.fromEntries([...latest, [state, login]]);
}
