import { invalid, missing } from "../../../../platform/rules/refusal.ts";
import { type ActTable, doneNow, moved, nextId } from "../acts/act.ts";
import { SECOND_LINE } from "../acts/who.ts";
import type { CaseFacts, FindingSource } from "../case-facts.ts";
import { REGISTERS } from "../facts/surroundings.ts";
import { isReaction, PROPOSABLE } from "../law/outcomes.ts";
import { say } from "../sentence.ts";

const CHAPTER_11 = "helsepersonelloven kapittel 11";
const INVESTIGATION = "forvaltningsloven § 17";

/** The assessment on the merits. */
export const ASSESSMENT_ACTS: ActTable<
  "chooseTrack" | "recordFinding" | "proposeOutcome" | "readSecond" | "concludeAssessment"
> = {
  chooseTrack: {
    name: say("Velg rettslig spor", "Vel rettsleg spor", "Choose the legal track"),
    does: "Spor A når den norske autorisasjonen bygger på den utenlandske som er bortfalt; spor B når den ikke gjør det og forholdet vurderes selvstendig. Valget begrunnes. Et nytt valg nullstiller forslaget til utfall.",
    law: ["helsepersonelloven § 57", CHAPTER_11],
    from: ["assessment"],
    to: [],
    by: SECOND_LINE,
    requires: ["basisCountryKnown"],
    event: "trackChosen",
    change: (_facts, { track, reason }, circumstances) => ({
      track: { ...doneNow(circumstances), track, reason },
      proposal: null,
      secondReading: null,
    }),
  },
  recordFinding: {
    name: say("Slå fast et faktisk forhold", "Slå fast eit faktisk forhold", "Record a finding of fact"),
    does: "Et faktisk forhold slås fast og knyttes til dokumentet, varselet eller oppslaget det bygger på, med sted.",
    law: [INVESTIGATION, "forvaltningsloven § 25"],
    from: ["assessment", "preNotice", "decision"],
    to: [],
    by: SECOND_LINE,
    requires: [],
    event: "findingRecorded",
    refuse: (facts, { source }) =>
      hasSource(facts, source) ? undefined : missing("sourceNotInCase", { kind: source.kind, id: source.id }),
    change: ({ findings }, { text, source }, circumstances) => ({
      findings: [...findings, { ...doneNow(circumstances), id: nextId(findings), text, source }],
    }),
  },
  proposeOutcome: {
    name: say("Foreslå utfall", "Foreslå utfall", "Propose the outcome"),
    does: "Saksbehandleren foreslår hva saken skal ende med, og begrunner det. Et nytt forslag må leses på nytt av annenleseren.",
    law: [CHAPTER_11],
    from: ["assessment"],
    to: [],
    by: SECOND_LINE,
    requires: ["trackChosen", "trackDemandsMet"],
    event: "outcomeProposed",
    refuse: (_facts, { outcome }) =>
      PROPOSABLE.includes(outcome) ? undefined : invalid("outcomeNotProposable", { outcome }),
    change: (_facts, { outcome, reason }, circumstances) => ({
      proposal: { outcome, reason, proposed: doneNow(circumstances) },
      secondReading: null,
    }),
  },
  readSecond: {
    name: say("Les som annenleser", "Les som andrelesar", "Read as second reader"),
    does: "En annen i andrelinjen leser forslaget og er enig eller uenig, med begrunnelse.",
    law: [INVESTIGATION],
    from: ["assessment"],
    to: [],
    by: SECOND_LINE,
    requires: ["outcomeProposed", "readerIsNotProposer"],
    event: "proposalRead",
    change: (_facts, { agrees, reason }, circumstances) => ({
      secondReading: { ...doneNow(circumstances), agrees, reason },
    }),
  },
  concludeAssessment: {
    name: say("Avslutt realitetsbehandlingen", "Avslutt realitetshandsaminga", "Conclude the assessment"),
    does: "Når sporet er valgt, det sporet krever foreligger, og utfallet er foreslått og lest, går saken til forhåndsvarsel der utfallet er en reaksjon, og ellers til vedtak.",
    law: [CHAPTER_11, "forvaltningsloven §§ 16 og 17"],
    from: ["assessment"],
    to: ["preNotice", "decision"],
    by: SECOND_LINE,
    requires: [
      "identityConfirmedByPerson",
      "hprLookedUpRecently",
      "authorisedInNorway",
      "impartialityConsidered",
      "trackChosen",
      "trackDemandsMet",
      "outcomeProposed",
      "secondReaderAgrees",
      "noRequestWaiting",
      "noQuestionWaiting",
      "noDismissalWaiting",
    ],
    event: "assessmentConcluded",
    change: ({ proposal }, _input, circumstances) => ({
      hearing: null,
      ...moved(
        proposal && isReaction(proposal.outcome)
          ? { stage: "preNotice", phase: "toBeSent" }
          : { stage: "decision", phase: "toBeDrafted" },
        circumstances,
      ),
    }),
  },
};

function hasSource({ attachments, alerts, lookUps }: CaseFacts, { kind, id }: FindingSource): boolean {
  switch (kind) {
    case "attachment":
      return attachments.some(({ attachmentId }) => attachmentId === id);
    case "alert":
      return alerts.some(({ alertId }) => alertId === id);
    case "lookUp":
      return REGISTERS.some((register) => lookUps[register]?.id === id);
  }
}
