/**
 * `certain`: may be taken without asking; `probable`: an officer must look; `noMatch`: below the threshold chosen
 * from what a miss costs.
 */
export type Outcome = "certain" | "probable" | "noMatch";

/** The answer to one query: who in the register it may be about, best first. */
export interface LinkResult {
  /** The best candidate's outcome; `noMatch` when there is none. */
  outcome: Outcome;
  candidates: Candidate[];
  engineVersion: string;
  modelVersion: string;
}

/** One register person a query may be about. */
export interface Candidate {
  id: string;
  /** Calibrated probability in [0, 1] that the query is about this person, given the other candidates. */
  probability: number;
  /** Weight of the evidence, prior included, in bits; exactly the sum over `explanation`. */
  bits: number;
  /** Names of the blocking keys that met, sorted. */
  keys: string[];
  outcome: Outcome;
  explanation: FieldEvidence[];
}

/**
 * What one field, or one part of a name, says for (`bits` > 0) or against (< 0) the candidate. The bits are
 * whole multiples of 1/256 so that they add up without rounding. A field may have several rows (two surnames).
 */
export interface FieldEvidence {
  field: EvidenceField;
  /** As written in the query; null when the query does not say. */
  asked: string | null;
  /** As written in the register; null when the register does not say. */
  found: string | null;
  level: EvidenceLevel;
  bits: number;
}

export type EvidenceField =
  | "prior"
  | "forename"
  | "middleName"
  | "surname"
  | "nameOrder"
  | "wholeName"
  | "namesakes"
  | "birthDate"
  | "sex"
  | "nationality"
  | "profession"
  | "nationalId"
  | "registrationNumber"
  | "otherCandidates";

export type NameLevel =
  | "equal"
  | "spelling"
  | "oneLetter"
  | "nickname"
  | "sound"
  | "shortened"
  | "joined"
  | "twoLetters"
  | "initial"
  | "differs"
  | "omitted";

export type DateLevel =
  | "equal"
  | "swappedDayMonth"
  | "oneDigit"
  | "dayOff"
  | "yearOff"
  | "tenYearsOff"
  | "twoSlips"
  | "twoErrors"
  | "firstOfJanuary"
  | "sameDayMonth"
  | "sameYearMonth"
  | "sameYearDay"
  | "compatible"
  | "yearOnly"
  | "sameYear"
  | "nearYear"
  | "differs";

export type EvidenceLevel =
  | NameLevel
  | DateLevel
  | "swapped"
  | "shared"
  | "missing"
  | "invalid"
  | "baseRate"
  | "rivals";
