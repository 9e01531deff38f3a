/** A value of a column as it goes to PostgreSQL: a number, a text, a truth, a list of these, or nothing. */
export type ColumnValue = string | number | boolean | null | readonly (string | number | boolean)[];

/** One row in the text format of PostgreSQL's COPY, with its line end. */
export function copyLine(values: readonly ColumnValue[]): string {
  return `${values.map((value) => (value === null ? "\\N" : escaped(written(value)))).join("\t")}\n`;
}

function written(value: Exclude<ColumnValue, null>): string {
  return typeof value === "object" ? `{${value.map(element).join(",")}}` : String(value);
}

function element(value: string | number | boolean): string {
  return typeof value === "string" ? `"${withoutNul(value).replace(/["\\]/g, "\\$&")}"` : String(value);
}

const ESCAPES: Record<string, string> = { "\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r" };

const escaped = (text: string): string =>
  withoutNul(text).replace(/[\\\t\n\r]/g, (letter) => ESCAPES[letter] as string);

/** PostgreSQL's texts cannot hold NUL. */
const withoutNul = (text: string): string => text.toWellFormed().replaceAll("\u0000", "");
