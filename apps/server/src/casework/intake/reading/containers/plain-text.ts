import type { Cell, Layout, Row } from "../layout/layout.ts";

const QUOTE = /^\s*(?:[>|]\s?)+/;
const LEADERS = /\s*(?:\.{3,}|…+|_{3,}|·{3,})\s*/g;
const GAP = /\t+\s*|\s{2,}|\s+\|\s+/g;

/** Longer lines are cut, so that no run of spaces or dots costs more than its length. */
const LONGEST_LINE = 4_000;

/** Lays out plain text: one row a line, freed of quote marks; tabs, dotted leaders and wide gaps part cells. */
export function layPlainText(text: string): Layout {
  const rows: Row[] = [];
  let apart = true;
  for (const [index, line] of text.split(/\r\n|\r|\n/).entries()) {
    const bare = line.slice(0, LONGEST_LINE).replace(QUOTE, "");
    if (bare.trim() === "") {
      apart = true;
      continue;
    }
    rows.push({ line: index + 1, cells: cellsOf(bare), apart });
    apart = false;
  }
  return { rows, columns: "positioned", tolerance: 2 };
}

function cellsOf(line: string): Cell[] {
  const even = line.replace(LEADERS, "\t").replace(/\u00a0/g, " ");
  const cells: Cell[] = [];
  let start = even.length - even.trimStart().length;
  for (const gap of even.matchAll(GAP)) {
    if (gap.index <= start) continue;
    cells.push({ text: even.slice(start, gap.index), x: start });
    start = gap.index + gap[0].length;
  }
  if (start < even.length) cells.push({ text: even.slice(start).trimEnd(), x: start });
  return cells.map((cell) => ({ ...cell, text: cell.text.replace(/^\|\s*|\s*\|$/g, "") }));
}
