import * as xlsx from "@e965/xlsx";
import { parse as parseCsv } from "csv-parse/sync";
import type { Cell, Layout, Row } from "../layout/layout.ts";
import type { ReadingLimits } from "../limits.ts";
import { Unreadable } from "../unreadable.ts";
import { isoOfSerial } from "../values/serial-dates.ts";

const COLUMNS = 200;

/** Lays out a workbook (XLSX, XLS, ODS): every sheet a block, formulas never evaluated, dates as ISO text. */
export function layWorkbook(bytes: Uint8Array, limits: ReadingLimits): Layout {
  let book: xlsx.WorkBook;
  try {
    book = xlsx.read(bytes, {
      type: "array",
      dense: true,
      cellFormula: true,
      cellHTML: false,
      cellNF: true,
      sheetRows: limits.rows + 1,
    });
  } catch (error) {
    const locked = /password|encrypt/i.test(String(error));
    throw new Unreadable("brokenAttachment", { cause: locked ? "passwordProtected" : "brokenSheet" });
  }
  const since1904 = book.Workbook?.WBProps?.date1904 === true;
  const rows: Row[] = [];
  for (const [index, name] of book.SheetNames.entries()) {
    const sheet = book.Sheets[name];
    for (const [at, cells] of (sheet?.["!data"] ?? []).entries()) {
      if (at >= limits.rows) throw new Unreadable("tooLarge", { rows: limits.rows });
      rows.push({ line: rows.length + 1, block: index + 1, cells: cellsOf(cells ?? [], at, since1904) });
    }
  }
  return { rows, columns: "numbered", tolerance: 0 };
}

function cellsOf(cells: (xlsx.CellObject | undefined)[], row: number, since1904: boolean): Cell[] {
  return Array.from({ length: Math.min(cells.length, COLUMNS) }, (_, column) => ({
    text: textOf(cells[column], since1904),
    x: column,
    ref: xlsx.utils.encode_cell({ r: row, c: column }),
  }));
}

function textOf(cell: xlsx.CellObject | undefined, since1904: boolean): string {
  if (!cell || cell.t === "z" || cell.t === "e") return cell?.f ? `=${cell.f}` : "";
  if (cell.t === "n" && typeof cell.v === "number") {
    if (typeof cell.z === "string" && xlsx.SSF.is_date(cell.z)) return isoOfSerial(cell.v, since1904);
    return Number.isInteger(cell.v) ? String(cell.v) : (cell.w ?? String(cell.v));
  }
  return cell.t === "b" ? String(cell.v) : String(cell.v ?? cell.w ?? "");
}

/** Lays out comma, semicolon, tab or pipe separated text; what looks like a formula stays text. */
export function layCsv(text: string, limits: ReadingLimits): Layout {
  const records = parseRecords(text, limits);
  if (records.length > limits.rows) throw new Unreadable("tooLarge", { rows: limits.rows });
  const rows = records.map(({ record, info }, index) => ({
    line: info.lines,
    block: 1,
    cells: record.slice(0, COLUMNS).map((value, column) => ({
      text: value,
      x: column,
      ref: xlsx.utils.encode_cell({ r: index, c: column }),
    })),
  }));
  return { rows, columns: "numbered", tolerance: 0 };
}

function parseRecords(text: string, limits: ReadingLimits): { record: string[]; info: { lines: number } }[] {
  try {
    return parseCsv(text, {
      delimiter: delimiterOf(text),
      bom: true,
      relax_quotes: true,
      relax_column_count: true,
      to: limits.rows + 1,
      info: true,
    }) as unknown as { record: string[]; info: { lines: number } }[];
  } catch {
    throw new Unreadable("brokenAttachment", { cause: "brokenCsv" });
  }
}

/** The separator that parts most lines into most columns. */
function delimiterOf(text: string): string {
  const lines = text.split(/\r?\n/, 50).filter((line) => line.trim() !== "");
  const separator = /^sep=(.)$/i.exec(lines[0] ?? "")?.[1];
  if (separator) return separator;
  const score = (delimiter: string) => {
    const counts = lines
      .map((line) => line.replace(/"[^"]*"/g, "").split(delimiter).length - 1)
      .filter((count) => count > 0);
    return counts.length === 0
      ? 0
      : counts.length *
          Math.min(...counts.toSorted((a, b) => b - a).slice(0, Math.ceil(counts.length * 0.6)));
  };
  return [";", "\t", "|", ","].reduce((best, next) => (score(next) > score(best) ? next : best), ",");
}
