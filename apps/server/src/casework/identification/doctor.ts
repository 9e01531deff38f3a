import type { DoctorCheck } from "@varde/contract";
import type { Kysely } from "kysely";
import { registerVersion } from "../registers/index.ts";
import { countUnchecked } from "./matching/match.sql.ts";

const WAIT = "A worker does it by itself; see that one runs (varde worker) and that no job has failed.";

/** Looks at whether every alert has been held against the register as it stands. Throws when the database fails. */
export async function identificationDoctorChecks(db: Kysely<unknown>): Promise<DoctorCheck[]> {
  const { version } = await registerVersion(db);
  const { unmatched, outdated } = await countUnchecked(db, version);
  return [
    unmatched === 0
      ? { name: "matching", state: "ok", code: "allMatched", params: {}, advice: "" }
      : { name: "matching", state: "warning", code: "alertsUnmatched", params: { unmatched }, advice: WAIT },
    outdated === 0
      ? { name: "watch", state: "ok", code: "allCheckedAgainstRegister", params: {}, advice: "" }
      : {
          name: "watch",
          state: "warning",
          code: "alertsCheckedAgainstOlderRegister",
          params: { outdated },
          advice: WAIT,
        },
  ];
}
