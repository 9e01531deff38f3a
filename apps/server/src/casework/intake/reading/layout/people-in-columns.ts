import type { Layout, Pair } from "./layout.ts";
import type { ReadCell, ReadRow } from "./split-labels.ts";

const OF_A_PERSON = new Set([
  "surname",
  "forename",
  "fullName",
  "name",
  "birthDate",
  "alertNumber",
  "nationalId",
]);

/**
 * Reads a table with labels at the side and a person a column. It is one where at least two rows about a person
 * hold two or more values; a row of the table with one value holds for all.
 */
export function peopleInColumns(
  rows: ReadRow[],
  layout: Layout,
): { pairs: Pair[]; rows: Set<ReadRow> } | undefined {
  const sideLabelled = rows.filter((row) => {
    const [first, ...others] = filled(row);
    return first?.match && others.length >= 1 && others.every(({ match }) => !match);
  });
  const several = sideLabelled.filter((row) => filled(row).length > 2);
  const personal = several.filter((row) =>
    OF_A_PERSON.has(row.cells.find(({ match }) => match)?.match?.meanings[0]?.target ?? ""),
  );
  if (personal.length < 2 || layout.columns === "positioned") return undefined;
  const blocks = new Set(personal.map(({ block }) => block));
  const inTable = sideLabelled.filter(({ block }) => blocks.has(block));
  const people = Math.max(...several.map((row) => filled(row).length)) - 1;
  return { rows: new Set(inTable), pairs: inTable.flatMap((row) => pairsOf(row, people)) };
}

function filled(row: ReadRow): ReadCell[] {
  return row.cells.filter(({ text }) => text.trim() !== "");
}

/** A lone value stands for all people, unless the row has a cell for each and the others are empty. */
function pairsOf(row: ReadRow, people: number): Pair[] {
  const [label, ...values] = filled(row);
  if (!label?.match) return [];
  const { match, text } = label;
  return values.map((value) => ({
    label: text,
    match,
    value: value.text,
    line: row.line,
    page: row.page,
    cell: value.ref,
    person:
      values.length > 1 || row.cells.length > people
        ? `${row.block ?? 0}:${row.page ?? 0}:column ${value.x}`
        : undefined,
  }));
}
