import { parse } from "csv-parse/sync";
import type { LineSource, NumberedLine } from "./line-source.ts";

/** One record of a CSV file, and the line on which it ends. */
export interface CsvRecord {
  line: number;
  cells: string[];
}

/** Told about lines that are no record, by the number of the first. */
export type OnBrokenRecord = (line: number, message: string) => void;

/** A quoted cell may go over several lines, but a record over no more than these. */
const MOST_LINES = 20;

/**
 * Reads the records of a CSV file one at a time. After a record that cannot be read, such as one whose quotation mark is
 * never closed, reading goes on with the very next line, so that one mistake costs one line.
 */
export async function* csvRecords(
  lines: LineSource,
  delimiter: string,
  onBroken: OnBrokenRecord,
): AsyncGenerator<CsvRecord> {
  for (let first = await lines.next(); first; first = await lines.next()) {
    if (first.text.trim() === "") continue;
    if (!first.text.includes('"')) {
      yield { line: first.line, cells: first.text.split(delimiter).map((cell) => cell.trim()) };
      continue;
    }
    const record = await quotedRecord(first, lines, delimiter);
    if (typeof record === "string") onBroken(first.line, record);
    else yield record;
  }
}

/** The record that begins on a line, or what is wrong with it; then the lines after the first are given back. */
async function quotedRecord(
  first: NumberedLine,
  lines: LineSource,
  delimiter: string,
): Promise<CsvRecord | string> {
  const more: NumberedLine[] = [];
  for (;;) {
    const read = parsed([first, ...more].map(({ text }) => text).join("\n"), delimiter);
    if (Array.isArray(read)) return { line: more.at(-1)?.line ?? first.line, cells: read };
    const next = read === UNCLOSED && more.length < MOST_LINES ? await lines.next() : undefined;
    if (next) more.push(next);
    else {
      lines.giveBack(more);
      return read;
    }
  }
}

const UNCLOSED = "A quotation mark in the line is not closed.";
const MISPLACED = "A quotation mark in the line is out of place: in a quoted cell it must be doubled.";

function parsed(text: string, delimiter: string): string[] | string {
  try {
    const [cells] = parse(text, { delimiter, relax_quotes: true, trim: true });
    return cells ?? "The line holds no record.";
  } catch (error) {
    return (error as { code?: string }).code === "CSV_QUOTE_NOT_CLOSED" ? UNCLOSED : MISPLACED;
  }
}
