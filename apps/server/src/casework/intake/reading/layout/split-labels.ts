import { type LabelMatch, type LabelMatcher, LONGEST_LABEL } from "../vocabulary/label-matcher.ts";
import type { Cell, Row } from "./layout.ts";

/** A cell with what it means as a label, if anything. */
export interface ReadCell extends Cell {
  match?: LabelMatch;
  /** The label ended in a colon or was marked by the sender, so it is surely meant as one. */
  sure?: boolean;
}

export interface ReadRow extends Omit<Row, "cells"> {
  cells: ReadCell[];
}

/** Labels are looked for within so many characters of a cell. */
const LONGEST_CELL = 1_000;
const DASH = /\s+[-–—=→>]+\s+|\s*[=→]\s*/g;
const COLON = /\s*[:：]\s*(?!\/\/)/g;
/** A separator that the sender put at the head of the value. */
const LEADING = /^\s*[:：]\s*(?=\S)/;
const ENDING = /[\s:：.…_=\-–>→]+$/;

/** Marks the labels of a row, and parts cells that hold "Label: value" (also several, parted by ; , or |). */
export function splitLabels(row: Row, matcher: LabelMatcher): ReadRow {
  const cells = row.cells.flatMap((cell) => splitCell(cell, matcher));
  return {
    ...row,
    cells: cells.map((cell) => (cell.match ? cell : { ...cell, text: cell.text.replace(LEADING, "") })),
  };
}

function splitCell(cell: Cell, matcher: LabelMatcher): ReadCell[] {
  if (LEADING.test(cell.text)) return [{ ...cell, text: cell.text.replace(LEADING, "") }];
  if (cell.text.length > LONGEST_CELL) return splitAt(cell, COLON, matcher) ?? [cell];
  const ends = /[:：]\s*$/.test(cell.text);
  const bare = cell.text.replace(ENDING, "");
  const sure = ends || cell.marked === true;
  const match = sure ? matcher.matchLoosely(bare) : matcher.match(bare);
  if (match) return [{ ...cell, match, sure }];
  return splitAt(cell, COLON, matcher) ?? splitAt(cell, DASH, matcher) ?? [cell];
}

function splitAt(cell: Cell, separator: RegExp, matcher: LabelMatcher): ReadCell[] | undefined {
  for (const found of cell.text.slice(0, LONGEST_CELL).matchAll(separator)) {
    const label = cell.text.slice(0, found.index);
    if (label.length > LONGEST_LABEL) return undefined;
    const match = separator === COLON ? matcher.matchLoosely(label) : matcher.match(label);
    if (!match) continue;
    const start = found.index + found[0].length;
    const value: Cell = { ...cell, text: cell.text.slice(start), x: cell.x + start };
    return [{ ...cell, text: label, match, sure: true }, ...splitFollowing(value, matcher)];
  }
  return undefined;
}

/** "Jönsson; Forename: Cecilia": a value may be followed by further labels on the same line. */
function splitFollowing(value: Cell, matcher: LabelMatcher): ReadCell[] {
  for (const found of value.text.slice(0, LONGEST_CELL).matchAll(/\s*[;,|]\s+(?=[^;,|:：]{2,60}[:：])/g)) {
    const start = found.index + found[0].length;
    const rest: Cell = { ...value, text: value.text.slice(start), x: value.x + start };
    const label = /^[^:：]*/.exec(rest.text)?.[0] ?? "";
    if (!matcher.match(label)) continue;
    return [{ ...value, text: value.text.slice(0, found.index) }, ...splitCell(rest, matcher)];
  }
  return [value];
}
