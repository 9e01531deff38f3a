import type { PersonRecord, Sex } from "../person-record.ts";
import { NAME_POOLS, type NamePool } from "./name-pools.ts";
import { syntheticNorwegianNumber } from "./norwegian-number.ts";
import { type Chance, chanceFrom } from "./random.ts";

/** Professions of code system 9060 with their relative share of an invented register. */
const PROFESSIONS: readonly (readonly [code: string, share: number])[] = [
  ["SP", 424],
  ["LE", 168],
  ["HF", 112],
  ["PS", 47],
  ["FT", 46],
  ["VP", 45],
  ["TL", 38],
  ["BI", 29],
  ["FA1", 19],
  ["RA", 19],
  ["JO", 18],
  ["FA2", 14],
  ["TP", 10],
  ["OP", 8],
  ["ET", 12],
  ["AA", 14],
  ["KI", 6],
];

/** HPR numbers of invented people start here and step so that neighbours differ in more than one digit. */
const FIRST_HPR_NUMBER = 1_000_003;
const HPR_NUMBER_STEP = 7;

const FIRST_BIRTH_YEAR = 1945;
const BIRTH_YEARS = 58;

/** A register person that exists nowhere: what the generator knows about everyone. */
export interface InventedPerson extends PersonRecord {
  birthDate: string;
  sex: Sex;
  nationality: string;
  professions: string[];
  nationalIds: { country: string; number: string }[];
  registrationNumbers: string[];
}

/**
 * Invents register people, one at a time so that a million need no memory. Names, sex and nationality belong
 * together; identity numbers are synthetic (month + 80). About a third of the foreign-trained have none.
 */
export function* inventPeople(options: { seed: number | string; count: number }): Generator<InventedPerson> {
  const chance = chanceFrom(`people ${options.seed}`);
  for (let i = 0; i < options.count; i++) {
    yield inventPerson(chance, String(FIRST_HPR_NUMBER + i * HPR_NUMBER_STEP));
  }
}

function inventPerson(chance: Chance, hprNumber: string): InventedPerson {
  const pool = pickByShare(NAME_POOLS, (candidate) => candidate.share, chance);
  const sex: Sex = chance.happens(0.72) ? "F" : "M";
  const birthDate = inventBirthDate(chance);
  const foreign = pool.nationality !== "NO";
  const earlier =
    sex === "F" && chance.happens(0.03) ? [pickCommon(surnamesFor(pool, sex), chance)] : undefined;
  return {
    id: hprNumber,
    forenames: inventForenames(pool, sex, chance),
    surnames: inventSurnames(pool, sex, chance),
    ...(earlier ? { earlierNames: earlier } : {}),
    birthDate,
    sex,
    nationality: pool.nationality,
    professions: inventProfessions(chance),
    nationalIds:
      foreign && chance.happens(1 / 3)
        ? []
        : [{ country: "NO", number: syntheticNorwegianNumber(birthDate, sex, chance) }],
    registrationNumbers: [hprNumber],
  };
}

/** The surnames a person of the pool and sex may carry, most common first. */
export function surnamesFor(pool: NamePool, sex: Sex): readonly string[] {
  return sex === "F" ? (pool.feminineSurnames ?? pool.surnames) : pool.surnames;
}

/** A name from a list whose first names are the common ones: a quarter of all draws falls on the first tenth. */
export function pickCommon(names: readonly string[], chance: Chance): string {
  const rank = Math.floor(names.length * chance.next() ** 1.7);
  return names[Math.min(rank, names.length - 1)] ?? "";
}

function inventForenames(pool: NamePool, sex: Sex, chance: Chance): string[] {
  const names = sex === "F" ? pool.female : pool.male;
  const first = pickCommon(names, chance);
  if (pool.middle === "familyName" && chance.happens(0.3))
    return [first, pickCommon(surnamesFor(pool, sex), chance)];
  if (pool.middle === "forename" && chance.happens(0.25)) return [first, pickCommon(names, chance)];
  if (chance.happens(0.05)) return [`${first}-${pickCommon(names, chance)}`];
  return [first];
}

function inventSurnames(pool: NamePool, sex: Sex, chance: Chance): string[] {
  const names = surnamesFor(pool, sex);
  const surname = pickCommon(names, chance);
  return chance.happens(pool.doubleSurname) ? [surname, pickCommon(names, chance)] : [surname];
}

function inventBirthDate(chance: Chance): string {
  const year = FIRST_BIRTH_YEAR + chance.below(BIRTH_YEARS);
  const day = new Date(Date.UTC(year, 0, 1 + chance.below(365)));
  return day.toISOString().slice(0, 10);
}

function inventProfessions(chance: Chance): string[] {
  const pick = (): string => pickByShare(PROFESSIONS, ([, share]) => share, chance)[0];
  const first = pick();
  const second = chance.happens(0.04) ? pick() : first;
  return first === second ? [first] : [first, second];
}

function pickByShare<T>(options: readonly T[], share: (option: T) => number, chance: Chance): T {
  let rest = chance.next() * options.reduce((sum, option) => sum + share(option), 0);
  for (const option of options) {
    rest -= share(option);
    if (rest < 0) return option;
  }
  throw new RangeError("the shares must be positive");
}
