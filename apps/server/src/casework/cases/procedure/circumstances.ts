import type { Doer, PersonRef } from "./persons.ts";
import type { ProcedureSettings } from "./settings.ts";

/** Who wants to act: the person, what they may do, and in whose place. Absence and units are judged before. */
export interface ActingOfficer {
  readonly person: PersonRef;
  /** What the person may do here: own permissions, or those of the one acted for. */
  readonly permissions: ReadonlySet<string>;
  readonly onBehalfOf?: PersonRef;
  /** Everybody the person stands in for now, whether or not they act in their place. */
  readonly standsInFor?: readonly PersonRef[];
  /** Set where no person but a job acts. */
  readonly robot?: true;
}

/** What a rule is told beside the facts: who, when, and what the organisation has set. */
export interface Circumstances {
  readonly officer: ActingOfficer;
  readonly doer: Doer;
  /** ISO instant. */
  readonly at: string;
  /** The calendar day of `at` in Norway. */
  readonly today: string;
  readonly settings: ProcedureSettings;
}

/** The doer an officer's acts are recorded under. */
export function doerOf({ person, onBehalfOf, robot }: ActingOfficer): Doer {
  return { actor: person, ...(onBehalfOf && { onBehalfOf }), ...(robot && { robot }) };
}
