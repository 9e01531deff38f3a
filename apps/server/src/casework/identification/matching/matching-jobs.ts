import type { Jobs } from "../../../platform/jobs/index.ts";
import { registerVersion } from "../../registers/index.ts";
import type { MatchingParts } from "../identification-parts.ts";
import { areSweepsPaused, countOutdated } from "../sweeps/sweeps.sql.ts";
import { identifyAlerts } from "./identify-alerts.ts";
import { countUnmatched } from "./match.sql.ts";
import { recheckAlerts } from "./recheck-alerts.ts";
import { presentEngine } from "./register-index.ts";

const IDENTIFY = "identify-alerts";
/** The job that holds alerts against the register again. */
export const RECHECK = "recheck-alerts";

/**
 * Makes the jobs of matching known. They are only woken: what is to be done stands in the tables. The crons catch what
 * a wake-up missed, and after an upgrade of the engine they hold everything against the new one.
 */
export function defineMatchingJobs(jobs: Jobs, parts: MatchingParts): void {
  jobs.define({
    name: IDENTIFY,
    singleton: true,
    cron: "*/2 * * * *",
    handler: async (_job, { signal }) => {
      await identifyAlerts(parts, signal);
    },
  });
  jobs.define({
    name: RECHECK,
    singleton: true,
    cron: "*/10 * * * *",
    handler: async (_job, { signal }) => {
      await recheckAlerts(parts, signal);
    },
  });
  jobs.subscribe("alertVersionRegistered", "identify-alerts-when-version-registered", (_event, { tx }) =>
    jobs.enqueue(tx, IDENTIFY),
  );
  jobs.subscribe("registerLoaded", "recheck-alerts-when-register-loaded", (_event, { tx }) =>
    jobs.enqueue(tx, RECHECK),
  );
}

const PAUSE_MS = 200;

/**
 * Identifies and rechecks beside whoever else does, until every version has been asked about and every valid alert has
 * been held against the register as it stands, or the signal is given. While sweeps are told to wait, only the first. For commands that wait.
 */
export async function settleIdentification(parts: MatchingParts, signal?: AbortSignal): Promise<void> {
  for (;;) {
    const { version } = await registerVersion(parts.db);
    const unmatched = await countUnmatched(parts.db);
    const waits = await areSweepsPaused(parts.db);
    const left = waits ? 0 : (await countOutdated(parts.db, presentEngine(version))).left;
    if (unmatched + left === 0 || signal?.aborted) return;
    const done = (await identifyAlerts(parts, signal)) + (await recheckAlerts(parts, signal));
    // What is left is in another process's hands.
    if (done === 0) await new Promise((resume) => setTimeout(resume, PAUSE_MS));
  }
}
