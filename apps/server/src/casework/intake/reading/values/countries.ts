import { createRequire } from "node:module";
import isoCountries from "i18n-iso-countries";
import { fold } from "../vocabulary/fold.ts";
import { ownCountryCodes, ownCountryNames } from "../vocabulary/vocabulary.ts";

const LANGUAGES = "en de fr sv da nb nn fi is nl es it pt pl cs sk sl hu ro lt lv et el hr bg tr".split(" ");

const LONGEST_NAME = 200;

const require = createRequire(import.meta.url);
const codes = new Set([...Object.keys(isoCountries.getAlpha2Codes()), "XK"]);
const names = namesOfCountries();

function namesOfCountries(): Map<string, string> {
  const known = new Map<string, string>();
  for (const language of LANGUAGES) {
    const { countries } = require(`i18n-iso-countries/langs/${language}.json`) as {
      countries: Record<string, string | string[]>;
    };
    for (const [code, given] of Object.entries(countries)) {
      for (const name of [given].flat()) known.set(fold(name), code);
    }
  }
  for (const [code, given] of ownCountryNames) {
    for (const name of given) known.set(fold(name), code);
  }
  return known;
}

/** Reads a country, or a people's nationality word, to ISO 3166 alpha-2; of several given, the first. */
export function readCountry(raw: string): string | undefined {
  const text = raw.trim();
  if (text.length > LONGEST_NAME) return undefined;
  const whole = countryOf(text);
  if (whole) return whole;
  for (const piece of text.split(/[/,;()|[\]]|\s[-–]\s|\s(?:and|und|et|og|och|y|e|ja)\s/)) {
    const country = countryOf(piece.trim());
    if (country) return country;
  }
  const [, code] = /^([A-Z]{2,3})\b/.exec(text) ?? [];
  return code ? countryOfCode(code) : undefined;
}

/** The country that an alert number begins with ("SE-2026-00238-42"), as sources of alerts number by country. */
export function countryOfAlertNumber(number: string): string | undefined {
  const [, code] = /^([A-Z]{2})[-/_. ]/.exec(number.trim()) ?? [];
  return code ? countryOfCode(code) : undefined;
}

function countryOf(text: string): string | undefined {
  return countryOfCode(text.toUpperCase()) ?? names.get(fold(text));
}

function countryOfCode(code: string): string | undefined {
  const own = ownCountryCodes[code];
  if (own) return own;
  if (code.length === 2 && codes.has(code)) return code;
  return code.length === 3 ? isoCountries.alpha3ToAlpha2(code) : undefined;
}
