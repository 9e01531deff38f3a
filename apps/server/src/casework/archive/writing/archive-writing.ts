import type { Kysely } from "kysely";
import type { Actor } from "../../../platform/audit/index.ts";
import type { Clock } from "../../../platform/clock/clock.ts";
import { caseWordsIn } from "../../cases/index.ts";
import { archiveDay } from "../archive-days.ts";
import type { ArchivedCase } from "../archived-case.ts";
import { findArchiveRecord, listCaseIds, type WantedCases } from "../gathering/archive.sql.ts";
import { archivedCaseOf } from "../gathering/archived-case-of.ts";

/** What archives are written with. */
export interface ArchiveParts {
  readonly db: Kysely<unknown>;
  readonly clock: Clock;
}

/** A wish for files of an archive in a folder. */
export interface ArchiveWish {
  readonly folder: string;
  readonly actor: Actor;
  /** Aborted: the case at hand is finished, and the rest is left for the next run. */
  readonly signal?: AbortSignal;
  readonly onProgress?: (done: number, total: number) => void;
}

/** Characters taken out of a text of a case, because XML cannot hold them. */
export interface RemovedFromCase {
  readonly case: string;
  readonly element: string;
  readonly count: number;
}

const CASES_AT_ONCE = 200;

/** Cases one at a time in the order of their numbers, each as it stands when it is reached. */
export async function* archivedCases(
  { db, clock }: ArchiveParts,
  wanted: WantedCases,
): AsyncGenerator<ArchivedCase> {
  const { values } = caseWordsIn("nb", archiveDay(clock.now().toISOString()));
  for (let after = 0; ; ) {
    const ids = await listCaseIds(db, wanted, { after, limit: CASES_AT_ONCE });
    for (const id of ids) {
      const record = await findArchiveRecord(db, id);
      if (record) yield archivedCaseOf(record, (code) => values[code] ?? code);
      after = id;
    }
    if (ids.length < CASES_AT_ONCE) return;
  }
}
