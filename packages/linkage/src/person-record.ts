/**
 * What is known about one person, in a query (an alert) or in a register. Everything but `id` may be absent:
 * absence is neutral, it never counts against anybody.
 */
export interface PersonRecord {
  id: string;
  /** Given and middle names as written, in order; one string may hold several names. */
  forenames: string[];
  surnames: string[];
  /** Names the person is known to have carried before (birth name, name before marriage). */
  earlierNames?: string[];
  /** Calendar date `1967-05-23`, month `1967-05` or year `1967`. */
  birthDate?: string;
  sex?: Sex;
  /** ISO 3166 alpha-2. */
  nationality?: string;
  /** Codes of the Norwegian code system 9060 (categories of health personnel). */
  professions?: string[];
  nationalIds?: NationalId[];
  /** Numbers in a register of health personnel, such as the HPR number. */
  registrationNumbers?: string[];
}

export type Sex = "M" | "F" | "X";

/** A national identity number and the ISO 3166 alpha-2 code of the country that gave it. */
export interface NationalId {
  country: string;
  number: string;
}
