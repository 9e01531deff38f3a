import type { Kysely } from "kysely";
import type { Clock } from "../platform/clock/clock.ts";

/** What privacy works with. */
export interface PrivacyParts {
  readonly db: Kysely<unknown>;
  readonly clock: Clock;
}
