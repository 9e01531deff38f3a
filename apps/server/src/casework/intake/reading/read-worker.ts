import type { ReadingLimits } from "./limits.ts";
import type { SourceProfile } from "./profiles/source-profile.ts";
import { readMessage } from "./read-message.ts";
import type { Reading } from "./reading.ts";

/** One message for a reading thread. Nothing but plain values crosses over. */
export interface ReadingTask {
  bytes: Uint8Array;
  profiles: readonly SourceProfile[];
  limits: ReadingLimits;
}

/** Reads one message in a thread of the pool. */
export default function read({ bytes, profiles, limits }: ReadingTask): Promise<Reading> {
  return readMessage(bytes, profiles, limits);
}
