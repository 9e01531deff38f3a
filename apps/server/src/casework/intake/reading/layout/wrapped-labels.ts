import type { LabelMatcher } from "../vocabulary/label-matcher.ts";
import type { Cell, Layout, Row } from "./layout.ts";

/** Joins rows of a page where a label goes on beneath itself ("Nature of the" above "measure"), and their values with it. */
export function joinWrappedLabels({ rows, columns, tolerance }: Layout, matcher: LabelMatcher): Row[] {
  if (columns !== "positioned") return rows;
  const joined: Row[] = [];
  for (const row of rows) {
    const above = joined.at(-1);
    const whole =
      above && !row.apart && above.page === row.page ? joinRows(above, row, tolerance, matcher) : undefined;
    if (whole) joined[joined.length - 1] = whole;
    else joined.push(row);
  }
  return joined;
}

function joinRows(above: Row, row: Row, tolerance: number, matcher: LabelMatcher): Row | undefined {
  const [start, ...values] = above.cells;
  const [end, ...more] = row.cells;
  if (!start || !end || values.length === 0 || Math.abs(start.x - end.x) > tolerance) return undefined;
  const text = `${start.text} ${end.text}`;
  if (more.length > 1 || matcher.match(start.text) || !matcher.match(text)) return undefined;
  const last = values.at(-1) as Cell;
  const value = more[0] ? { ...last, text: `${last.text} ${more[0].text}` } : last;
  return { ...above, cells: [{ ...start, text }, ...values.slice(0, -1), value] };
}
