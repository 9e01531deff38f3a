import type { EntryKind, FieldName } from "@varde/contract/intake";

/** The five things a decision may do to a right to practise; the reader keeps the words as sent. */
export const MEASURES = ["revocation", "suspension", "prohibition", "restriction", "conditions"] as const;
export type Measure = (typeof MEASURES)[number];

export type DateStyle =
  | "iso"
  | "slashes"
  | "dots"
  | "yearDots"
  | "dashes"
  | "compact"
  | "words"
  | "abbreviated"
  | "roman";

/** How a sender in one language words a form. Where a text holds several words for one thing, "|" parts them. */
export interface Language {
  /** ISO 639-1, also the locale in which months are spelled. */
  code: string;
  labels: Readonly<Record<FieldName, string>>;
  /** What the form is called, by what it does to the alert. */
  titles: Readonly<Record<EntryKind, string>>;
  /** Short line above an attached form. */
  cover: string;
  /** Disclaimer below a form; never holds anything that could be read as a field. */
  footer: string;
  /** Words written where there is nothing to write. */
  notProvided: string;
  /** Words for male and female. */
  sexes: Readonly<Record<"M" | "F", string>>;
  measures: Readonly<Record<Measure, string>>;
  dates: readonly DateStyle[];
}

/** The words parted by "|" in a wording. */
export const wordsOf = (wording: string): string[] => wording.split("|");
