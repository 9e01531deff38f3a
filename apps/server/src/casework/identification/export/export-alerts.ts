import { once } from "node:events";
import type { Writable } from "node:stream";
import { stringify } from "csv-stringify";
import type { Kysely } from "kysely";
import { type Actor, recordAudit } from "../../../platform/audit/index.ts";
import type { IdentificationParts } from "../identification-parts.ts";
import { pageOfExport } from "./alert-export.sql.ts";
import { EXPORT_COLUMNS, type ExportRow, exportRows } from "./export-rows.ts";

const MESSAGES_PER_PAGE = 1000;

/** What an export wrote. */
export interface ExportCounts {
  messages: number;
  rows: number;
}

interface RowWriter {
  write(row: ExportRow): boolean;
  drained(): Promise<unknown>;
}

/**
 * Writes every message of the ledger with its alerts to `output`, in ledger order and constant memory: CSV that a
 * spreadsheet takes as text, or one JSON object a line. Leaves `output` open. The export is audited.
 */
export async function exportAlerts(
  { db, clock }: Pick<IdentificationParts, "db" | "clock">,
  { output, format, actor }: { output: Writable; format: "csv" | "json"; actor: Actor },
): Promise<ExportCounts> {
  await recordAudit(db, { at: clock.now(), actor, act: "exportAlerts", details: { format } });
  return format === "csv" ? exportCsv(db, output) : exportJson(db, output);
}

async function exportJson(db: Kysely<unknown>, output: Writable): Promise<ExportCounts> {
  return writeRows(db, {
    write: (row) => output.write(`${JSON.stringify(row)}\n`),
    drained: () => once(output, "drain"),
  });
}

async function exportCsv(db: Kysely<unknown>, output: Writable): Promise<ExportCounts> {
  // A field that begins like a formula gets an apostrophe before it, so that no spreadsheet runs it.
  const csv = stringify({ header: true, columns: [...EXPORT_COLUMNS], escape_formulas: true });
  csv.pipe(output, { end: false });
  const counts = await writeRows(db, { write: (row) => csv.write(row), drained: () => once(csv, "drain") });
  csv.end();
  await once(csv, "end");
  return counts;
}

async function writeRows(db: Kysely<unknown>, writer: RowWriter): Promise<ExportCounts> {
  const counts = { messages: 0, rows: 0 };
  for (let after = 0; ; ) {
    const page = await pageOfExport(db, after, MESSAGES_PER_PAGE);
    for (const row of page.flatMap(exportRows)) {
      counts.rows += 1;
      if (!writer.write(row)) await writer.drained();
    }
    counts.messages += page.length;
    after = page.at(-1)?.id ?? after;
    if (page.length < MESSAGES_PER_PAGE) return counts;
  }
}
