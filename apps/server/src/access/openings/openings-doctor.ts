import type { DoctorCheck } from "@varde/contract";
import type { Kysely } from "kysely";
import { ailing, fine } from "../../platform/doctor/doctor-check.ts";
import { countUnseen } from "./openings.sql.ts";

const ADVICE = "The process owner looks into each of them and notes it as seen.";

/** Looks at whether emergency openings are looked into. Throws when the database fails. */
export async function openingsDoctorChecks(db: Kysely<unknown>): Promise<DoctorCheck[]> {
  const openings = await countUnseen(db);
  return [
    openings === 0
      ? fine("openings", "everyOpeningSeen")
      : ailing("openings", "warning", "openingsUnseen", ADVICE, { openings }),
  ];
}
