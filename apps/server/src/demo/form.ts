import { FIELD_NAMES, type FieldName } from "@varde/contract/intake";
import type { Chance } from "@varde/linkage/invented";
import { shuffled } from "./draws.ts";
import type { Facts } from "./facts.ts";
import {
  countryName,
  type DateStyle,
  getLanguage,
  type Language,
  type Measure,
  professionNames,
  wordsOf,
  writeDate,
} from "./language/index.ts";

/** One label with its value, as the sender words both. */
export interface Row {
  field: FieldName;
  label: string;
  value: string;
}

/** An alert worded by a sender, not yet laid out in any container. */
export interface Form {
  language: Language;
  kind: Facts["kind"];
  title: string;
  rows: Row[];
  footer?: string;
}

/** The habits of a sender that hold for every form in a message. */
export interface Habits {
  language: Language;
  dates: DateStyle;
  /** Whether countries and sex are written as words rather than codes. */
  inWords: boolean;
  labels: Readonly<Record<FieldName, string>>;
  order: readonly FieldName[];
  /** What stands where nothing is told: a word, an empty value, or no row at all. */
  empty: "word" | "blank" | "omitted";
  footer: boolean;
}

const REFERENCE: readonly FieldName[] = ["alertNumber", "alertType", "sendingCountry", "authority"];
const NAMES: readonly FieldName[] = ["surname", "forename", "earlierNames"];
const BIRTH: readonly FieldName[] = ["birthDate", "sex", "birthPlace", "nationality", "nationalId"];
const PROFESSION: readonly FieldName[] = ["profession", "registrationNumber"];
const MEASURE: readonly FieldName[] = ["measure", "decisionDate", "effectiveFrom", "effectiveUntil"];
const DATES = new Set<FieldName>(["birthDate", "decisionDate", "effectiveFrom", "effectiveUntil"]);
const COUNTRIES = new Set<FieldName>(["sendingCountry", "nationality"]);
/** Rows that a sender leaves out rather than leave empty. */
const RARELY_ASKED = new Set<FieldName>(["earlierNames", "nationalId"]);

/** Draws the habits of one sender writing in a language; a few senders print English beside their own. */
export function drawHabits(language: Language, chance: Chance): Habits {
  const second = language.code !== "en" && chance.happens(0.06) ? getLanguage("en") : undefined;
  const labels = FIELD_NAMES.map((field) => {
    const own = chance.pick(wordsOf(language.labels[field]));
    return [field, second ? `${own} / ${wordsOf(second.labels[field])[0]}` : own];
  });
  return {
    language,
    dates: chance.pick(language.dates),
    inWords: chance.happens(0.45),
    labels: Object.fromEntries(labels) as Record<FieldName, string>,
    order: drawOrder(chance),
    empty: chance.pick(["word", "blank", "omitted"] as const),
    footer: chance.happens(0.6),
  };
}

function drawOrder(chance: Chance): FieldName[] {
  const groups = [REFERENCE, NAMES, BIRTH, PROFESSION, MEASURE];
  if (chance.happens(0.4)) return groups.flat();
  if (chance.happens(0.5)) return shuffled(chance, groups).flat();
  return shuffled(chance, groups).flatMap((group) => shuffled(chance, group));
}

/** Words an alert in the habits of its sender. */
export function fillForm(facts: Facts, habits: Habits, chance: Chance): Form {
  const rows = habits.order.flatMap((field): Row[] => {
    const fact = facts.fields[field];
    if (fact === undefined && (habits.empty === "omitted" || RARELY_ASKED.has(field))) return [];
    return [{ field, label: habits.labels[field], value: writeValue(field, fact, habits, chance) }];
  });
  return {
    language: habits.language,
    kind: facts.kind,
    title: habits.language.titles[facts.kind],
    rows,
    ...(habits.footer ? { footer: habits.language.footer } : {}),
  };
}

function writeValue(field: FieldName, fact: string | undefined, habits: Habits, chance: Chance): string {
  const { language } = habits;
  if (fact === undefined) return habits.empty === "word" ? chance.pick(wordsOf(language.notProvided)) : "";
  if (DATES.has(field)) return writeDate(fact, habits.dates, language.code);
  if (COUNTRIES.has(field)) return habits.inWords ? countryName(fact, language.code) : fact;
  if (field === "sex") return habits.inWords && (fact === "M" || fact === "F") ? language.sexes[fact] : fact;
  if (field === "profession") return chance.pick(professionNames(fact, language.code));
  if (field === "measure") return language.measures[fact as Measure];
  return fact;
}

/** Several forms of one sender side by side: every field any of them has, with the value of each form. */
export function alignForms(forms: readonly Form[]): { field: FieldName; label: string; values: string[] }[] {
  const columns = new Map<FieldName, string>();
  for (const { rows } of forms) for (const row of rows) columns.set(row.field, row.label);
  return [...columns].map(([field, label]) => ({
    field,
    label,
    values: forms.map(({ rows }) => rows.find((row) => row.field === field)?.value ?? ""),
  }));
}
