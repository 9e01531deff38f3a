import { LOOK_UP_ANSWERS, LOOK_UP_REGISTERS } from "@varde/contract/cases-terms";
/** The registers a case rests on. */
export const REGISTERS = LOOK_UP_REGISTERS;
export type Register = (typeof REGISTERS)[number];

/** What a register answered. `unavailable` is no answer; the others are, whatever they say. */
export { LOOK_UP_ANSWERS };
export type LookUpAnswer = (typeof LOOK_UP_ANSWERS)[number];

/** The newest look-up in a register. `at` is an ISO instant; `id` names the kept answer. */
export interface LookUp {
  readonly id: number;
  readonly answer: LookUpAnswer;
  readonly at: string;
}

/** What a foreign authority did, from the mildest to the gravest. */
export const MEASURE_KINDS = [
  "warning",
  "conditions",
  "restriction",
  "suspension",
  "revocation",
  "falsifiedEvidence",
] as const;
export type MeasureKind = (typeof MEASURE_KINDS)[number];

/** An alert in the case, as it stands today. Dates are calendar days. */
export interface CaseAlert {
  readonly alertId: number;
  readonly alertNumber: string | null;
  readonly sendingCountry: string | null;
  readonly status: "valid" | "withdrawn" | "expired";
  readonly measure: MeasureKind | null;
  readonly decidedOn: string | null;
  /** ISO instant the alert was registered. */
  readonly receivedAt: string;
  readonly identity: {
    readonly state: "confirmed" | "rejected" | "asked" | "open";
    /** Whether an officer, and not the machine alone, has confirmed who it concerns. */
    readonly byPerson: boolean;
  };
}

/** A Norwegian authorisation of the person, as HPR holds it. */
export interface HeldAuthorisation {
  readonly profession: string;
  readonly inForce: boolean;
  readonly prescribingRight: boolean;
  /** ISO 3166 alpha-2; nothing where HPR does not say. */
  readonly basisCountry: string | null;
}

/** The person the case is about. */
export interface CasePerson {
  readonly hprNumber: number;
  readonly authorisations: readonly HeldAuthorisation[];
  /** Employed in Norway now, by the employer register; nothing where it has not answered. */
  readonly worksInNorway: boolean | null;
  /** Whether the present work is with patients; nothing where nobody knows. */
  readonly worksWithPatients: boolean | null;
  readonly dead: boolean;
  /** The country the authorisation rests on, where an officer has established it and HPR does not say. */
  readonly establishedBasis: { readonly country: string; readonly evidence: string } | null;
}

/** The country of the foreign authorisation that a Norwegian one rests on: HPR's word, else what an officer established. */
export function basisCountriesOf(person: CasePerson): readonly string[] {
  const known = person.authorisations.flatMap(({ inForce, basisCountry }) =>
    inForce && basisCountry !== null ? [basisCountry] : [],
  );
  if (known.length > 0) return [...new Set(known)];
  return person.establishedBasis ? [person.establishedBasis.country] : [];
}

/** Whether the person holds any authorisation that is in force. */
export function isAuthorised(person: CasePerson): boolean {
  return person.authorisations.some(({ inForce }) => inForce);
}
