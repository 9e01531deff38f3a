import { EFFECTUATION_LINES } from "@varde/contract/cases-terms";
import type { Done } from "../case-state.ts";
import { type Sentence, say } from "../sentence.ts";

/** What must be shown to be done out in the world. */
export { EFFECTUATION_LINES };
export type EffectuationLine = (typeof EFFECTUATION_LINES)[number];

/** What gave the duty: each gives a round of its own, so that a later change is told as carefully as the first. */
export const EFFECTUATION_CAUSES = [
  "decision",
  "renunciation",
  "interimSuspension",
  "suspensionExtended",
  "suspensionEnded",
  "appealOutcome",
] as const;
export type EffectuationCause = (typeof EFFECTUATION_CAUSES)[number];

/** A line shown to be done, or to have nothing to do with this case. */
export interface LineDone extends Done {
  readonly applicable: boolean;
  /** Receipt, entry number or the reason why the line does not apply. */
  readonly evidence: string;
  readonly attachmentId: number | null;
}

/** One round of telling the world. `effectiveFrom` is a calendar day; the three days of IMI count from it. */
export interface EffectuationRound {
  /** Counts within the case. */
  readonly id: number;
  readonly cause: EffectuationCause;
  readonly effectiveFrom: string;
  readonly lines: Readonly<Partial<Record<EffectuationLine, LineDone | null>>>;
}

export interface LineDescription {
  readonly name: Sentence;
  readonly law: string;
  /** Whether an officer can say, with a reason, that the line has nothing to do with the case. */
  readonly mayBeInapplicable: boolean;
}

export const EFFECTUATION_LINE: Readonly<Record<EffectuationLine, LineDescription>> = {
  hprReadBack: {
    name: say("HPR er lest tilbake", "HPR er lese tilbake", "HPR is read back"),
    law: "helsepersonelloven § 42 a, helsepersonellregisterforskriften",
    mayBeInapplicable: false,
  },
  imiEntry: {
    name: say("Varsel i IMI", "Varsel i IMI", "IMI entry"),
    law: "direktiv 2005/36/EF art. 56a nr. 3",
    mayBeInapplicable: true,
  },
  nordicNotice: {
    name: say("Melding til de nordiske landene", "Melding til dei nordiske landa", "Nordic notice"),
    law: "Nordisk overenskomst 2018 art. 18",
    mayBeInapplicable: true,
  },
  employerNotice: {
    name: say("Melding til arbeidsgiver", "Melding til arbeidsgivar", "Notice to the employer"),
    law: "helsepersonelloven § 66",
    mayBeInapplicable: true,
  },
  otherCountries: {
    name: say("Melding til andre land", "Melding til andre land", "Notice to other countries"),
    law: "helsepersonelloven § 66",
    mayBeInapplicable: true,
  },
  appealInformation: {
    name: say("Opplysning om klagerett", "Opplysning om klagerett", "Information on appeal"),
    law: "forvaltningsloven § 27",
    mayBeInapplicable: true,
  },
};

/** The lines of a round that still lack evidence. */
export function outstandingLines(round: EffectuationRound): readonly EffectuationLine[] {
  return EFFECTUATION_LINES.filter((line) => round.lines[line] === null);
}
