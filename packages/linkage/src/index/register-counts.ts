import { unpackBirthDate } from "../dates/birth-date.ts";
import type { DateLevel } from "../link-result.ts";
import type { Profile } from "../scoring/prepare.ts";

const FIRST_YEAR = 1800;
const YEARS = 400;
const DAYS = 13 * 32;

/** As if this many more people, spread evenly, were in the register: keeps small registers from extremes. */
const SMOOTHING = 50;
const DAYS_OF_YEAR = 365;

/** Share of all dates that two slips, one in the year and one in the day, lead to. */
const TWO_ERRORS = 0.0105;

/** The counts as they are written to a file or handed to a worker. */
export interface SavedCounts {
  people: number;
  byYear: number[];
  byDay: number[];
  byProfile: number[];
}

type CountedField = "sex" | "nationality" | "profession";

/** Counts of birth dates and profiles in the register, kept while people come and go. */
export class RegisterCounts {
  people: number;
  readonly #byYear: number[];
  readonly #byDay: number[];
  readonly #byProfile: number[];
  readonly #profiles: readonly Profile[];
  #byValue: Record<CountedField, Map<string, number>> | undefined;

  /** @param profiles the register's profiles, by number */
  constructor(profiles: readonly Profile[], saved?: SavedCounts) {
    this.#profiles = profiles;
    this.people = saved?.people ?? 0;
    this.#byYear = saved?.byYear.slice() ?? Array.from({ length: YEARS }, () => 0);
    this.#byDay = saved?.byDay.slice() ?? Array.from({ length: DAYS }, () => 0);
    this.#byProfile = saved?.byProfile.slice() ?? [];
  }

  save(): SavedCounts {
    return { people: this.people, byYear: this.#byYear, byDay: this.#byDay, byProfile: this.#byProfile };
  }

  /** Counts a person of a profile in (`by` 1) or out (-1). */
  count(birthDate: number, profile: number, by: 1 | -1): void {
    this.people += by;
    this.#byProfile[profile] = (this.#byProfile[profile] ?? 0) + by;
    this.#byValue = undefined;
    if (birthDate <= 0) return;
    const { year, month, day } = unpackBirthDate(birthDate);
    this.#byYear[year - FIRST_YEAR]! += by;
    if (day > 0) this.#byDay[month * 32 + day]! += by;
  }

  /** Share of people with the value, smoothed. */
  valueShare(field: CountedField, value: string): number {
    this.#byValue ??= this.#countValues();
    return ((this.#byValue[field].get(value) ?? 0) + SMOOTHING * 0.02) / (this.people + SMOOTHING);
  }

  #countValues(): Record<CountedField, Map<string, number>> {
    const counts = { sex: new Map(), nationality: new Map(), profession: new Map() };
    this.#byProfile.forEach((people, number) => {
      const profile = this.#profiles[number] as Profile;
      const add = (values: Map<string, number>, value: string | null): void => {
        if (value) values.set(value, (values.get(value) ?? 0) + people);
      };
      add(counts.sex, profile.sex);
      add(counts.nationality, profile.nationality);
      for (const code of profile.professions) add(counts.profession, code);
    });
    return counts;
  }

  /** Chance that a stranger's birth date stands at this level to the given one. */
  dateShare(packed: number, level: DateLevel): number {
    const { year, month, day } = unpackBirthDate(packed);
    const ofYear = this.#yearShare(year);
    const nextYears = this.#yearShare(year - 1) + this.#yearShare(year + 1);
    const ofDay = this.#dayShare(month, day);
    switch (level) {
      case "equal":
        return ofYear * ofDay;
      case "swappedDayMonth":
        return ofYear * this.#dayShare(day, month);
      case "dayOff":
        return (2 * ofYear) / DAYS_OF_YEAR;
      case "oneDigit":
        return (11 * ofYear) / DAYS_OF_YEAR + 0.1 * ofDay;
      case "yearOff":
        return nextYears * ofDay;
      case "tenYearsOff":
        return this.#decadesShare(year) * ofDay;
      case "sameDayMonth":
        return 0.8 * ofDay;
      case "sameYearMonth":
        return ofYear / 14;
      case "sameYearDay":
        return ofYear / 33;
      case "compatible":
        return ofYear / 12;
      case "yearOnly":
      case "firstOfJanuary":
        return ofYear;
      case "twoSlips":
        return (3 * (nextYears + this.#tenYears(year)) + 4 * ofYear) / DAYS_OF_YEAR;
      case "twoErrors":
        return TWO_ERRORS;
      case "sameYear":
        return ofYear * 0.85;
      case "nearYear":
        return nextYears + this.#tenYears(year);
      case "differs":
        return 1 - ofYear;
    }
  }

  #yearShare(year: number): number {
    return ((this.#byYear[year - FIRST_YEAR] ?? 0) + SMOOTHING / 80) / (this.people + SMOOTHING);
  }

  #tenYears(year: number): number {
    return this.#yearShare(year - 10) + this.#yearShare(year + 10);
  }

  #decadesShare(year: number): number {
    let share = this.#tenYears(year);
    for (const off of [-30, -20, 20, 30]) share += this.#yearShare(year + off);
    return share;
  }

  #dayShare(month: number, day: number): number {
    return ((this.#byDay[month * 32 + day] ?? 0) + SMOOTHING / DAYS_OF_YEAR) / (this.people + SMOOTHING);
  }
}
