import type { LabelMatcher } from "../vocabulary/label-matcher.ts";
import { readForm } from "./form.ts";
import type { LabelledText, Layout, Pair } from "./layout.ts";
import { type ReadCell, type ReadRow, splitLabels } from "./split-labels.ts";
import { readTable, type Table } from "./table.ts";
import { joinWrappedLabels } from "./wrapped-labels.ts";

/** Share of the commonest language's labels at which another language counts as spoken too. */
const SPOKEN_SHARE = 0.4;

/**
 * Finds the labels of a container and the values that stand with them: in tables headed by labels
 * (a row a person), in tables with labels at the side (one or several people), and in forms.
 */
export function findPairs(layout: Layout, matcher: LabelMatcher): LabelledText {
  const rows = inMainLanguages(
    joinWrappedLabels(layout, matcher)
      .map((row) => splitLabels(row, matcher))
      .filter(hasText),
  );
  const result: LabelledText = { pairs: [], headings: [], prose: [] };
  const tables: Table[] = [];
  let form: ReadRow[] = [];
  const endForm = () => {
    const read = readForm(form, layout, layout.columns === "positioned" && tables.length > 0);
    const opens = result.pairs.length === 0;
    result.pairs.push(...read.pairs);
    result.headings.push(...(opens ? read.headings : []));
    result.prose.push(...(opens ? [] : read.headings), ...read.prose);
    form = [];
  };
  for (let start = 0; start < rows.length; ) {
    const table = readTable(rows, start, layout);
    if (table) {
      endForm();
      result.pairs.push(...table.pairs);
      tables.push(table);
      start = table.end;
    } else {
      form.push(rows[start] as ReadRow);
      start++;
    }
  }
  endForm();
  if (tables.every(({ people }) => people === 1)) for (const { pairs } of tables) joinToForm(pairs);
  return result;
}

/** Headings with one row of values each are a form that is laid out in bands, not a list of people. */
function joinToForm(pairs: Pair[]): void {
  for (const pair of pairs) pair.person = undefined;
}

/** A word that is a label only in a language foreign to the text ("Ek", "Lisa", "Land") is taken as a value. */
function inMainLanguages(rows: ReadRow[]): ReadRow[] {
  const votes = new Map<string, number>();
  for (const { cells } of rows) {
    for (const { match } of cells) {
      const languages = new Set(match?.meanings.flatMap((meaning) => [...meaning.languages]));
      for (const language of languages) votes.set(language, (votes.get(language) ?? 0) + 1 / languages.size);
    }
  }
  const most = Math.max(0, ...votes.values());
  const isMain = (language: string) =>
    language === "profile" || (votes.get(language) ?? 0) >= most * SPOKEN_SHARE;
  const isForeign = ({ match, sure }: ReadCell) =>
    match !== undefined && !sure && !match.meanings.some(({ languages }) => [...languages].some(isMain));
  return rows.map((row) => ({
    ...row,
    cells: row.cells.map((cell) => (isForeign(cell) ? { ...cell, match: undefined } : cell)),
  }));
}

function hasText(row: ReadRow): boolean {
  return row.cells.some((cell) => cell.text.trim() !== "");
}
