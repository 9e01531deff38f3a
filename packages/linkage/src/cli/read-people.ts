import type { PersonRecord } from "../person-record.ts";
import { csvRecords } from "./csv-rows.ts";
import { LineSource } from "./line-source.ts";
import { LinkInputError } from "./link-input-error.ts";
import { openTable } from "./open-lines.ts";
import { PERSON_COLUMNS, type PersonRow, personOfRow } from "./person-row.ts";

/** What is wrong with a line, or what of a file is not compared (`unusedColumns`); the lines after it are read all the same. */
export interface LineProblem {
  file: string;
  line: number;
  code: "unreadableLine" | "missingCells" | "noId" | "duplicateId" | "unusedColumns";
  message: string;
}

/** A person, the line of the file on which their record ends, and the share of the file read so far. */
export interface NumberedPerson {
  line: number;
  person: PersonRecord;
  shareRead: number;
}

export type OnProblem = (problem: LineProblem) => void;

/**
 * Reads people from CSV (comma, semicolon or tab) or JSON lines, packed or not, one at a time. A broken line is
 * told to `onProblem` with its number and left out; one with too few cells is told and used as it is. Columns that are
 * not compared are told once. Throws {@link LinkInputError}
 * when nothing can be read at all.
 */
export async function* readPeople(path: string, onProblem: OnProblem): AsyncGenerator<NumberedPerson> {
  const report = (line: number, code: LineProblem["code"], message: string): void =>
    onProblem({ file: path, line, code, message });
  const { stream, format, delimiter, shareRead } = await openTable(path);
  const lines = new LineSource(stream, (line, message) => report(line, "unreadableLine", message));
  const rows = format === "csv" ? csvRows(lines, { path, delimiter }, report) : jsonRows(lines, report);
  const known = new Set<string>(PERSON_COLUMNS);
  for await (const { line, row } of rows) {
    const unused = Object.keys(row).filter((name) => !known.has(name));
    if (unused.length > 0) report(line, "unusedColumns", unusedColumns(unused));
    for (const name of unused) known.add(name);
    const id = row.id?.trim() ?? "";
    if (id === "") report(line, "noId", "The line has no id.");
    else yield { line, person: personOfRow({ ...row, id }), shareRead: shareRead() };
  }
}

interface NumberedRow {
  line: number;
  row: PersonRow;
}

type Report = (line: number, code: LineProblem["code"], message: string) => void;

async function* csvRows(lines: LineSource, table: CsvTable, report: Report): AsyncGenerator<NumberedRow> {
  let columns: string[] | undefined;
  const onBroken = (line: number, message: string): void => report(line, "unreadableLine", message);
  for await (const { line, cells } of csvRecords(lines, table.delimiter, onBroken)) {
    if (!columns) columns = checkedHeader(cells, table.path);
    else if (cells.length > columns.length)
      report(line, "unreadableLine", `The line has ${cells.length} cells, the header ${columns.length}.`);
    else {
      if (cells.length < columns.length) report(line, "missingCells", missingCells(cells, columns));
      yield { line, row: Object.fromEntries(cells.map((cell, i) => [columns?.[i], cell])) };
    }
  }
}

const unusedColumns = (names: readonly string[]): string =>
  `Not compared: ${names.map((name) => name || "a column without a name").join(", ")}. The columns compared are ${PERSON_COLUMNS.slice(1).join(", ")}.`;

const missingCells = (cells: readonly string[], columns: readonly string[]): string =>
  `The line has ${cells.length} cells, the header ${columns.length}; what is there is used.`;

interface CsvTable {
  path: string;
  delimiter: string;
}

function checkedHeader(header: readonly string[], path: string): string[] {
  const columns = header.map((name) =>
    name
      .replace(/^\uFEFF/, "")
      .trim()
      .toLowerCase(),
  );
  if (!columns.includes("id")) {
    throw new LinkInputError(
      "noIdColumn",
      `${path} has no column "id". Its first line must name the columns: ${PERSON_COLUMNS.join(", ")}; all but id may be left out.`,
    );
  }
  return columns;
}

async function* jsonRows(lines: LineSource, report: Report): AsyncGenerator<NumberedRow> {
  for (let next = await lines.next(); next; next = await lines.next()) {
    const { line, text } = next;
    const row = text.trim() === "" ? undefined : rowOfJson(text);
    if (row) yield { line, row };
    else if (text.trim() !== "") report(line, "unreadableLine", "The line is not a JSON object.");
  }
}

function rowOfJson(text: string): PersonRow | undefined {
  try {
    const value: unknown = JSON.parse(text.replace(/^\uFEFF/, ""));
    if (typeof value !== "object" || value === null || Array.isArray(value)) return undefined;
    const cells = Object.entries(value).filter(([, cell]) => cell !== null && cell !== undefined);
    return Object.fromEntries(cells.map(([name, cell]) => [name.toLowerCase(), cellOf(cell)]));
  } catch {
    return undefined;
  }
}

function cellOf(value: unknown): string {
  if (Array.isArray(value)) return value.map(cellOf).join(";");
  return typeof value === "string" || typeof value === "number" ? String(value) : "";
}
