import type { Kysely } from "kysely";
import type { Clock } from "../../platform/clock/clock.ts";
import type { Jobs } from "../../platform/jobs/index.ts";

/** What the registers work with; joined by the composition root. */
export interface RegistersParts {
  readonly db: Kysely<unknown>;
  readonly jobs: Pick<Jobs, "publish">;
  readonly clock: Clock;
}
