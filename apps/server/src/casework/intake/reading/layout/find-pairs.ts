import type { LabelMatcher } from "../vocabulary/label-matcher.ts";
import { readForm } from "./form.ts";
import type { LabelledText, Layout } from "./layout.ts";
import { type ReadRow, splitLabels } from "./split-labels.ts";
import { readTable } from "./table.ts";

/**
 * Finds the labels of a container and the values that stand with them: in tables headed by labels
 * (a row a person), in tables with labels at the side (one or several people), and in forms.
 */
export function findPairs(layout: Layout, matcher: LabelMatcher): LabelledText {
  const rows = layout.rows.map((row) => splitLabels(row, matcher)).filter(hasText);
  const result: LabelledText = { pairs: [], headings: [], prose: [] };
  let form: ReadRow[] = [];
  const endForm = () => {
    const read = readForm(form, layout);
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
      start = table.end;
    } else {
      form.push(rows[start] as ReadRow);
      start++;
    }
  }
  endForm();
  return result;
}

function hasText(row: ReadRow): boolean {
  return row.cells.some((cell) => cell.text.trim() !== "");
}
