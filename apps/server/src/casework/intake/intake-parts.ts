import type { Kysely } from "kysely";
import type { Clock } from "../../platform/clock/clock.ts";
import type { Jobs } from "../../platform/jobs/index.ts";
import type { Reading } from "./reading/reading.ts";

/** What intake works with; joined by the composition root. */
export interface IntakeParts {
  readonly db: Kysely<unknown>;
  readonly jobs: Pick<Jobs, "enqueue" | "publish">;
  readonly clock: Clock;
}

/** Reads the bytes of one message with the profiles that are switched on; never rejects for what the message holds. */
export interface MessageReader {
  /** Resolves when reading can begin at once. */
  ready(): Promise<void>;
  read(bytes: Uint8Array): Promise<Reading>;
}

/** What the pipeline needs besides: the threads that read messages. */
export interface PipelineParts extends IntakeParts {
  readonly reader: MessageReader;
}
