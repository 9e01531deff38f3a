import { namesStandingFor } from "../names/nicknames.ts";
import { transliterate } from "../names/transliterate.ts";
import type { PersonRecord } from "../person-record.ts";
import { NAME_POOLS } from "./name-pools.ts";
import type { Chance } from "./random.ts";

/** One way in which a foreign authority's record may differ; `undefined` when it cannot be put on this person. */
export type Noise = (person: PersonRecord, chance: Chance) => PersonRecord | undefined;

const LETTERS = "abcdefghijklmnopqrstuvwxyz".split("");

const OCR_CONFUSIONS: readonly (readonly [string, string])[] = [
  ["l", "1"],
  ["l", "I"],
  ["rn", "m"],
  ["m", "rn"],
  ["O", "0"],
  ["o", "0"],
  ["cl", "d"],
  ["vv", "w"],
  ["B", "8"],
  ["S", "5"],
  ["i", "l"],
  ["e", "c"],
  ["nn", "m"],
  ["h", "b"],
  ["u", "ii"],
];

const DIGRAPHS: Record<string, readonly string[]> = {
  ø: ["oe", "o"],
  Ø: ["Oe", "O"],
  å: ["aa", "a"],
  Å: ["Aa", "A"],
  æ: ["ae", "e", "a"],
  Æ: ["Ae", "E"],
  ä: ["ae", "a"],
  Ä: ["Ae", "A"],
  ö: ["oe", "o"],
  Ö: ["Oe", "O"],
  ü: ["ue", "u"],
  Ü: ["Ue", "U"],
  ß: ["ss", "s"],
};

const SPELLING_HABITS: readonly (readonly [RegExp, string])[] = [
  [/y/, "i"],
  [/i/, "y"],
  [/j/, "y"],
  [/ou/, "u"],
  [/u/, "ou"],
  [/oo/, "u"],
  [/ee/, "i"],
  [/k/, "c"],
  [/c(?=[aou])/, "k"],
  [/kh/, "h"],
  [/q/, "k"],
  [/w/, "v"],
  [/v/, "w"],
  [/x/, "ks"],
  [/ks/, "x"],
  [/ph/, "f"],
  [/th/, "t"],
  [/sh/, "ch"],
  [/z/, "s"],
  [/ii?$/, "y"],
  [/ei$/, "ey"],
  [/([bdfgklmnprst])\1/, "$1"],
  [/ss/, "s"],
];

const mapAt = (list: readonly string[], at: number, change: (name: string) => string): string[] =>
  list.map((name, i) => (i === at ? change(name) : name));

/** Changes one of the forenames or surnames; `undefined` when the change leaves every name as it was. */
function onOneName(
  person: PersonRecord,
  chance: Chance,
  change: (name: string) => string,
): PersonRecord | undefined {
  const inSurnames = chance.happens(0.5);
  for (const field of inSurnames
    ? (["surnames", "forenames"] as const)
    : (["forenames", "surnames"] as const)) {
    const at = chance.below(person[field].length || 1);
    const before = person[field][at];
    if (before === undefined) continue;
    const after = change(before);
    if (after !== before && after !== "")
      return { ...person, [field]: mapAt(person[field], at, () => after) };
  }
  return undefined;
}

const onEveryName = (person: PersonRecord, change: (name: string) => string): PersonRecord | undefined => {
  const changed = {
    ...person,
    forenames: person.forenames.map(change),
    surnames: person.surnames.map(change),
  };
  const same =
    [...changed.forenames, ...changed.surnames].join() === [...person.forenames, ...person.surnames].join();
  return same ? undefined : changed;
};

function mistype(name: string, chance: Chance): string {
  if (name.length < 2) return name;
  const at = chance.below(name.length);
  const letter = chance.pick(LETTERS);
  switch (chance.below(4)) {
    case 0:
      return name.slice(0, at) + name.slice(at + 1);
    case 1:
      return name.slice(0, at) + letter + name.slice(at);
    case 2:
      return name.slice(0, at) + letter + name.slice(at + 1);
    default:
      return at + 1 < name.length
        ? name.slice(0, at) + name.charAt(at + 1) + name.charAt(at) + name.slice(at + 2)
        : name.slice(0, at - 1) + name.charAt(at) + name.charAt(at - 1);
  }
}

const isFullDate = (date: string | undefined): date is string => date !== undefined && date.length === 10;

function withDateParts(
  person: PersonRecord,
  change: (y: number, m: number, d: number) => [number, number, number],
) {
  if (!isFullDate(person.birthDate)) return undefined;
  const [y = 0, m = 0, d = 0] = person.birthDate.split("-").map(Number);
  const moved = new Date(Date.UTC(...shifted(change(y, m, d))));
  const birthDate = moved.toISOString().slice(0, 10);
  return birthDate === person.birthDate ? undefined : { ...person, birthDate };
}

const shifted = ([y, m, d]: [number, number, number]): [number, number, number] => [y, m - 1, d];

function misreadDateDigit(person: PersonRecord, chance: Chance): PersonRecord | undefined {
  if (!isFullDate(person.birthDate)) return undefined;
  const at = chance.pick([2, 3, 6, 8, 9]);
  const digits = person.birthDate.slice(0, at) + String(chance.below(10)) + person.birthDate.slice(at + 1);
  const parsed = new Date(`${digits}T00:00:00Z`);
  const exists = !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(digits);
  return exists && digits !== person.birthDate ? { ...person, birthDate: digits } : undefined;
}

function anotherSurname(person: PersonRecord, chance: Chance): string {
  const pool = NAME_POOLS.find((candidate) => candidate.nationality === person.nationality) ?? NAME_POOLS[0];
  return chance.pick(pool?.surnames ?? ["Hansen"]);
}

const dropAt = (list: readonly string[], at: number): string[] => list.filter((_, i) => i !== at);

/** Every kind of noise the generator knows, by name. */
export const NOISE_KINDS = {
  typo: (person, chance) => onOneName(person, chance, (name) => mistype(name, chance)),
  swappedDayMonth: (person) => withDateParts(person, (y, m, d) => (d <= 12 ? [y, d, m] : [y, m, d])),
  yearOff: (person, chance) =>
    withDateParts(person, (y, m, d) => [y + chance.pick([-1, 1, -1, 1, -10, 10]), m, d]),
  dayOff: (person, chance) => withDateParts(person, (y, m, d) => [y, m, d + chance.pick([-1, 1])]),
  dateDigit: misreadDateDigit,
  yearOnly: (person) =>
    isFullDate(person.birthDate) ? { ...person, birthDate: person.birthDate.slice(0, 4) } : undefined,
  yearMonthOnly: (person) =>
    isFullDate(person.birthDate) ? { ...person, birthDate: person.birthDate.slice(0, 7) } : undefined,
  noBirthDate: ({ birthDate, ...person }) => (birthDate ? person : undefined),
  firstOfJanuary: (person) => withDateParts(person, (y) => [y, 1, 1]),
  transliteration: (person) => onEveryName(person, transliterate),
  digraphs: (person, chance) =>
    onEveryName(person, (name) =>
      name.replace(/[øØåÅæÆäÄöÖüÜß]/g, (letter) => chance.pick(DIGRAPHS[letter] ?? [letter])),
    ),
  spellingHabit: (person, chance) =>
    onOneName(person, chance, (name) => {
      const usable = SPELLING_HABITS.filter(([pattern]) => pattern.test(name));
      if (usable.length === 0) return name;
      const [pattern, replacement] = chance.pick(usable);
      return name.replace(pattern, replacement);
    }),
  newSurname: (person, chance) => ({ ...person, surnames: [anotherSurname(person, chance)] }),
  doubleSurname: (person, chance) => {
    const last = person.surnames.at(-1);
    if (last === undefined) return undefined;
    const other = anotherSurname(person, chance);
    const joined = chance.happens(0.5) ? `${last}-${other}` : `${other} ${last}`;
    return { ...person, surnames: [...person.surnames.slice(0, -1), joined] };
  },
  partOfSurname: (person, chance) =>
    person.surnames.length > 1
      ? { ...person, surnames: dropAt(person.surnames, chance.below(person.surnames.length)) }
      : undefined,
  swappedNames: (person) => ({ ...person, forenames: person.surnames, surnames: person.forenames }),
  middleAsSurname: (person) =>
    person.forenames.length > 1
      ? {
          ...person,
          forenames: person.forenames.slice(0, -1),
          surnames: [...person.forenames.slice(-1), ...person.surnames],
        }
      : undefined,
  droppedMiddle: (person) =>
    person.forenames.length > 1 ? { ...person, forenames: person.forenames.slice(0, 1) } : undefined,
  middleInitial: (person) =>
    person.forenames.length > 1
      ? { ...person, forenames: [person.forenames[0] ?? "", `${person.forenames[1]?.charAt(0)}.`] }
      : undefined,
  firstInitial: (person) => {
    const first = person.forenames[0];
    return first
      ? { ...person, forenames: [`${first.charAt(0)}.`, ...person.forenames.slice(1)] }
      : undefined;
  },
  joinedNames: (person) =>
    person.forenames.some((name) => /[ -]/.test(name))
      ? {
          ...person,
          forenames: person.forenames.map((name) =>
            name.replace(/[ -]+(\p{L})/gu, (_, l: string) => l.toLowerCase()),
          ),
        }
      : undefined,
  upperCase: (person) => onEveryName(person, (name) => transliterate(name).toUpperCase()),
  ocr: (person, chance) =>
    onOneName(person, chance, (name) => {
      const usable = OCR_CONFUSIONS.filter(([seen]) => name.includes(seen));
      if (usable.length === 0) return name;
      const [seen, read] = chance.pick(usable);
      return name.replace(seen, read);
    }),
  nickname: (person, chance) => {
    const first = person.forenames[0];
    const others = first ? namesStandingFor(transliterate(first).toLowerCase()) : [];
    if (others.length === 0) return undefined;
    const other = chance.pick(others);
    return {
      ...person,
      forenames: mapAt(person.forenames, 0, () => other.charAt(0).toUpperCase() + other.slice(1)),
    };
  },
} satisfies Record<string, Noise>;

export type NoiseKind = keyof typeof NOISE_KINDS;
