import type { IntakeParts } from "../intake-parts.ts";
import { checkProfile, type SourceProfile } from "../reading/index.ts";
import { activeProfileRows } from "./source-profiles.sql.ts";

/** The profiles that are switched on, kept so that messages need not ask the database one by one. */
export interface ActiveProfiles {
  current(): Promise<readonly SourceProfile[]>;
}

const KEPT_MS = 5_000;

/** Starts keeping the active profiles; a profile that is switched on is seen within five seconds. */
export function keepActiveProfiles({ db, clock }: Pick<IntakeParts, "db" | "clock">): ActiveProfiles {
  let kept: { at: number; profiles: Promise<readonly SourceProfile[]> } | undefined;
  return {
    current() {
      const now = clock.now().getTime();
      if (!kept || now - kept.at > KEPT_MS) {
        const profiles = loadActiveProfiles(db);
        kept = { at: now, profiles };
        profiles.catch(() => (kept = undefined));
      }
      return kept.profiles;
    },
  };
}

async function loadActiveProfiles(db: IntakeParts["db"]): Promise<readonly SourceProfile[]> {
  const rows = await activeProfileRows(db);
  return rows.flatMap(({ yaml }) => {
    const checked = checkProfile(yaml);
    return "profile" in checked ? [checked.profile] : [];
  });
}
