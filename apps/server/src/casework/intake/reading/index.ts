export { DEFAULT_LIMITS, type ReadingLimits } from "./limits.ts";
export { checkProfile, type ProfileCheck, type ProfileError } from "./profiles/check-profile.ts";
export { loadShippedProfiles } from "./profiles/shipped.ts";
export { type SourceProfile, sourceProfileSchema } from "./profiles/source-profile.ts";
export { readMessage } from "./read-message.ts";
export { createReaderPool, type ReaderPool, type ReaderPoolOptions } from "./reader-pool.ts";
export type * from "./reading.ts";
export { professionNames } from "./vocabulary/vocabulary.ts";
