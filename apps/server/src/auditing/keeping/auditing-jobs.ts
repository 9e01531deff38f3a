import { jobActor, tellWitness } from "../../platform/audit/index.ts";
import type { Jobs } from "../../platform/jobs/index.ts";
import type { AuditingParts } from "../auditing-parts.ts";
import { verifyLog } from "./verify-log.ts";

/** A night's work on the largest log; the queue gives up a run after this. */
const HOURS_6 = 6 * 3600;

/** Makes the jobs of the audit log known: verified every night, and told to the witness where there is one. */
export function defineAuditingJobs(jobs: Jobs, parts: AuditingParts): void {
  jobs.define({
    name: "verify-audit",
    singleton: true,
    cron: "40 2 * * *",
    timeLimit: HOURS_6,
    handler: async (_job, { signal }) => {
      await verifyLog(parts, { actor: jobActor("verify-audit"), signal });
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
