import type { DoctorCheck } from "@varde/contract";
import type { Kysely } from "kysely";
import { ailing, fine } from "../../platform/doctor/doctor-check.ts";
import { registerVersion } from "../registers/index.ts";
import { countUnmatched } from "./matching/match.sql.ts";
import { presentEngine } from "./matching/register-index.ts";
import { countOutdated, readSweeps } from "./sweeps/sweeps.sql.ts";

const WAIT = "A worker does it by itself; see that one runs (varde worker) and that no job has failed.";

/**
 * Looks at whether every alert has been held against the register as it stands, by the engine and model of this release,
 * and how far a sweep has come. Throws when the database fails.
 */
export async function identificationDoctorChecks(db: Kysely<unknown>): Promise<DoctorCheck[]> {
  const { version } = await registerVersion(db);
  const unmatched = await countUnmatched(db);
  const { left: outdated } = await countOutdated(db, presentEngine(version));
  return [
    unmatched === 0
      ? fine("matching", "allMatched")
      : ailing("matching", "warning", "alertsUnmatched", WAIT, { unmatched }),
    outdated === 0
      ? fine("watch", "allCheckedAgainstRegister")
      : ailing("watch", "warning", "alertsCheckedAgainstOlderRegister", WAIT, { outdated }),
    await checkSweeps(db),
  ];
}

async function checkSweeps(db: Kysely<unknown>): Promise<DoctorCheck> {
  const { paused, sweeps } = await readSweeps(db);
  if (paused)
    return ailing(
      "sweeps",
      "warning",
      "sweepsPaused",
      `${paused.by} told sweeps to wait at ${paused.at}: until they go on, older alerts do not hear of changes in the register. Let them go on under Operations.`,
      { since: paused.at, by: paused.by },
    );
  const running = sweeps.find(({ state }) => state === "running");
  if (!running) return fine("sweeps", "noSweepRuns");
  const { done, total, differing, cause } = running;
  return fine("sweeps", "sweepRuns", { cause, done, total, differing });
}
