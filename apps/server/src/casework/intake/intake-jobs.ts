import type { Jobs } from "../../platform/jobs/index.ts";
import { expireAlerts } from "./alerts/expire-alerts.ts";
import { takeBalance } from "./balance/take-balance.ts";
import type { PipelineParts } from "./intake-parts.ts";
import { DRAIN_JOB, drainIntake } from "./pipeline/drain-intake.ts";
import type { ImapSettings } from "./sources/imap/imap-settings.ts";

/** A run of the pipeline ends by then; the cron starts the next one where more is left. */
const DRAIN_MS = 10 * 60 * 1000;

/**
 * Makes the jobs of intake known: the pipeline, woken by every batch received and swept each minute; the daily balance;
 * and alerts that end by their date.
 */
export function defineIntakeJobs(jobs: Jobs, parts: PipelineParts, mailboxes: readonly ImapSettings[]): void {
  jobs.define({
    name: DRAIN_JOB,
    cron: "* * * * *",
    handler: (_job, { signal }) =>
      drainIntake(parts, AbortSignal.any([signal, AbortSignal.timeout(DRAIN_MS)])),
  });
  jobs.define({
    name: "balance-intake",
    singleton: true,
    cron: "0 6 * * *",
    handler: async () => {
      await takeBalance(parts, mailboxes);
    },
  });
  jobs.define({
    name: "expire-alerts",
    singleton: true,
    cron: "5 0 * * *",
    handler: async () => {
      await expireAlerts(parts);
    },
  });
}
