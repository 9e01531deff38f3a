import { askedDateParts, askedDates } from "../index/blocking-keys.ts";
import type { DateLevel, EvidenceField } from "../link-result.ts";
import type { LinkageModel } from "../model/model.ts";
import { fieldOf } from "../scoring/compare-names.ts";
import type { NamePart, PreparedPerson, Profile } from "../scoring/prepare.ts";
import { scoreFields } from "../scoring/score.ts";
import { nameWeight, weightOf } from "../scoring/weights.ts";
import type { ColumnValue } from "./copy-text.ts";
import { DATE_LEVELS, NAME_FIELDS, NAME_LEVELS } from "./sweep-levels.ts";
import type { SweepRecord } from "./sweep-record.ts";
import type { SweepVocabulary } from "./sweep-vocabulary.ts";

/** What a record is asked with besides its own columns: every weight its fields can get, by level. */
export const ASKED_COLUMNS = [
  "whole_dates int[] not null",
  "date_parts int[] not null",
  "unlike float8[] not null",
  "all_unlike float8 not null",
  "name_bits float8[] not null",
  "date_bits float8[] not null",
  "sex_bits float8[] not null",
  "nationality_bits float8[] not null",
  "profession_bits float8[] not null",
] as const;

/** Computes the weights of queries, with those of names, dates and values that come again remembered. */
export class AskedWeights {
  readonly #model: LinkageModel;
  readonly #vocabulary: SweepVocabulary;
  readonly #ofNames = new Map<string, number[]>();
  readonly #ofValues = new Map<string, number[]>();

  constructor(model: LinkageModel, vocabulary: SweepVocabulary) {
    this.#model = model;
    this.#vocabulary = vocabulary;
  }

  /** The values of {@link ASKED_COLUMNS} for a record. */
  columns(record: SweepRecord): ColumnValue[] {
    const { names, birthDate, sex, nationality, professions } = record.prepared;
    const unlike = names.map((part) => this.#unlikeBits(part));
    return [
      askedDates(birthDate),
      askedDateParts(birthDate),
      unlike,
      unlike.reduce((sum, bits) => sum + bits, 0),
      names.flatMap(({ token }) => this.#nameBits(token.text)),
      birthDate === 0 ? [] : this.#dateBits(birthDate),
      sex === null ? [] : this.#valueBits("sex", sex),
      nationality === null ? [] : this.#valueBits("nationality", nationality),
      this.#professionBits(professions),
    ];
  }

  /** For each field, the weight of each level. */
  #nameBits(text: string): number[] {
    const known = this.#ofNames.get(text);
    if (known) return known;
    const token = this.#vocabulary.tokenOf(this.#vocabulary.idOf(text));
    const bits = NAME_FIELDS.flatMap((field) =>
      NAME_LEVELS.map((level) => nameWeight(field, token, level, this.#model, this.#vocabulary)),
    );
    this.#ofNames.set(text, bits);
    return bits;
  }

  /** What it costs a first look that a row has other names but none near this one. */
  #unlikeBits({ role, token }: NamePart): number {
    if (role === "middleName" || token.text.length === 1) return 0;
    return nameWeight(fieldOf(role), token, "differs", this.#model, this.#vocabulary);
  }

  /** The weight of each level between two whole dates, then of each where one of them is partial. */
  #dateBits(birthDate: number): number[] {
    const { birthDate: whole, partialDate, trust } = this.#model;
    const weigh = (chances: Partial<Record<DateLevel, number>>, level: DateLevel): number => {
      const chance = chances[level];
      if (chance === undefined) return 0;
      return weightOf(chance, this.#vocabulary.dateShare(birthDate, level), trust.birthDate);
    };
    return [whole, partialDate].flatMap((chances) => DATE_LEVELS.map((level) => weigh(chances, level)));
  }

  /** The weight of another value, of the same, and of the same where a name has nearly said it already. */
  #valueBits(field: "sex" | "nationality", value: string): number[] {
    const key = `${field} ${value}`;
    const known = this.#ofValues.get(key);
    if (known) return known;
    const weigh = (found: Partial<Profile>, names: PreparedPerson["names"]): number =>
      this.#weigh(field, { [field]: value }, found, names);
    const bits = [
      weigh({ [field]: "another" }, []),
      weigh({ [field]: value }, []),
      weigh({ [field]: value }, this.#agreeingNames()),
    ];
    this.#ofValues.set(key, bits);
    return bits;
  }

  /** The weight of having none of the professions, then of sharing each. */
  #professionBits(professions: string[]): number[] {
    if (professions.length === 0) return [];
    const key = `professions ${professions.join()}`;
    const known = this.#ofValues.get(key);
    if (known) return known;
    const weigh = (found: string): number =>
      this.#weigh("profession", { professions }, { professions: [found] }, []);
    const bits = [weigh("another"), ...professions.map(weigh)];
    this.#ofValues.set(key, bits);
    return bits;
  }

  /** What the engine gives a field of two people of whom nothing else but the same names is known. */
  #weigh(
    field: EvidenceField,
    asked: Partial<Profile>,
    found: Partial<Profile>,
    names: PreparedPerson["names"],
  ): number {
    const person = (profile: Partial<Profile>): PreparedPerson => ({
      ...NOBODY,
      ...profile,
      names,
    });
    const rows = scoreFields(person(asked), person(found), 0, this.#model, this.#vocabulary);
    return rows.find((row) => row.field === field)?.bits ?? 0;
  }

  #agreeingNames(): PreparedPerson["names"] {
    const token = this.#vocabulary.tokenOf(this.#vocabulary.idOf("name that nobody bears"));
    return [
      { token, written: "", role: "forename" },
      { token, written: "", role: "surname" },
    ];
  }
}

const NOBODY: PreparedPerson = {
  names: [],
  birthDate: 0,
  sex: null,
  nationality: null,
  professions: [],
  nationalIds: [],
  registrationNumbers: [],
};
