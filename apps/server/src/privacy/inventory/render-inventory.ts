import type { DescribedColumn } from "./columns.sql.ts";
import { contentOf, sensitivityOf } from "./personal-columns.rules.ts";
import { activitiesOf, PROCESSING_ACTIVITIES, type ProcessingActivity } from "./processing-activities.ts";

/**
 * The data inventory as Markdown: for each thing personal data are used for, every column that holds some, as the
 * comments of the schema say it.
 */
export function dataInventory(columns: readonly DescribedColumn[]): string {
  const personal = columns.filter((column) => sensitivityOf(column) !== "none");
  const sections = PROCESSING_ACTIVITIES.map((activity) => section(activity, personal));
  return `${[
    "# Data inventory",
    "Every column of the database that holds personal data, from the comments of the schema. Made by `write-inventory.ts`, as `varde privacy inventory` prints it; do not edit. *Restricted* is shown only to those who need it, and numbers only for a purpose.",
    "Outside the database, `VARDE_DATA/index` holds names, birth dates, identity numbers and professions of everybody in the register copy, for the search for whom an alert is about; it can be deleted at any time and is made again.",
    ...sections,
  ].join("\n\n")}\n`;
}

function section(activity: ProcessingActivity, personal: readonly DescribedColumn[]): string {
  const own = personal.filter(({ table }) => activitiesOf(table)[0]?.key === activity.key);
  const { rule, enforcedBy } = activity.retention;
  return [
    `## ${activity.title.en}`,
    `- **Purpose.** ${activity.purpose.en}.\n- **Legal basis.** ${activity.legalBasis.en}.\n- **Kept.** ${rule.en}${enforcedBy ? `; seen to by \`${enforcedBy}\`` : ""}.`,
    own.length === 0
      ? "No columns yet."
      : [
          "| table | column | restricted | what it holds |",
          "| --- | --- | --- | --- |",
          ...own.map(row),
        ].join("\n"),
  ].join("\n\n");
}

function row(column: DescribedColumn): string {
  const isRestricted = sensitivityOf(column) === "restricted";
  return `| \`${column.table}\` | \`${column.column}\` | ${isRestricted ? "yes" : ""} | ${contentOf(column).replaceAll("|", "\\|")} |`;
}
