import type { Kysely } from "kysely";
import type { Clock } from "../../platform/clock/clock.ts";
import type { Jobs } from "../../platform/jobs/index.ts";
import type { RegisterIndex } from "./matching/register-index.ts";

/** What identification works with; joined by the composition root. */
export interface IdentificationParts {
  readonly db: Kysely<unknown>;
  readonly jobs: Pick<Jobs, "publish">;
  readonly clock: Clock;
}

/** What matching needs besides: the register, held in memory. */
export interface MatchingParts extends IdentificationParts {
  readonly index: RegisterIndex;
}
