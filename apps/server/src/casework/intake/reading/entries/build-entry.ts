import { createHash } from "node:crypto";
import type {
  Entry,
  EntryKind,
  FieldName,
  FieldProblem,
  FieldReading,
  Part,
  Provenance,
} from "../reading.ts";
import { countryOfAlertNumber } from "../values/countries.ts";
import { fold, tidy } from "../vocabulary/fold.ts";
import { actionWords } from "../vocabulary/vocabulary.ts";
import { readValue, type ValueHabits } from "./field-values.ts";
import { type KindPhrases, kindOfPhrases } from "./kind-of-text.ts";
import type { ResolvedPair } from "./resolve-targets.ts";
import { type FieldPair, splitValues } from "./split-values.ts";

export interface EntrySource {
  part: string;
  container: Part["kind"];
  habits: ValueHabits;
  phrases: KindPhrases;
  /** Fields the source always has, e.g. the sending country of a national circular. */
  fixed: Partial<Record<FieldName, string>>;
  /** What the surrounding text says the message does; holds where the entry itself says nothing. */
  kind: EntryKind;
}

const MANY_NAMES: ReadonlySet<FieldName> = new Set(["earlierNames"]);

/** Builds an entry from the labels and values that tell of one person. */
export function buildEntry(pairs: readonly ResolvedPair[], source: EntrySource): Entry {
  const entry: Entry = {
    kind: kindOf(pairs, source),
    fields: {},
    problems: [],
    missing: [],
    documentHash: hashOf(pairs, source.container),
  };
  const strongFirst = splitValues(pairs).toSorted((a, b) => Number(a.weak) - Number(b.weak));
  for (const pair of strongFirst) addField(entry, pair, source);
  const relatesTo = pairs.find(({ target, value }) => target === "relatesTo" && /\d/.test(value));
  if (relatesTo) entry.relatesTo = readingOf(tidy(relatesTo.value), relatesTo, source.part);
  addFixed(entry, source);
  entry.missing = missingOf(entry);
  return entry;
}

/** Mandatory fields that are missing: the surname, and a birth date or an identity number. */
export function missingOf({ fields }: Entry): Entry["missing"] {
  const missing: Entry["missing"] = [];
  if (!fields.surname) missing.push("name");
  if (!fields.birthDate && !fields.nationalId) missing.push("birthDateOrIdentityNumber");
  return missing;
}

function addField(entry: Entry, pair: FieldPair, source: EntrySource): void {
  const { target, weak } = pair;
  const raw = tidy(pair.value);
  const dates = { ...source.habits.dates, order: pair.match.dateOrder ?? source.habits.dates.order };
  const reading = readValue(target, raw, { ...source.habits, dates });
  if (!reading) return;
  const present = entry.fields[target];
  if (present && (weak || fold(present.raw) === fold(raw))) return;
  const from = provenanceOf(pair, source.part);
  if ("problem" in reading) {
    if (!present && !weak)
      entry.problems.push({ field: target, code: reading.problem, raw: shortened(raw, source), from });
  } else if (!present) {
    entry.fields[target] = { value: reading.value, raw, from };
  } else if (MANY_NAMES.has(target)) {
    present.value += `; ${reading.value}`;
    present.raw += `; ${raw}`;
  } else if (present.value !== reading.value) {
    entry.problems.push({ field: target, code: "conflicting", raw, from });
  }
}

function addFixed(entry: Entry, source: EntrySource): void {
  const number = entry.fields.alertNumber;
  const country = number && countryOfAlertNumber(number.value);
  if (country && number) {
    entry.fields.sendingCountry ??= { value: country, raw: number.raw, from: number.from };
  }
  for (const [field, value] of Object.entries(source.fixed) as [FieldName, string][]) {
    entry.fields[field] ??= { value, raw: value, from: { part: source.part, label: "" } };
  }
}

function shortened(raw: string, { habits }: EntrySource): string {
  return raw.length > habits.longestField ? `${raw.slice(0, habits.longestField)}…` : raw;
}

function readingOf(value: string, pair: ResolvedPair, part: string): FieldReading {
  return { value, raw: value, from: provenanceOf(pair, part) };
}

function provenanceOf({ page, line, cell, label }: ResolvedPair, part: string): Provenance {
  return { part, page, line, cell, label: tidy(label) };
}

function kindOf(pairs: readonly ResolvedPair[], { phrases, kind }: EntrySource): EntryKind {
  for (const { target, weak, value } of pairs) {
    if (target !== "action" && target !== "alertType") continue;
    const word = actionWords.get(fold(value));
    if (target === "action" && word && !(weak && word === "withdrawal")) return word;
    const told = kindOfPhrases(value, phrases) ?? (word === "alert" ? undefined : word);
    if (told && !weak) return told;
  }
  return kind;
}

function hashOf(pairs: readonly ResolvedPair[], container: Part["kind"]): string {
  const hash = createHash("sha256").update(container);
  for (const { label, value } of pairs) hash.update(`\n${tidy(label)}\t${tidy(value)}`);
  return hash.digest("hex");
}

/** The problems of a merged entry, without repetition. */
export function addProblem(entry: Entry, problem: FieldProblem): void {
  const known = entry.problems.some(
    ({ field, code, raw }) => field === problem.field && code === problem.code && raw === problem.raw,
  );
  if (!known) entry.problems.push(problem);
}
