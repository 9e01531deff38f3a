import type { Jobs } from "../../../platform/jobs/index.ts";
import type { MatchingParts } from "../identification-parts.ts";
import { identifyAlerts } from "./identify-alerts.ts";
import { recheckAlerts } from "./recheck-alerts.ts";

const IDENTIFY = "identify-alerts";
const RECHECK = "recheck-alerts";

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

/** Identifies and rechecks in this process until nothing is left; for commands that wait where no worker runs. */
export async function settleIdentification(parts: MatchingParts, signal?: AbortSignal): Promise<void> {
  await identifyAlerts(parts, signal);
  await recheckAlerts(parts, signal);
}
