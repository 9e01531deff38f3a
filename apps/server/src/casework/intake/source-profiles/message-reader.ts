import type { IntakeParts, MessageReader } from "../intake-parts.ts";
import { checkProfile, type ReaderPool, type SourceProfile } from "../reading/index.ts";
import { activeProfileRows } from "./source-profiles.sql.ts";

const KEPT_MS = 5_000;

/** Joins the reading threads and the profiles that are switched on; a newly switched-on one is used within five seconds. */
export function createMessageReader(
  { db, clock }: Pick<IntakeParts, "db" | "clock">,
  pool: Pick<ReaderPool, "read">,
): MessageReader {
  let kept: { at: number; profiles: Promise<readonly SourceProfile[]> } | undefined;
  const current = () => {
    const now = clock.now().getTime();
    if (!kept || now - kept.at > KEPT_MS) {
      const profiles = activeProfiles(db);
      kept = { at: now, profiles };
      profiles.catch(() => {
        kept = undefined;
      });
    }
    return kept.profiles;
  };
  return { read: async (bytes) => pool.read(bytes, await current()) };
}

/** The profiles that are switched on. */
export async function activeProfiles(db: IntakeParts["db"]): Promise<readonly SourceProfile[]> {
  const rows = await activeProfileRows(db);
  return rows.flatMap(({ yaml }) => {
    const checked = checkProfile(yaml);
    return "profile" in checked ? [checked.profile] : [];
  });
}
