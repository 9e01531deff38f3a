import type { Kysely } from "kysely";
import type { Clock } from "../../platform/clock/clock.ts";
import type { Jobs } from "../../platform/jobs/index.ts";

/** What monitoring works with; joined by the composition root. */
export interface MonitoringParts {
  readonly db: Kysely<unknown>;
  readonly jobs: Pick<Jobs, "stats" | "listFailed" | "retry">;
  readonly clock: Clock;
}
