import { availableParallelism } from "node:os";
import type { IntakeParts, MessageReader } from "../intake-parts.ts";
import { checkProfile, type Reading, type SourceProfile } from "../reading/index.ts";
import { activeProfileRows } from "./source-profiles.sql.ts";

/** Reads one message with the profiles given, safe from whatever it holds. */
export interface ReadingThreads {
  read(bytes: Uint8Array, profiles: readonly SourceProfile[]): Promise<Reading>;
}

const KEPT_MS = 5_000;

/** Joins the reading threads and the profiles that are switched on; a newly switched-on one is used within five seconds. */
export function createMessageReader(
  { db, clock }: Pick<IntakeParts, "db" | "clock">,
  threads: ReadingThreads,
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
  const read = async (bytes: Uint8Array) => threads.read(bytes, await current());
  let warming: Promise<unknown> | undefined;
  return {
    read,
    async ready() {
      // Starts every thread and lets it learn the profiles, on a message that holds nothing.
      warming ??= Promise.all(Array.from({ length: availableParallelism() }, () => read(new Uint8Array())));
      await warming.catch((error: unknown) => {
        warming = undefined;
        throw error;
      });
    },
  };
}

/** The profiles that are switched on. */
export async function activeProfiles(db: IntakeParts["db"]): Promise<readonly SourceProfile[]> {
  const rows = await activeProfileRows(db);
  return rows.flatMap(({ yaml }) => checkProfile(yaml).profile ?? []);
}
