import { CASE_OUTCOMES } from "@varde/contract/cases-terms";
import { type Sentence, say } from "../sentence.ts";

/** What a case can end with. */
export const OUTCOMES = CASE_OUTCOMES;
export type Outcome = (typeof OUTCOMES)[number];

/** Reactions an officer can propose: they change what the professional may do, and are heard and approved. */
export const REACTIONS = [
  "revocation",
  "suspension",
  "limitedSuspension",
  "limitation",
  "lossOfPrescribingRight",
  "order",
] as const satisfies readonly Outcome[];

/** Outcomes an officer can propose in the assessment. */
export const PROPOSABLE = [...REACTIONS, "noReaction"] as const satisfies readonly Outcome[];
export type Proposable = (typeof PROPOSABLE)[number];

/** Outcomes without an assessment: there is nothing here to assess. */
export const DISMISSALS = [
  "notSamePerson",
  "notRelevantInNorway",
  "notAuthorised",
] as const satisfies readonly Outcome[];
export type Dismissal = (typeof DISMISSALS)[number];

export const OUTCOME: Readonly<Record<Outcome, Sentence>> = {
  revocation: say("Tilbakekall", "Tilbakekall", "Revocation"),
  suspension: say("Full suspensjon", "Full suspensjon", "Full suspension"),
  limitedSuspension: say("Begrenset suspensjon", "Avgrensa suspensjon", "Limited suspension"),
  limitation: say(
    "Begrensning av autorisasjonen",
    "Avgrensing av autorisasjonen",
    "Limitation of the authorisation",
  ),
  lossOfPrescribingRight: say(
    "Tap av rekvireringsretten",
    "Tap av rekvireringsretten",
    "Loss of the prescribing right",
  ),
  order: say("Faglig pålegg", "Fagleg pålegg", "Professional order"),
  noReaction: say("Ingen reaksjon", "Ingen reaksjon", "No reaction"),
  renunciation: say("Frivillig avkall", "Frivillig avkall", "Voluntary renunciation"),
  notSamePerson: say(
    "Avvist: ikke samme person",
    "Avvist: ikkje same person",
    "Dismissed: not the same person",
  ),
  notRelevantInNorway: say(
    "Avvist: ikke relevant i Norge",
    "Avvist: ikkje relevant i Noreg",
    "Dismissed: not relevant in Norway",
  ),
  notAuthorised: say(
    "Avvist: ikke norsk autorisasjon",
    "Avvist: ikkje norsk autorisasjon",
    "Dismissed: no Norwegian authorisation",
  ),
};

/** Whether an outcome changes what the professional may do, and so is heard, can be appealed and is told to others. */
export function isReaction(outcome: Outcome): boolean {
  return (REACTIONS as readonly Outcome[]).includes(outcome);
}

/** Whether an outcome is a dismissal without an assessment. */
export function isDismissal(outcome: Outcome): outcome is Dismissal {
  return (DISMISSALS as readonly Outcome[]).includes(outcome);
}
