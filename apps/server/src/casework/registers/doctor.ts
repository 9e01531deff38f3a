import type { DoctorCheck } from "@varde/contract";
import { countPeople, listLoads } from "./registers.sql.ts";
import type { RegistersParts } from "./registers-parts.ts";

/** The extract of HPR is made daily; a mirror older than this misses people. */
const OLDEST_MIRROR_DAYS = 7;

const LOAD = "Load one: varde hpr load FILE.";

/** Looks at the mirror of the register. Throws when the database fails. */
export async function registersDoctorChecks({
  db,
  clock,
}: Pick<RegistersParts, "db" | "clock">): Promise<DoctorCheck[]> {
  const [people, loads] = [await countPeople(db), await listLoads(db)];
  const found = (state: DoctorCheck["state"], code: string, advice = "", params = {}): DoctorCheck[] => [
    { name: "hprMirror", state, code, params, advice },
  ];
  const [newest] = loads;
  if (!newest || people === 0)
    return found("error", "registerEmpty", `No register is loaded, so no alert can be matched. ${LOAD}`);
  if (newest.state === "failed" || newest.state === "stopped")
    return found(
      "warning",
      "loadUnfinished",
      "The latest load did not come to its end. Load its file again to go on.",
      {
        file: newest.fileName,
        failure: newest.failure ?? newest.state,
      },
    );
  const done = loads.find(({ state }) => state === "done");
  const days = done?.finishedAt
    ? Math.floor((clock.now().getTime() - Date.parse(done.finishedAt)) / 86_400_000)
    : OLDEST_MIRROR_DAYS;
  if (days >= OLDEST_MIRROR_DAYS)
    return found("warning", "registerOld", `The register was loaded ${days} days ago. ${LOAD}`, { days });
  return found("ok", "registerFresh", "", { people, days });
}
