import {
  cs_CZ,
  da,
  de,
  el,
  en,
  en_IN,
  es,
  fi,
  fr,
  hr,
  hu,
  it,
  lv,
  nb_NO,
  nl,
  pl,
  pt_PT,
  ro,
  ru,
  sr_RS_latin,
  sv,
  tr,
  uk,
} from "@faker-js/faker";
import { transliterate } from "../names/transliterate.ts";
import { norwegianFarmNames } from "./farm-names.ts";
import {
  ARABIC_NAMES,
  FILIPINO_NAMES,
  ICELANDIC_NAMES,
  LITHUANIAN_NAMES,
  PERSIAN_NAMES,
  URDU_NAMES,
} from "./name-lists.ts";

/** Names of one country of origin; the first names in each list are the most common. */
export interface NamePool {
  nationality: string;
  /** Share of this pool in an invented register, relative to the others. */
  share: number;
  female: readonly string[];
  male: readonly string[];
  surnames: readonly string[];
  /** Feminine form at the same position as in `surnames`, where the language has one. */
  feminineSurnames?: readonly string[];
  middle: "familyName" | "forename" | "rare";
  doubleSurname: number;
}

interface Listed {
  generic?: string[];
  female?: string[];
  male?: string[];
}

interface LocalePerson {
  first_name?: Listed | null;
  last_name?: Listed | null;
}

function latin(names: readonly string[]): string[] {
  const spelled = names.map((name) => (/[Ͱ-ӿ]/.test(name) ? transliterate(name) : name));
  return [...new Set(spelled)].filter((name) => /^[\p{Script=Latin}' -]{2,}$/u.test(name));
}

function fromLocale(
  locale: { person?: unknown },
  pool: Omit<NamePool, "female" | "male" | "surnames">,
): NamePool {
  const person = (locale.person ?? {}) as LocalePerson;
  const { first_name: first, last_name: last } = person;
  return {
    ...pool,
    female: latin(first?.female ?? []),
    male: latin(first?.male ?? []),
    surnames: latin([...(last?.generic ?? []), ...(last?.male ?? [])]),
    ...(last?.female ? { feminineSurnames: latin([...(last.generic ?? []), ...last.female]) } : {}),
  };
}

const norwegian = fromLocale(nb_NO, {
  nationality: "NO",
  share: 540,
  middle: "familyName",
  doubleSurname: 0.03,
});

/** Every pool the generator draws from, in a fixed order. */
export const NAME_POOLS: readonly NamePool[] = [
  { ...norwegian, surnames: [...norwegian.surnames, ...norwegianFarmNames()] },
  fromLocale(sv, { nationality: "SE", share: 75, middle: "familyName", doubleSurname: 0.04 }),
  fromLocale(da, { nationality: "DK", share: 60, middle: "familyName", doubleSurname: 0.03 }),
  fromLocale(fi, { nationality: "FI", share: 20, middle: "forename", doubleSurname: 0.03 }),
  { nationality: "IS", share: 10, ...ICELANDIC_NAMES, middle: "forename", doubleSurname: 0 },
  fromLocale(pl, { nationality: "PL", share: 35, middle: "forename", doubleSurname: 0.05 }),
  fromLocale(de, { nationality: "DE", share: 35, middle: "forename", doubleSurname: 0.05 }),
  fromLocale(en, { nationality: "GB", share: 25, middle: "forename", doubleSurname: 0.03 }),
  fromLocale(nl, { nationality: "NL", share: 12, middle: "forename", doubleSurname: 0.04 }),
  fromLocale(fr, { nationality: "FR", share: 8, middle: "forename", doubleSurname: 0.04 }),
  fromLocale(es, { nationality: "ES", share: 14, middle: "forename", doubleSurname: 0.85 }),
  fromLocale(pt_PT, { nationality: "PT", share: 6, middle: "forename", doubleSurname: 0.7 }),
  fromLocale(it, { nationality: "IT", share: 8, middle: "rare", doubleSurname: 0.01 }),
  fromLocale(ro, { nationality: "RO", share: 14, middle: "forename", doubleSurname: 0.02 }),
  fromLocale(hu, { nationality: "HU", share: 10, middle: "rare", doubleSurname: 0.02 }),
  fromLocale(cs_CZ, { nationality: "CZ", share: 6, middle: "rare", doubleSurname: 0.01 }),
  fromLocale(hr, { nationality: "HR", share: 6, middle: "rare", doubleSurname: 0.03 }),
  fromLocale(sr_RS_latin, { nationality: "RS", share: 6, middle: "rare", doubleSurname: 0.02 }),
  fromLocale(lv, { nationality: "LV", share: 8, middle: "rare", doubleSurname: 0.02 }),
  { nationality: "LT", share: 16, ...LITHUANIAN_NAMES, middle: "rare", doubleSurname: 0.04 },
  fromLocale(el, { nationality: "GR", share: 8, middle: "rare", doubleSurname: 0.01 }),
  fromLocale(ru, { nationality: "RU", share: 8, middle: "rare", doubleSurname: 0 }),
  fromLocale(uk, { nationality: "UA", share: 10, middle: "rare", doubleSurname: 0 }),
  fromLocale(tr, { nationality: "TR", share: 8, middle: "rare", doubleSurname: 0.03 }),
  fromLocale(en_IN, { nationality: "IN", share: 12, middle: "rare", doubleSurname: 0.02 }),
  { nationality: "SY", share: 18, ...ARABIC_NAMES, middle: "familyName", doubleSurname: 0.1 },
  { nationality: "IQ", share: 8, ...ARABIC_NAMES, middle: "familyName", doubleSurname: 0.1 },
  { nationality: "IR", share: 8, ...PERSIAN_NAMES, middle: "rare", doubleSurname: 0.05 },
  { nationality: "PK", share: 16, ...URDU_NAMES, middle: "familyName", doubleSurname: 0.05 },
  { nationality: "PH", share: 16, ...FILIPINO_NAMES, middle: "familyName", doubleSurname: 0.1 },
];
