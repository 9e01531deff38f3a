import type { Jobs } from "../../../platform/jobs/index.ts";
import type { CasesParts } from "../cases-parts.ts";
import { defineOpening } from "../opening/open-case-when-identity-confirmed.ts";
import { refreshNames } from "../opening/opening.sql.ts";
import { recomputePriority } from "./recompute-priority.ts";
import { refreshStandings } from "./refresh-standings.ts";
import { remindOfDeadlines } from "./remind-of-deadlines.ts";

/** Events after which the facts that a priority rests on may be others. */
const PRIORITY_EVENTS = ["lookUpRecorded", "flagSet", "flagCleared", "alertJoined", "alertTakenApart"];

/** Makes the jobs and reactions of cases known. */
export function defineCaseJobs(jobs: Jobs, parts: CasesParts): void {
  defineOpening(jobs, parts);
  for (const event of PRIORITY_EVENTS)
    jobs.subscribe(event, `recompute-priority-when-${kebab(event)}`, async ({ payload }, { tx }) => {
      await recomputePriority(tx, parts, (payload as { caseId: number }).caseId);
    });
  jobs.subscribe("registerLoaded", "refresh-case-names-when-register-loaded", (_event, { tx }) =>
    refreshNames(tx),
  );
  jobs.define({
    name: "remind-of-case-deadlines",
    singleton: true,
    cron: "*/15 * * * *",
    handler: async () => {
      await remindOfDeadlines(parts);
    },
  });
  jobs.define({
    name: "refresh-case-standings",
    singleton: true,
    cron: "5 0 * * *",
    timeLimit: 3600,
    handler: async (_job, { signal }) => {
      await refreshStandings(parts, signal);
    },
  });
}

const kebab = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
