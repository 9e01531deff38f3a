import type { Kysely } from "kysely";
import type { Clock } from "../../platform/clock/clock.ts";
import type { Jobs } from "../../platform/jobs/index.ts";
import type { ReaderPool } from "./reading/index.ts";

/** What intake works with; joined by the composition root. */
export interface IntakeParts {
  readonly db: Kysely<unknown>;
  readonly jobs: Pick<Jobs, "enqueue" | "publish" | "notifyChange">;
  readonly clock: Clock;
}

/** What the pipeline needs besides: the threads that read messages. */
export interface PipelineParts extends IntakeParts {
  readonly reader: Pick<ReaderPool, "read">;
}
