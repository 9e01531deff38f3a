import type { DescribedColumn } from "./columns.sql.ts";

/** How far the data of a column are from harmless. */
export type Sensitivity = "personal" | "restricted" | "none";

/** Columns that are personal whatever the table: who did something, in whose place, and why in their own words. */
const ALWAYS: readonly (readonly [RegExp, string])[] = [
  [/^actor$|_by$/, "who did it"],
  [/^on_behalf_of$/, "in whose place it was done"],
  [/^purpose$/, "why, in the words of who did it"],
];

const alwaysHolds = (column: string): string | undefined => ALWAYS.find(([name]) => name.test(column))?.[1];

/** How far the data of a column are from harmless, by its comment: "Personal: …" or "Personal, restricted: …". */
export function sensitivityOf({ column, comment }: Pick<DescribedColumn, "column" | "comment">): Sensitivity {
  if (/^Personal, restricted(:|$)/.test(comment ?? "")) return "restricted";
  return /^Personal(:|$)/.test(comment ?? "") || alwaysHolds(column) ? "personal" : "none";
}

/** What a personal column holds, in words: as its comment says, or as its name does. */
export function contentOf({ column, comment }: Pick<DescribedColumn, "column" | "comment">): string {
  const said = (comment ?? "").replace(/^Personal(, restricted)?:? ?/, "");
  return said || (alwaysHolds(column) ?? column.replaceAll("_", " "));
}

const LIKELY =
  /(^|_)(name|names|surname|forename|middle|birth|national|address|email|phone|subject|reason|purpose|note|text|actor|by|person|hpr|number_of_person|reading|entry|explanation|statement|answer|letter|fields|details)(_|$)/;
const TYPES = /^(text|jsonb|json|character|date|bytea|uuid)/;

/**
 * Whether a column looks as if it held personal data and nobody has said whether it does. Its comment must then begin
 * with "Personal:", "Personal, restricted:" or "Not personal:".
 */
export function isUnclassified(column: DescribedColumn): boolean {
  const isSaid = sensitivityOf(column) !== "none" || (column.comment ?? "").startsWith("Not personal:");
  const isCode = CODES.has(`${column.table}.${column.column}`);
  return !isSaid && !isCode && TYPES.test(column.type) && LIKELY.test(column.column);
}

/** Columns whose name misleads and whose table says what they are: codes of rules, names of steps, keys of rows. */
const CODES: ReadonlySet<string> = new Set([
  "casework.case_look_ups.answer",
  "casework.messages.reason",
  "casework.message_events.reason",
  "platform.migrations.name",
  "access.units.name",
  "casework.register_people.entry_hash",
]);
