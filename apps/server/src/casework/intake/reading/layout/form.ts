import type { LabelledText, Layout, Pair } from "./layout.ts";
import { peopleInColumns } from "./people-in-columns.ts";
import { isPlausible } from "./plausible.ts";
import type { ReadCell, ReadRow } from "./split-labels.ts";

interface Labelled {
  label: ReadCell;
  row: ReadRow;
  /** Index of the row among the form's rows. */
  at: number;
  values: ReadCell[];
}

/** Reads rows in which labels stand before or above their values; above wherever they do so `elsewhere` on the page. */
export function readForm(rows: ReadRow[], layout: Layout, elsewhere: boolean): LabelledText {
  const people = peopleInColumns(rows, layout);
  const rest = people ? rows.filter((row) => !people.rows.has(row)) : rows;
  const columns = columnsBesideLabels(rest);
  const labelled = rest.flatMap((row, at) => labelsOf(row, at, columns, layout));
  const used = new Set<ReadRow>(labelled.map(({ row }) => row));
  const stacked = elsewhere || valuesStandBelow(labelled, rest);
  for (const item of labelled) {
    if (item.values.length === 0) takeBelow(item, rest, layout, stacked, used);
    else if (layout.columns === "positioned") takeContinuation(item, rest, layout, used);
  }
  const first = rest.findIndex((row) => used.has(row));
  const unused = (row: ReadRow) => !used.has(row);
  const texts = (some: ReadRow[]) =>
    some.filter(unused).map(({ cells }) => cells.map(({ text }) => text).join(" "));
  return {
    pairs: [...(people?.pairs ?? []), ...labelled.map(toPair).filter((pair) => pair !== undefined)],
    headings: texts(first < 0 ? rest : rest.slice(0, first)),
    prose: texts(first < 0 ? [] : rest.slice(first)),
  };
}

/** For each place where cells stand beside labels: how many do, and how many of them are values. */
type Columns = ReadonlyMap<number, { cells: number; values: number }>;

function columnsBesideLabels(rows: readonly ReadRow[]): Columns {
  const columns = new Map<number, { cells: number; values: number }>();
  for (const { cells } of rows) {
    const first = cells.findIndex(({ match }) => match);
    for (const cell of first < 0 ? [] : cells.slice(first + 1)) {
      const column = columns.get(cell.x) ?? { cells: 0, values: 0 };
      columns.set(cell.x, { cells: column.cells + 1, values: column.values + (cell.match ? 0 : 1) });
    }
  }
  return columns;
}

function labelsOf(row: ReadRow, at: number, columns: Columns, layout: Layout): Labelled[] {
  const found: Labelled[] = [];
  const cells = withoutValuesLikeLabels(row.cells, columns, layout);
  for (const cell of cells) {
    if (cell.match) found.push({ label: cell, row, at, values: [] });
    else if (cell.text.trim() !== "") found.at(-1)?.values.push(cell);
  }
  const lone = found.length === 1 && found[0]?.label === row.cells.find(({ text }) => text.trim() !== "");
  return found.filter(({ label }) => label.sure || !label.match?.meanings[0]?.weak || lone);
}

/**
 * In "Surname: Ende" the second word is a label elsewhere. It is a value straight after a sure label,
 * or in a column where mostly values stand beside labels.
 */
function withoutValuesLikeLabels(cells: ReadCell[], columns: Columns, layout: Layout): ReadCell[] {
  const filled = cells.filter(({ text }) => text.trim() !== "");
  return cells.map((cell) => {
    const before = filled[filled.indexOf(cell) - 1];
    if (!cell.match || cell.sure || !before?.match) return cell;
    return before.sure || isValueColumn(cell, columns, layout) ? { ...cell, match: undefined } : cell;
  });
}

function isValueColumn(cell: ReadCell, columns: Columns, layout: Layout): boolean {
  let cells = 0;
  let values = 0;
  for (const [x, column] of columns) {
    if (Math.abs(x - cell.x) > layout.tolerance) continue;
    cells += column.cells;
    values += column.values;
  }
  return values > cells / 2;
}

/** Whether the form as a whole puts values beneath labels: most labels stand alone, with other text next. */
function valuesStandBelow(labelled: Labelled[], rows: ReadRow[]): boolean {
  const alone = labelled.filter(({ values }) => values.length === 0);
  const followed = alone.filter(({ at }) => rows[at + 1] && !rows[at + 1]?.cells.some(({ match }) => match));
  return followed.length >= 3 && followed.length > labelled.length - alone.length;
}

function takeBelow(
  item: Labelled,
  rows: ReadRow[],
  layout: Layout,
  stacked: boolean,
  used: Set<ReadRow>,
): void {
  const below = rows[item.at + 1];
  if (!below || below.block !== item.row.block || below.page !== item.row.page) return;
  const cells = below.cells.filter((cell) => isBeneath(item, cell, layout));
  const [first] = cells;
  if (!first || below.cells.some(({ match, sure }) => match && (sure || !match.meanings[0]?.weak))) return;
  const target = item.label.match?.meanings[0]?.target;
  const text = cells.map((cell) => cell.text).join(" ");
  const indented = first.x > item.label.x && layout.columns === "positioned" && !below.apart;
  const fits = isPlausible(target, text);
  if (fits === false || !(stacked || fits || indented)) return;
  if (!stacked && below.apart && !fits) return;
  item.values = cells.map((cell) => ({ ...cell }));
  item.row = below;
  used.add(below);
}

function isBeneath({ label, row }: Labelled, cell: ReadCell, layout: Layout): boolean {
  if (cell.match || cell.text.trim() === "") return false;
  if (row.cells.filter(({ match }) => match).length === 1) return true;
  return Math.abs(cell.x - label.x) <= layout.tolerance;
}

const LINE_LENGTH = 60;

/** A long value goes on in the next line: beneath itself on a page, or indented or after a full line in text. */
function takeContinuation(item: Labelled, rows: ReadRow[], layout: Layout, used: Set<ReadRow>): void {
  const first = item.values[0];
  const isLast = item.row.cells.findLast(({ text }) => text.trim() !== "") === item.values.at(-1);
  for (let at = item.at + 1; first && isLast; at++) {
    const next = rows[at];
    const [only] = next?.cells ?? [];
    if (!next || !only || next.apart || next.cells.length > 1 || only.match || next.page !== item.row.page)
      return;
    const beneath = Math.abs(only.x - first.x) <= layout.tolerance && only.x > item.label.x;
    const previous = rows[at - 1]?.cells ?? [];
    const full = layout.tolerance <= 3 && endOf(previous) >= LINE_LENGTH;
    const indented = only.x > item.label.x + 1 && layout.tolerance <= 3;
    if (!beneath && !full && !indented) return;
    item.values.push(only);
    used.add(next);
  }
}

function endOf(cells: ReadCell[]): number {
  const last = cells.at(-1);
  return last ? last.x + last.text.length : 0;
}

function toPair({ label, row, values }: Labelled): Pair | undefined {
  if (!label.match) return undefined;
  return {
    label: label.text,
    match: label.match,
    value: values.map(({ text }) => text).join(" "),
    line: row.line,
    page: row.page,
    cell: values[0]?.ref,
  };
}
