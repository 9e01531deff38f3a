import type { Kysely } from "kysely";
import type { Clock } from "../../platform/clock/clock.ts";
import type { Jobs } from "../../platform/jobs/index.ts";
import type { MessageReader } from "../intake/index.ts";

/** What cases work with; joined by the composition root. A clock of one's own lets a history be replayed. */
export interface CasesParts {
  readonly db: Kysely<unknown>;
  readonly jobs: Pick<Jobs, "publish">;
  readonly clock: Clock;
}

/** What taking in files needs besides: the threads that read what is hostile until proven otherwise. */
export interface AttachmentParts extends CasesParts {
  readonly reader: Pick<MessageReader, "read">;
}
