import { readdirSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import { parse } from "yaml";
import type { EntryKind, FieldName } from "../reading.ts";
import { fold } from "./fold.ts";

/** What a label can stand for: a field, a value that gives several fields, or something known that is no field. */
export type LabelTarget =
  | FieldName
  | "fullName"
  | "name"
  | "middleName"
  | "secondSurname"
  | "period"
  | "birthDateAndPlace"
  | "action"
  | "relatesTo"
  | "ignored";

/** Labels by language and target; a target ending in "?" is weak: it counts only where no strong label gives the field. */
export type LabelWords = Record<string, Record<string, string[]>>;

/** A list as the vocabulary files hold it: words and phrases parted by commas. */
type Words = string;

interface Values {
  notProvided: Words;
  neverNames: Words;
  openEnded: Words;
  sex: Record<"M" | "F" | "X", Words>;
  months: Record<string, Words>;
  monthsOfLanguage: Record<string, Record<string, number>>;
  qualifiers: Words;
}

const LABELS = new URL("./labels/", import.meta.url);

function load<T>(name: string): T {
  return parse(readFileSync(new URL(`./${name}.yaml`, import.meta.url), "utf8")) as T;
}

function wordsOf(list: Words): string[] {
  return list.split(",").map((word) => word.trim());
}

function loadLabels(): LabelWords {
  const files = readdirSync(LABELS, { recursive: true, encoding: "utf8" }).filter((name) =>
    name.endsWith(".yaml"),
  );
  const languages = files.toSorted().map((name) => {
    const targets = parse(readFileSync(new URL(name.replaceAll("\\", "/"), LABELS), "utf8")) as Record<
      string,
      Words
    >;
    const lists = Object.entries(targets).map(([target, list]) => [target, wordsOf(list)]);
    return [basename(name, ".yaml"), Object.fromEntries(lists)];
  });
  return Object.fromEntries(languages) as LabelWords;
}

/** The labels of every language, as shipped. */
export const labelWords: LabelWords = loadLabels();

const kinds = load<Record<"phrases" | "actions", Record<EntryKind, Words>>>("kind-phrases");
const noise = load<Record<"autoReply" | "deliveryReport" | "noise", Words>>("noise-phrases");
const values = load<Values>("values");
const professions = load<Record<string, { name: string; words: Words }>>("professions");
const countries = load<{ codes: Record<string, string>; names: Record<string, Words> }>("countries");

/** Habitual country codes that ISO 3166 lacks, such as UK and EL, to alpha-2. */
export const ownCountryCodes: Readonly<Record<string, string>> = countries.codes;

/** Names of countries and peoples that the country library lacks, by alpha-2. */
export const ownCountryNames: ReadonlyMap<string, string[]> = new Map(
  Object.entries(countries.names).map(([code, names]) => [code, wordsOf(names)]),
);

const foldAll = (list: Words) =>
  wordsOf(list)
    .map(fold)
    .filter((word) => word !== "");

/** Phrases that say what became of the alert, folded, by kind. */
export const kindPhrases: Record<EntryKind, string[]> = {
  alert: foldAll(kinds.phrases.alert),
  update: foldAll(kinds.phrases.update),
  withdrawal: foldAll(kinds.phrases.withdrawal),
};

/** Folded values of an "action" field, to the kind they mean. */
export const actionWords: ReadonlyMap<string, EntryKind> = new Map(
  (["alert", "update", "withdrawal"] as const).flatMap((kind) =>
    foldAll(kinds.actions[kind]).map((word) => [word, kind] as const),
  ),
);

export const noisePhrases = {
  autoReply: foldAll(noise.autoReply),
  deliveryReport: foldAll(noise.deliveryReport),
  noise: foldAll(noise.noise),
};

/** Folded values that mean "not given". A value without letters or digits folds to nothing and is never given. */
export const notProvided: ReadonlySet<string> = new Set(foldAll(values.notProvided));

/** Folded single words of `notProvided` that are never names. */
export const neverNames: ReadonlySet<string> = new Set(foldAll(values.neverNames));

/** Folded values of an end date that mean "no end". */
export const openEnded: ReadonlySet<string> = new Set(foldAll(values.openEnded));

export const sexWords: ReadonlyMap<string, string> = new Map(
  Object.entries(values.sex).flatMap(([code, words]) => foldAll(words).map((word) => [word, code] as const)),
);

/** Folded month names of all languages, to 1–12. */
export const months: ReadonlyMap<string, number> = new Map(
  Object.entries(values.months).flatMap(([month, words]) =>
    foldAll(words).map((word) => [word, Number(month)] as const),
  ),
);

/** Month words that mean another month in one language, e.g. Croatian "listopad". */
export const monthsOfLanguage = values.monthsOfLanguage;

/** Folded words around a label that do not change its meaning, longest first. */
export const qualifiers: readonly string[] = foldAll(values.qualifiers).toSorted(
  (a, b) => b.length - a.length,
);

/** Folded single words for peoples and countries, as in "Norwegian identity number". */
export const nationWords: ReadonlySet<string> = new Set(
  [...ownCountryNames.values()].flatMap((names) => names.map(fold)).filter((name) => !name.includes(" ")),
);

/** Kodeverk 9060: code to Norwegian name. */
export const professionNames: ReadonlyMap<string, string> = new Map(
  Object.entries(professions).map(([code, { name }]) => [code, name]),
);

/** Folded profession words of all languages, to the code of kodeverk 9060. A word given for two codes belongs to the first. */
export const professionWords: ReadonlyMap<string, string> = new Map(
  Object.entries(professions)
    .flatMap(([code, { name, words }]) => foldAll(`${name}, ${words}`).map((word) => [word, code] as const))
    .toReversed(),
);
