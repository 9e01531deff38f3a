import type { Kysely } from "kysely";
import { readStanding, type Standing } from "../../../access/index.ts";
import { listAway } from "./officers.sql.ts";
import type { QueueReader } from "./queue.sql.ts";

/** What a person sees of the queue, and which cases are theirs, at an instant. */
export async function readQueueReader(db: Kysely<unknown>, personId: string, at: Date): Promise<QueueReader> {
  const standing = await readStanding(db, personId, at);
  const away = await listAway(db, at);
  return queueReaderOf(standing, {
    away,
    at,
  });
}

/** The same rule of reading as for one case (`judgeOnCase`), turned into what a query can ask. */
export function queueReaderOf(
  { person, permissions, units, standsInFor, openedCases, excludedCases }: Standing,
  { away, at }: { away: readonly { readonly personId: string; readonly hasStandIn: boolean }[]; at: Date },
): QueueReader {
  const ways = [{ permissions, units, excludedCases }, ...standsInFor];
  const reading = ways.filter((way) => way.permissions.has("readCases"));
  return {
    everywhere: reading.some((way) => way.permissions.has("readEveryCase")),
    ways: reading.map((way) => ({ units: [...way.units], shutCases: [...way.excludedCases] })),
    openedCases: permissions.has("readCases") ? [...openedCases] : [],
    shutCases: [...excludedCases],
    own: [person.id, ...standsInFor.map((absence) => absence.person.id)],
    away: new Set(away.map(({ personId }) => personId)),
    awayAlone: away.filter(({ hasStandIn }) => !hasStandIn).map(({ personId }) => personId),
    at,
  };
}
