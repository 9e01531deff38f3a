import { EASTERN_LANGUAGES } from "./eastern.ts";
import type { Language } from "./language.ts";
import { NORDIC_LANGUAGES } from "./nordic.ts";
import { WESTERN_LANGUAGES } from "./western.ts";

export { countryName, SENDING_COUNTRIES, type SendingCountry } from "./countries.ts";
export { writeDate } from "./dates.ts";
export { type DateStyle, type Language, MEASURES, type Measure, wordsOf } from "./language.ts";
export { NAMED_PROFESSIONS, professionNames } from "./professions.ts";

/** Every language a form can be written in. */
export const LANGUAGES: readonly Language[] = [
  ...NORDIC_LANGUAGES,
  ...WESTERN_LANGUAGES,
  ...EASTERN_LANGUAGES,
];

const BY_CODE = new Map(LANGUAGES.map((language) => [language.code, language]));

/** The wording of a language by its ISO 639-1 code. */
export function getLanguage(code: string): Language {
  const language = BY_CODE.get(code);
  if (!language) throw new RangeError(`no wording in the language ${code}`);
  return language;
}
