/** Where the time comes from, so that rules and tests can be given any instant. */
export interface Clock {
  now(): Date;
}

/** The machine's clock. */
export const systemClock: Clock = { now: () => new Date() };

/** A clock that stands at `at` until it is moved; for tests and replays. */
export function fixedClock(at: Date | string): Clock & { move(to: Date | string): void } {
  let instant = new Date(at);
  return {
    now: () => new Date(instant),
    move: (to) => {
      instant = new Date(to);
    },
  };
}
