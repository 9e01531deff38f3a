import type { LookUpAnswer, RegisterPersonView } from "@varde/contract";

/** What the mirror of HPR says of a person, as evidence: identity numbers masked, authorisations as they stand. */
export function answerOfHpr(person: RegisterPersonView | undefined): {
  answer: LookUpAnswer;
  evidence: Record<string, unknown>;
} {
  return person ? { answer: "found", evidence: { ...person } } : { answer: "notFound", evidence: {} };
}

/** What the mirror of HPR says of a person's right to prescribe. Not having one is an answer. */
export function answerOfPrescribingRight(person: RegisterPersonView | undefined): {
  answer: LookUpAnswer;
  evidence: Record<string, unknown>;
} {
  const rights = (person?.authorisations ?? [])
    .filter(({ prescribing }) => prescribing)
    .map(({ profession, status, from, until }) => ({ profession, status, from, until }));
  return rights.length > 0 ? { answer: "found", evidence: { rights } } : { answer: "notFound", evidence: {} };
}
