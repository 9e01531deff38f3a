import type { LabelMatch } from "../vocabulary/label-matcher.ts";

/** A piece of text with a place of its own: a table cell, a run on a PDF line, one side of "Label: value". */
export interface Cell {
  text: string;
  /** Column number of a table, or the distance from the left edge (characters in text, points in a PDF). */
  x: number;
  /** Name of a sheet's cell, such as "C4". */
  ref?: string;
  /** The sender marked it as a heading or label (th, dt, b). */
  marked?: boolean;
}

export interface Row {
  cells: Cell[];
  /** 1-based, as in `Part.lines`. */
  line: number;
  page?: number;
  /** Stands apart from the row above (blank line, paragraph, larger gap). */
  apart?: boolean;
  /** Table or sheet it belongs to; rows of different blocks never make one table. */
  block?: number;
}

/** How the rows of a container lie: cells in numbered columns, or runs of text at positions. */
export interface Layout {
  rows: Row[];
  columns: "numbered" | "positioned";
  /** How far apart two texts may start and still stand in one column. */
  tolerance: number;
}

/** A label and the value that stands with it. */
export interface Pair {
  label: string;
  match: LabelMatch;
  value: string;
  line?: number;
  page?: number;
  cell?: string;
  /** The person of a table or block it belongs to; none where it holds for all. */
  person?: string;
}

/** What a container holds once its labels are found. */
export interface LabelledText {
  pairs: Pair[];
  /** Lines before the first label. */
  headings: string[];
  /** Lines after it that belong to no label: remarks, footers. */
  prose: string[];
}
