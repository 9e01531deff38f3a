import type { DateLevel, NameLevel } from "../link-result.ts";

export type PartialDateLevel = "compatible" | "yearOnly" | "firstOfJanuary" | "nearYear" | "differs";
export type FullDateLevel = Exclude<DateLevel, "compatible" | "yearOnly" | "firstOfJanuary" | "nearYear">;

/** The name fields of a query, each with its own chances of being changed. */
export type NameField = "forename" | "middleName" | "surname";

/**
 * What is believed about how records of the same person differ. All chances are for two records that *are* about
 * the same person; how often strangers agree is counted in the register itself, name by name and year by year.
 */
export interface LinkageModel {
  version: string;
  /** On what it was estimated, and the fingerprint of those data. */
  estimatedOn: { description: string; fingerprint: string; pairs: number };
  /** Share of queries that are about someone in the register. */
  shareInRegister: number;
  /**
   * Entries in the register of a person who is in it, on average: 1 for a register of people, more for a file in which
   * people come again and again.
   */
  entriesPerPerson: number;
  /** For each name field of the query, the chance of each level; they add up to 1. */
  names: Record<NameField, Record<NameLevel, number>>;
  /** Chance that an initial is the first letter of the name it stands for. */
  initial: number;
  /** Chance that a name part stands in the other field (given name as surname). */
  crossedRole: number;
  /**
   * How many people carry a combination of names, given how many would if names were independent:
   * `scale * independent ** exponent`. 1 and 1 for names that are independent.
   */
  namesakes: { scale: number; exponent: number };
  /** Chance that no part of the name agrees, since someone took another name altogether. */
  wholeNameDiffers: number;
  /** Chance of each level of two birth dates known to the day; they add up to 1. */
  birthDate: Record<FullDateLevel, number>;
  /** The same where one of the dates lacks its day or month, or is a first of January that may stand for that. */
  partialDate: Record<PartialDateLevel, number>;
  /** Chances that the field agrees. */
  sex: number;
  nationality: number;
  profession: number;
  nationalId: { equal: number; oneDigit: number };
  registrationNumber: number;
  /**
   * How much of a field's weight counts, by logistic regression: below 1 where fields lean on each other.
   */
  trust: { names: number; birthDate: number; circumstances: number };
  /** The least probability of each outcome, from the cost ratio and the measured curve. */
  thresholds: { probable: number; certain: number };
}
