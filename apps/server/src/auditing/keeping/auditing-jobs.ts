import { jobActor, tellWitness } from "../../platform/audit/index.ts";
import type { Jobs } from "../../platform/jobs/index.ts";
import type { AuditingParts } from "../auditing-parts.ts";
import { verifyLog } from "./verify-log.ts";

/** A night's work on the largest log; the queue gives up a run after this. */
const HOURS_6 = 6 * 3600;

/**
 * Makes the jobs of the audit log known: verified every night, and told to the witness where there is one. A broken
 * log is a failed job, so that the system owner sees it among the robot's troubles.
 */
export function defineAuditingJobs(jobs: Jobs, parts: AuditingParts): void {
  jobs.define({
    name: "verify-audit",
    singleton: true,
    cron: "40 2 * * *",
    timeLimit: HOURS_6,
    retryLimit: 1,
    handler: async (_job, { signal }) => {
      const { fault } = await verifyLog(parts, { actor: jobActor("verify-audit"), signal });
      if (fault) throw new Error(`The audit log is broken at entry ${fault.seq}: ${fault.how}`);
    },
  });
  const { witness } = parts.anchoring;
  if (!witness) return;
  jobs.define({
    name: "tell-witness",
    singleton: true,
    cron: "*/10 * * * *",
    retryLimit: 10,
    retryDelay: 5,
    handler: () => tellWitness(parts, witness),
  });
}
