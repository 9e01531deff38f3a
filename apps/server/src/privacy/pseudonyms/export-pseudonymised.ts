import { createWriteStream } from "node:fs";
import { mkdir, readdir, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { type Actor, recordAudit } from "../../platform/audit/index.ts";
import { invalid, type Refusal } from "../../platform/rules/refusal.ts";
import type { PrivacyParts } from "../privacy-parts.ts";
import { EXPORTED_COLUMNS, treatRow } from "./exported-columns.ts";
import type { Pseudonyms } from "./pseudonyms.ts";
import { asOfOneInstant, rowsOf } from "./read-rows.sql.ts";

/** How many rows of each table were written. */
export type PseudonymisedCounts = Readonly<Record<string, number>>;

/** What a pseudonymised export is told. */
export interface PseudonymisedWish {
  /** A folder that is empty or not there yet. */
  readonly folder: string;
  readonly pseudonyms: Pseudonyms;
  readonly actor: Actor;
  readonly signal?: AbortSignal;
  readonly onProgress?: (tables: number, total: number) => void;
}

const ABOUT =
  "Pseudonymised rows for tests and statistics, one JSON object a line. Names, numbers and days stand for others, the same everywhere in this export; free text and whole messages are left out. These are still personal data: keep them where such data may be.\n";

/**
 * Writes a file of JSON lines for each table, as of one instant, with nobody recognisable by name, number or date.
 * Put in place when whole, so that a stopped export leaves nothing. Refused where the folder holds something. Audited.
 */
export async function exportPseudonymised(
  { db, clock }: PrivacyParts,
  { folder, pseudonyms, actor, signal, onProgress = () => {} }: PseudonymisedWish,
): Promise<PseudonymisedCounts | Refusal> {
  if ((await readdir(folder).catch(() => [])).length > 0) return invalid("folderNotEmpty", { folder });
  const partial = `${folder}.partial`;
  await recordAudit(db, { at: clock.now(), actor, act: "exportPseudonymised" });
  await rm(partial, { recursive: true, force: true });
  await mkdir(partial, { recursive: true, mode: 0o700 });
  const counts: Record<string, number> = {};
  try {
    await asOfOneInstant(db, async (tx) => {
      for (const [table, columns] of Object.entries(EXPORTED_COLUMNS)) {
        counts[table] = 0;
        const lines = async function* () {
          for await (const row of rowsOf(tx, table, Object.keys(columns))) {
            counts[table] = (counts[table] ?? 0) + 1;
            yield `${JSON.stringify(treatRow(columns, row, pseudonyms))}\n`;
          }
        };
        const file = createWriteStream(join(partial, `${table}.jsonl`), { mode: 0o600 });
        await pipeline(Readable.from(lines()), file, signal ? { signal } : {});
        onProgress(Object.keys(counts).length, Object.keys(EXPORTED_COLUMNS).length);
      }
    });
    await writeFile(join(partial, "ABOUT.txt"), ABOUT, { mode: 0o600 });
    await rm(folder, { recursive: true, force: true });
    await rename(partial, folder);
    return counts;
  } catch (error) {
    await rm(partial, { recursive: true, force: true });
    throw error;
  }
}
