import { createInterface } from "node:readline";
import type { Readable } from "node:stream";
import { parse } from "csv-parse";
import type { PersonRecord } from "../person-record.ts";
import { LinkInputError } from "./link-input-error.ts";
import { openTable } from "./open-lines.ts";
import { PERSON_COLUMNS, type PersonRow, personOfRow } from "./person-row.ts";

/** A line that could not be read, and why; the lines after it are read all the same. */
export interface LineProblem {
  file: string;
  line: number;
  code: "unreadableLine" | "noId" | "duplicateId";
  message: string;
}

/** A person and the line of the file on which their record ends. */
export interface NumberedPerson {
  line: number;
  person: PersonRecord;
}

export type OnProblem = (problem: LineProblem) => void;

/**
 * Reads people from CSV (comma, semicolon or tab) or JSON lines, packed or not, one at a time. A broken line is
 * told to `onProblem` with its number and left out. Throws {@link LinkInputError} when nothing can be read at all.
 */
export async function* readPeople(path: string, onProblem: OnProblem): AsyncGenerator<NumberedPerson> {
  const report = (line: number, code: LineProblem["code"], message: string): void =>
    onProblem({ file: path, line, code, message });
  const { stream, format } = await openTable(path);
  for await (const { line, row } of format === "csv"
    ? csvRows(stream, path, report)
    : jsonRows(stream, report)) {
    const id = row.id?.trim() ?? "";
    if (id === "") report(line, "noId", "The line has no id.");
    else yield { line, person: personOfRow({ ...row, id }) };
  }
}

interface NumberedRow {
  line: number;
  row: PersonRow;
}

type Report = (line: number, code: LineProblem["code"], message: string) => void;

const DELIMITERS = [",", ";", "\t"];

/** A record longer than this has an unclosed quotation mark in it. */
const LONGEST_RECORD = 200_000;

async function* csvRows(stream: Readable, path: string, report: Report): AsyncGenerator<NumberedRow> {
  const parser = stream.pipe(
    parse({
      bom: true,
      columns: (header: string[]) => checkedHeader(header, path),
      delimiter: DELIMITERS,
      info: true,
      max_record_size: LONGEST_RECORD,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      skip_records_with_error: true,
      trim: true,
    }),
  );
  stream.on("error", (error) => parser.destroy(error));
  parser.on("skip", (error) =>
    report(error?.lines ?? 0, "unreadableLine", error?.message ?? "The line cannot be read."),
  );
  let line = 1;
  try {
    for await (const { info, record } of parser as AsyncIterable<{
      info: { lines: number };
      record: PersonRow;
    }>) {
      line = info.lines;
      yield { line, row: record };
    }
  } catch (error) {
    if (error instanceof LinkInputError) throw error;
    report(line + 1, "unreadableLine", `The file cannot be read any further: ${(error as Error).message}`);
  }
}

function checkedHeader(header: readonly string[], path: string): string[] {
  const columns = header.map((name) => name.trim().toLowerCase());
  if (!columns.includes("id")) {
    throw new LinkInputError(
      "noIdColumn",
      `${path} has no column "id". Its first line must name the columns: ${PERSON_COLUMNS.join(", ")}; all but id may be left out.`,
    );
  }
  return columns;
}

async function* jsonRows(stream: Readable, report: Report): AsyncGenerator<NumberedRow> {
  let line = 0;
  const lines = createInterface({ input: stream, crlfDelay: Number.POSITIVE_INFINITY });
  const cutOff = new Promise<never>((_, reject) => stream.once("error", reject));
  cutOff.catch(() => lines.close());
  for await (const text of lines) {
    line++;
    const row = text.trim() === "" ? undefined : rowOfJson(text);
    if (row) yield { line, row };
    else if (text.trim() !== "") report(line, "unreadableLine", "The line is not a JSON object.");
  }
  if (stream.errored)
    report(line + 1, "unreadableLine", `The file cannot be read any further: ${stream.errored.message}`);
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
