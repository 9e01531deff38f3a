import { jobActor, recordAudit } from "../../platform/audit/index.ts";
import type { AuditingParts } from "../auditing-parts.ts";

/** Counts the runs of jobs in this process, and tells the audit log. */
export interface JobTally {
  /** One run has ended. */
  count(name: string, outcome: "completed" | "failed"): void;
  /** Writes one entry for each job that ran since the last time, with how often. */
  write(): Promise<void>;
}

interface Runs {
  since: Date;
  completed: number;
  failed: number;
}

/**
 * Jobs run hundreds of times a second, and each change they make has a history of its own; so the log holds one entry
 * for each kind of job and stretch of time, not one a run. What writing fails to tell is told the next time.
 */
export function createJobTally({ db, clock }: Pick<AuditingParts, "db" | "clock">): JobTally {
  const runs = new Map<string, Runs>();
  return {
    count: (name, outcome) => {
      const so = runs.get(name) ?? { since: clock.now(), completed: 0, failed: 0 };
      so[outcome] += 1;
      runs.set(name, so);
    },
    write: async () => {
      const taken = Array.from(runs);
      for (const [name, { since, completed, failed }] of taken) {
        runs.delete(name);
        const details = { since: since.toISOString(), completed, failed };
        const object = { type: "job", id: name };
        await recordAudit(db, {
          at: clock.now(),
          actor: jobActor(name),
          act: "runJob",
          object,
          details,
        }).catch((error: unknown) => {
          const more = runs.get(name) ?? { since, completed: 0, failed: 0 };
          runs.set(name, { since, completed: more.completed + completed, failed: more.failed + failed });
          throw error;
        });
      }
    },
  };
}
