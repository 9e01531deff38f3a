const MINUTE = 60_000;

/** Milliseconds without an act of the person after which a session is over. */
export const IDLE_LIMIT = 60 * MINUTE;
/** Milliseconds after login when a session is over whatever happens. */
export const LONGEST_SESSION = 12 * 60 * MINUTE;
/** Milliseconds a login may be under way. */
export const LONGEST_LOGIN = 10 * MINUTE;
/** Milliseconds between two notes of when a person was last seen; saves a write for each request. */
export const SEEN_PRECISION = MINUTE;
/** Logins one browser may have under way, in as many tabs; the oldest gives way. */
export const PENDING_LOGINS = 5;

/** The times of a session. */
export interface SessionTimes {
  readonly lastSeenAt: Date;
  readonly endsAt: Date;
}

/** Whether a session may no longer be used. */
export function isOver({ lastSeenAt, endsAt }: SessionTimes, now: Date): boolean {
  return now >= endsAt || now.getTime() - lastSeenAt.getTime() >= IDLE_LIMIT;
}

/** When a session that starts now ends at the latest: a login under way soon, a session after login late. */
export function latestEnd(now: Date, loggedIn: boolean): Date {
  return new Date(now.getTime() + (loggedIn ? LONGEST_SESSION : LONGEST_LOGIN));
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
