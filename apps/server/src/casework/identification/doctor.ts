import type { DoctorCheck } from "@varde/contract";
import type { Kysely } from "kysely";
import { ailing, fine } from "../../platform/doctor/doctor-check.ts";
import { registerVersion } from "../registers/index.ts";
import { countUnchecked } from "./matching/match.sql.ts";

const WAIT = "A worker does it by itself; see that one runs (varde worker) and that no job has failed.";

/** Looks at whether every alert has been held against the register as it stands. Throws when the database fails. */
export async function identificationDoctorChecks(db: Kysely<unknown>): Promise<DoctorCheck[]> {
  const { version } = await registerVersion(db);
  const { unmatched, outdated } = await countUnchecked(db, version);
  return [
    unmatched === 0
      ? fine("matching", "allMatched")
      : ailing("matching", "warning", "alertsUnmatched", WAIT, { unmatched }),
    outdated === 0
      ? fine("watch", "allCheckedAgainstRegister")
      : ailing("watch", "warning", "alertsCheckedAgainstOlderRegister", WAIT, { outdated }),
  ];
}
