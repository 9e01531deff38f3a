import type { Layout, Pair } from "./layout.ts";
import type { ReadCell, ReadRow } from "./split-labels.ts";

export interface Table {
  pairs: Pair[];
  /** How many people it tells of, one a row. */
  people: number;
  /** Index of the first row that no longer belongs to the table. */
  end: number;
}

/** How many rows before and after tell how a page is laid out. */
const NEAR = 60;

/**
 * Reads a table headed by labels that begins at a row, one person a row beneath it; nothing where none begins there.
 * A heading of two labels counts only with a value beneath each.
 */
export function readTable(rows: ReadRow[], start: number, layout: Layout): Table | undefined {
  const head = rows[start];
  const labels = head?.cells.filter((cell) => cell.match) ?? [];
  if (!head || !isHeading(head, labels, rows, start, layout)) return undefined;
  const records: Map<ReadCell, ReadCell[]>[] = [];
  const recordRows: ReadRow[] = [];
  let end = start + 1;
  for (; end < rows.length; end++) {
    const row = rows[end] as ReadRow;
    if (row.block !== head.block || isLabelled(row, labels)) break;
    const record = align(row, labels, layout);
    if (continues(row, record, labels, records.at(-1), layout)) appendTo(records.at(-1), record);
    else if (isRecord(row, record, labels)) {
      records.push(record);
      recordRows.push(row);
    } else if (layout.columns === "positioned") break;
  }
  if (records.length === 0) return undefined;
  const pairs = records.flatMap((record, index) => pairsOf(record, recordRows[index] as ReadRow));
  return { pairs, people: records.length, end };
}

function filled(row: ReadRow): ReadCell[] {
  return row.cells.filter((cell) => cell.text.trim() !== "");
}

function isHeading(
  head: ReadRow,
  labels: ReadCell[],
  all: ReadRow[],
  start: number,
  layout: Layout,
): boolean {
  const share = labels.length / filled(head).length;
  const strong = labels.filter(({ match }) => !match?.meanings[0]?.weak);
  if (labels.length < 2 || strong.length < 1) return false;
  const rows = all.slice(Math.max(0, start - NEAR), start + NEAR);
  if (share < 0.6 || standsApartFromValues(head, layout, rows)) return false;
  if (labels.length < 4 && hasSideLabels(head, labels[0] as ReadCell, rows, layout)) return false;
  if (new Set(labels.map((cell) => cell.match?.meanings[0]?.target)).size < Math.min(labels.length, 3))
    return false;
  const below = all[start + 1];
  if (!below || below.block !== head.block || isLabelled(below, labels)) return false;
  return labels.length > 2 || align(below, labels, layout).size === 2;
}

/** Where other rows have a label in the same column with a value beside it, a second "label" in this row is a value. */
function hasSideLabels(head: ReadRow, first: ReadCell, rows: ReadRow[], layout: Layout): boolean {
  return rows.some((row) => {
    if (row === head || row.block !== head.block || row.page !== head.page) return false;
    const cells = filled(row);
    const at = cells.findIndex((cell) => cell.match && near(cell, first, layout));
    return at >= 0 && cells[at + 1] !== undefined && !cells[at + 1]?.match;
  });
}

/** In a form of two columns a row may hold two labels and no value: then values stand elsewhere between such labels. */
function standsApartFromValues(head: ReadRow, layout: Layout, rows: ReadRow[]): boolean {
  const [first, second] = head.cells.filter((cell) => cell.match);
  if (!first || !second) return false;
  const between = (cell: ReadCell) =>
    cell.x > first.x + layout.tolerance && cell.x < second.x - layout.tolerance;
  if (layout.columns === "numbered") return head.cells.some(between);
  return rows.some(
    (row) =>
      row.page === head.page &&
      row.cells.some((cell) => cell.match && near(cell, first, layout)) &&
      row.cells.some((cell) => !cell.match && between(cell)),
  );
}

/** A row with labels of its own is no record: it opens a form or the next table. */
function isLabelled(row: ReadRow, labels: ReadCell[]): boolean {
  const own = row.cells.filter((cell) => cell.match);
  if (own.length === 0) return false;
  const first = row.cells.find((cell) => cell.text.trim() !== "");
  const opensForm = first?.match !== undefined && (first.sure || !first.match.meanings[0]?.weak);
  const values = filled(row).length - own.length;
  return own.length >= 2
    ? own.length > values
    : opensForm === true && values <= 2 && labels.length > 2 + values;
}

function near(a: ReadCell, b: ReadCell, layout: Layout): boolean {
  return Math.abs(a.x - b.x) <= layout.tolerance;
}

function align(row: ReadRow, labels: ReadCell[], layout: Layout): Map<ReadCell, ReadCell[]> {
  const record = new Map<ReadCell, ReadCell[]>();
  for (const cell of filled(row)) {
    const label =
      layout.columns === "numbered"
        ? labels.find(({ x }) => x === cell.x)
        : labels.toSorted((a, b) => Math.abs(a.x - cell.x) - Math.abs(b.x - cell.x))[0];
    if (label) record.set(label, [...(record.get(label) ?? []), cell]);
  }
  return record;
}

function isRecord(row: ReadRow, record: Map<ReadCell, ReadCell[]>, labels: ReadCell[]): boolean {
  return record.size >= 2 && record.size >= labels.length / 4 && record.size >= filled(row).length / 3;
}

/** On a page, a long value of a table goes on beneath itself while the other columns stay empty. */
function continues(
  row: ReadRow,
  record: Map<ReadCell, ReadCell[]>,
  labels: ReadCell[],
  previous: Map<ReadCell, ReadCell[]> | undefined,
  layout: Layout,
): boolean {
  if (layout.columns === "numbered" || !previous || row.apart || record.size === 0) return false;
  const [first] = labels;
  return (
    first !== undefined &&
    !record.has(first) &&
    record.size <= labels.length / 2 &&
    [...record.keys()].every((key) => previous.has(key))
  );
}

function appendTo(previous: Map<ReadCell, ReadCell[]> | undefined, record: Map<ReadCell, ReadCell[]>): void {
  for (const [label, cells] of record) previous?.get(label)?.push(...cells);
}

function pairsOf(record: Map<ReadCell, ReadCell[]>, row: ReadRow): Pair[] {
  return [...record].flatMap(([label, cells]) => {
    if (!label.match) return [];
    return {
      label: label.text,
      match: label.match,
      value: cells.map(({ text }) => text).join(" "),
      line: row.line,
      page: row.page,
      cell: cells[0]?.ref,
      person: `${row.block ?? 0}:${row.page ?? 0}:${row.line}`,
    };
  });
}
