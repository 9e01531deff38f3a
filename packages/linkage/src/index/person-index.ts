import type { DateLevel, LinkResult } from "../link-result.ts";
import type { LinkageModel } from "../model/model.ts";
import { SHIPPED_MODEL } from "../model/shipped-model.ts";
import type { PersonRecord } from "../person-record.ts";
import { type PreparedPerson, preparePerson } from "../scoring/prepare.ts";
import type { RegisterStatistics } from "../scoring/register-statistics.ts";
import { decide } from "../scoring/decide.ts";
import { scoreFields } from "../scoring/score.ts";
import { ENGINE_VERSION } from "../version.ts";

export interface IndexOptions {
  /** The model to weigh with; the shipped one unless given. */
  model?: LinkageModel;
}

/** A register that can be asked whom a record may be about, and that follows the register's changes. */
export interface PersonIndex {
  readonly size: number;
  /** Adds a person. An id that is already there is a bug of the caller's and throws. */
  add(person: PersonRecord): void;
  /** Replaces the person with the same id, or adds them. */
  change(person: PersonRecord): void;
  /** Removes a person; returns whether they were there. */
  remove(id: string): boolean;
  /** Finds the people a query may be about, best first, at most `top` (10 unless given). */
  link(query: PersonRecord, options?: { top?: number }): LinkResult;
}

/** Makes an empty index. */
export function createIndex(options: IndexOptions = {}): PersonIndex {
  return new KeyedIndex(options.model ?? SHIPPED_MODEL);
}

class KeyedIndex implements PersonIndex {
  readonly #people = new Map<string, PreparedPerson>();
  readonly #postings = new Map<string, Set<string>>();
  readonly #counts = new Map<string, number>();
  readonly #model: LinkageModel;

  constructor(model: LinkageModel) {
    this.#model = model;
  }

  get size(): number {
    return this.#people.size;
  }

  add(person: PersonRecord): void {
    if (this.#people.has(person.id)) throw new Error(`the index already holds a person with id ${person.id}`);
    const prepared = preparePerson(person);
    this.#people.set(person.id, prepared);
    for (const key of keysOf(prepared)) {
      const posting = this.#postings.get(key) ?? new Set();
      posting.add(person.id);
      this.#postings.set(key, posting);
    }
    this.#count(prepared, 1);
  }

  change(person: PersonRecord): void {
    this.remove(person.id);
    this.add(person);
  }

  remove(id: string): boolean {
    const prepared = this.#people.get(id);
    if (!prepared) return false;
    this.#people.delete(id);
    for (const key of keysOf(prepared)) {
      const posting = this.#postings.get(key);
      posting?.delete(id);
      if (posting?.size === 0) this.#postings.delete(key);
    }
    this.#count(prepared, -1);
    return true;
  }

  link(query: PersonRecord, { top = 10 }: { top?: number } = {}): LinkResult {
    const asked = preparePerson(query);
    const keysById = new Map<string, Set<string>>();
    for (const key of keysOf(asked)) {
      for (const id of this.#postings.get(key) ?? []) {
        const keys = keysById.get(id) ?? new Set();
        keys.add(key.slice(0, key.indexOf(":")));
        keysById.set(id, keys);
      }
    }
    const statistics = this.#statistics();
    const scored = [...keysById].map(([id, keys]) => ({
      id,
      keys: [...keys].sort(),
      evidence: scoreFields(asked, this.#people.get(id) as PreparedPerson, this.#model, statistics),
    }));
    const candidates = decide(scored, this.#model, this.size).slice(0, top);
    const outcome = candidates[0]?.outcome ?? "noMatch";
    return { outcome, candidates, engineVersion: ENGINE_VERSION, modelVersion: this.#model.version };
  }

  #count(person: PreparedPerson, by: number): void {
    for (const key of countedValues(person)) this.#counts.set(key, (this.#counts.get(key) ?? 0) + by);
  }

  #statistics(): RegisterStatistics {
    const people = this.size;
    const share = (key: string, least: number): number =>
      ((this.#counts.get(key) ?? 0) + least * 50) / (people + 50);
    const dateShare = (packed: number, level: DateLevel): number => {
      const year = (off: number): number => share(`year:${Math.floor(packed / 10000) + off}`, 0.01);
      return DATE_SHARES[level](year(0), year(-1) + year(1));
    };
    return {
      people,
      levelShare: (token, level) => share(`name:${token}`, 0.0005) + (LEVEL_SHARES[level] ?? 0),
      dateShare,
      valueShare: (field, value) => share(`${field}:${value}`, 0.05),
    };
  }
}

const LEVEL_SHARES: Record<string, number> = {
  spelling: 0.0003,
  oneLetter: 0.0015,
  nickname: 0.002,
  sound: 0.003,
  shortened: 0.003,
  joined: 0.0003,
  twoLetters: 0.006,
  initial: 0.15,
};

const DATE_SHARES: Record<DateLevel, (year: number, neighbours: number) => number> = {
  equal: (year) => year / 365,
  swappedDayMonth: (year) => year / 365,
  dayOff: (year) => (2 * year) / 365,
  oneDigit: (year) => (12 * year + 0.1) / 365,
  yearOff: (_, neighbours) => neighbours / 365,
  tenYearsOff: (_, neighbours) => (2 * neighbours) / 365,
  sameDayMonth: () => 0.8 / 365,
  sameYearMonth: (year) => year / 14,
  sameYearDay: (year) => year / 35,
  compatible: (year) => year / 12,
  yearOnly: (year) => year,
  sameYear: (year) => year * 0.8,
  nearYear: (_, neighbours) => neighbours,
  differs: () => 0.92,
};

function keysOf(person: PreparedPerson): Set<string> {
  const keys = new Set<string>();
  const { birthDate } = person;
  const year = Math.floor(birthDate / 10000);
  const month = Math.floor(birthDate / 100) % 100;
  const day = birthDate % 100;
  if (day > 0) {
    const [low, high] = [Math.min(day, month), Math.max(day, month)];
    keys.add(`birthDate:${year}/${low}/${high}`);
  }
  for (const id of person.nationalIds) keys.add(`nationalId:${id.country}${id.number}`);
  for (const number of person.registrationNumbers) keys.add(`registrationNumber:${number}`);
  const names = person.names.map((part) => part.token);
  names.forEach((a, i) => {
    keys.add(`nameAndYear:${a.sound}/${year}`);
    if (day > 0) keys.add(`nameAndDay:${a.text.slice(0, 2)}/${month}/${day}`);
    for (const b of names.slice(i + 1)) keys.add(`twoNames:${[a.sound, b.sound].sort().join("+")}`);
  });
  return keys;
}

function countedValues(person: PreparedPerson): Set<string> {
  const values = new Set(person.names.map((part) => `name:${part.token.text}`));
  if (person.birthDate > 0) values.add(`year:${Math.floor(person.birthDate / 10000)}`);
  if (person.sex) values.add(`sex:${person.sex}`);
  if (person.nationality) values.add(`nationality:${person.nationality}`);
  for (const code of person.professions) values.add(`profession:${code}`);
  return values;
}
