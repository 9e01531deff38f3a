import type { Chance } from "@varde/linkage/invented";
import type { Form, Row } from "../form.ts";
import { type Entity, textPart } from "../mime/message.ts";

/** One way to lay rows out in plain text. */
type Layout = (rows: readonly Row[], chance: Chance) => string[];

const longest = (rows: readonly Row[]): number => Math.max(...rows.map(({ label }) => label.length));

const LAYOUTS: Readonly<Record<string, Layout>> = {
  colon: (rows) => rows.map(({ label, value }) => `${label}: ${value}`),
  colonInColumns: (rows) =>
    rows.map(({ label, value }) => `${`${label}:`.padEnd(longest(rows) + 3)}${value}`),
  columns: (rows) => rows.map(({ label, value }) => `${label.padEnd(longest(rows) + 4)}${value}`),
  dotted: (rows) => rows.map(({ label, value }) => `${`${label} `.padEnd(longest(rows) + 8, ".")} ${value}`),
  tabs: (rows) => rows.map(({ label, value }) => `${label}\t${value}`),
  below: (rows) => rows.flatMap(({ label, value }) => [label, `    ${value}`, ""]),
  belowColon: (rows) => rows.flatMap(({ label, value }) => [`${label}:`, value, ""]),
  numbered: (rows) => rows.map(({ label, value }, i) => `${i + 1}. ${label}: ${value}`),
  sections: (rows, chance) => {
    const section = chance.pick(["1", "2", "4"]);
    return rows.map(({ label, value }, i) => `${section}.${i + 1} ${label}: ${value}`);
  },
  capitals: (rows) => rows.map(({ label, value }) => `${label.toUpperCase()}: ${value}`),
  bullets: (rows) => rows.map(({ label, value }) => `* ${label}: ${value}`),
  equals: (rows) => rows.map(({ label, value }) => `${label} = ${value}`),
  dash: (rows) => rows.map(({ label, value }) => `${label} - ${value}`),
};

const NAMES = Object.keys(LAYOUTS);

/** A form as text: title, rows in one of many layouts, footer. */
export function writePlainText(form: Form, chance: Chance): string {
  const layout = LAYOUTS[chance.pick(NAMES)] as Layout;
  const lines = [...heading(form.title, chance), "", ...layout(form.rows, chance), ""];
  if (form.footer) lines.push(chance.pick(["-- ", "_".repeat(40), "***"]), form.footer);
  return `${lines.join("\n")}\n`;
}

function heading(title: string, chance: Chance): string[] {
  if (chance.happens(0.3)) return [title, "=".repeat(title.length)];
  return chance.happens(0.3) ? [title.toUpperCase()] : [title];
}

/** The form as the body of a message. */
export const plainText = (form: Form, chance: Chance): Entity =>
  textPart(writePlainText(form, chance), chance);
