import { createIndex, type LinkResult, type PersonRecord } from "@varde/linkage";
import type { Kysely } from "kysely";
import { knownPerson } from "../rules/known-person.ts";
import { readSaidAfter } from "./applicants.sql.ts";

const VERSIONS_PER_STEP = 2000;
/** So many alerts about people who look like one applicant are told of at most. */
const MOST_ALERTS = 50;

/** The people of all alerts in memory, withdrawn ones too, as the linkage engine asks them; one for each process. */
export interface AlertIndex {
  /** Takes in what alerts have said since last time, everything at the first call. Throws when the database fails. */
  refresh(): Promise<void>;
  /** Which alerts may be about a person: candidates whose `id` is that of the alert. Call `refresh` before. */
  link(person: PersonRecord): LinkResult;
}

/** Makes the index of the people in alerts; nothing is read before the first `refresh`. */
export function createAlertIndex(db: Kysely<unknown>): AlertIndex {
  const index = createIndex();
  let after = 0;
  let running: Promise<void> | undefined;

  const follow = async () => {
    for (;;) {
      const step = await readSaidAfter(db, after, VERSIONS_PER_STEP);
      if (!step) return;
      for (const [alertId, versions] of Map.groupBy(step.said, (said) => said.alertId))
        index.change(knownPerson(alertId, versions));
      after = step.lastVersion;
    }
  };

  return {
    async refresh() {
      // What was committed after a running refresh read its last step is not in it: wait for it, then read on.
      await running?.catch(() => {});
      running ??= follow().finally(() => {
        running = undefined;
      });
      return running;
    },
    link: (person) => index.link(person, { top: MOST_ALERTS }),
  };
}
