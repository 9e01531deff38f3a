import { invalid, missing, type Refusal, refused } from "../../../../platform/rules/refusal.ts";
import { type ActTable, doneNow, moved } from "../acts/act.ts";
import {
  EITHER_LINE,
  EITHER_LINE_OR_ROBOT,
  FIRST_LINE,
  LINES_AND_OWNER,
  PROCESS_OWNER,
  SECOND_LINE_OR_OWNER,
} from "../acts/who.ts";
import type { CaseFacts } from "../case-facts.ts";
import type { Outcome } from "../law/outcomes.ts";
import { say } from "../sentence.ts";
import { EFFECTUATION_LINE, type EffectuationLine, type EffectuationRound } from "../side/effectuation.ts";
import { OPEN_STAGES } from "../stages.ts";

const INVESTIGATION = "forvaltningsloven § 17";
/** A case can end without an assessment as long as nothing is proposed to be decided. */
const BEFORE_DECIDING = ["intake", "triage", "documentation", "assessment"] as const;

/** Showing that the world has changed, and ending the case. */
export const CLOSING_ACTS: ActTable<
  "recordEffectuation" | "closeCase" | "proposeDismissal" | "dismissCase" | "rejectDismissal" | "reopenCase"
> = {
  recordEffectuation: {
    name: say("Dokumenter iverksetting", "Dokumenter iverksetjing", "Record effectuation"),
    does: "Hver linje i sjekklisten dokumenteres med kvittering eller nummer: HPR er lest tilbake, varsel i IMI innen tre dager etter at vedtaket får virkning, melding til de nordiske landene, arbeidsgiver og andre land, og opplysning om klagerett. En linje som ikke er aktuell, krysses av med begrunnelse; det gjelder aldri HPR.",
    law: [
      "direktiv 2005/36/EF art. 56a nr. 3",
      "Nordisk overenskomst 2018 art. 18",
      "helsepersonelloven § 66",
    ],
    from: OPEN_STAGES,
    to: [],
    by: EITHER_LINE_OR_ROBOT,
    requires: [],
    event: "effectuationRecorded",
    refuse: ({ effectuation }, { line, notApplicable = false, round }) => {
      if (!(line in EFFECTUATION_LINE)) return invalid("lineUnknown", { line });
      if (notApplicable && !EFFECTUATION_LINE[line].mayBeInapplicable)
        return refused("lineAlwaysApplies", EFFECTUATION_LINE[line].law, { line });
      return findRound(effectuation, line, round) ? undefined : refuseLine(effectuation, line);
    },
    change: (
      { effectuation },
      { line, notApplicable = false, evidence, attachmentId = null, round },
      circumstances,
    ) => {
      const of = findRound(effectuation, line, round);
      const done = { ...doneNow(circumstances), applicable: !notApplicable, evidence, attachmentId };
      return {
        effectuation: effectuation.map((one) =>
          one === of ? { ...one, lines: { ...one.lines, [line]: done } } : one,
        ),
      };
    },
  },
  closeCase: {
    name: say("Avslutt saken", "Avslutt saka", "Close the case"),
    does: "Saken avsluttes når vedtaket er sendt og står ved lag eller et avkall er bekreftet, hver linje i iverksettingen er dokumentert, klagefristen er ute, og ingenting er uavklart.",
    law: ["helsetilsynsloven § 4", "forvaltningsloven §§ 29 og 33"],
    from: ["effectuation"],
    to: ["closed"],
    by: FIRST_LINE,
    requires: [
      "outcomeStands",
      "everyLineEvidenced",
      "appealPeriodOver",
      "noAppealPending",
      "suspensionSettled",
      "renunciationSettled",
      "noRequestWaiting",
      "noQuestionWaiting",
      "noTaskOpen",
    ],
    event: "caseClosed",
    change: (facts, _input, circumstances) =>
      moved({ stage: "closed", ...doneNow(circumstances), outcome: outcomeOf(facts) }, circumstances),
  },
  proposeDismissal: {
    name: say("Foreslå å avvise saken", "Foreslå å avvise saka", "Propose to dismiss"),
    does: "En saksbehandler foreslår å avslutte saken uten realitetsbehandling: varselet gjelder ikke personen, det er ikke relevant i Norge, eller personen har ikke norsk autorisasjon.",
    law: [INVESTIGATION],
    from: BEFORE_DECIDING,
    side: { matter: "dismissal", status: ["none"] },
    to: [],
    by: EITHER_LINE,
    requires: [],
    event: "dismissalProposed",
    change: (_facts, { ground, reason }, circumstances) => ({
      dismissal: { outcome: ground, reason, proposed: doneNow(circumstances) },
    }),
  },
  dismissCase: {
    name: say("Avvis saken", "Avvis saka", "Dismiss the case"),
    does: "En annen enn den som foreslo det, avslutter saken uten realitetsbehandling. Grunnen må stemme med registrene og identitetsavgjørelsene, og ingenting som er satt i verk, må stå udokumentert.",
    law: [INVESTIGATION],
    from: BEFORE_DECIDING,
    side: { matter: "dismissal", status: ["proposed"] },
    to: ["closed"],
    by: SECOND_LINE_OR_OWNER,
    requires: [
      "groundHolds",
      "dismisserIsNotProposer",
      "hprLookedUpRecently",
      "everyLineEvidenced",
      "appealPeriodOver",
      "noAppealPending",
      "suspensionSettled",
      "renunciationSettled",
      "noTaskOpen",
    ],
    event: "caseDismissed",
    refuse: ({ dismissal }, { ground }) =>
      dismissal && dismissal.outcome !== ground
        ? refused("otherGroundThanProposed", INVESTIGATION, { ground, proposed: dismissal.outcome })
        : undefined,
    change: (_facts, { ground }, circumstances) => ({
      dismissal: null,
      ...moved({ stage: "closed", ...doneNow(circumstances), outcome: ground }, circumstances),
    }),
  },
  rejectDismissal: {
    name: say("Forkast forslaget om å avvise", "Forkast forslaget om å avvise", "Reject the dismissal"),
    does: "Forslaget om å avvise saken forkastes eller trekkes, med begrunnelse, og saken går videre.",
    law: [INVESTIGATION],
    from: BEFORE_DECIDING,
    side: { matter: "dismissal", status: ["proposed"] },
    to: [],
    by: LINES_AND_OWNER,
    requires: [],
    event: "dismissalRejected",
    change: () => ({ dismissal: null }),
  },
  reopenCase: {
    name: say("Gjenåpne saken", "Opne saka på nytt", "Reopen the case"),
    does: "En avsluttet sak gjenåpnes med begrunnelse og begynner på nytt i prioriteringen. Den merkes som gjenåpnet; det som var avgjort, blir stående i historikken.",
    law: ["forvaltningsloven § 35", INVESTIGATION],
    from: ["closed"],
    to: ["triage"],
    by: PROCESS_OWNER,
    requires: [],
    event: "caseReopened",
    change: (facts, _input, circumstances) => ({
      ...moved({ stage: "triage" }, circumstances),
      reopenings: facts.reopenings + 1,
      flags: facts.flags.includes("reopened") ? facts.flags : [...facts.flags, "reopened"],
      ticks: {},
      track: null,
      proposal: null,
      secondReading: null,
      hearing: null,
      dismissal: null,
      decision: null,
      formerDecisions: facts.decision ? [...facts.formerDecisions, facts.decision] : facts.formerDecisions,
      renunciation: { status: "none" },
      interimSuspension: { status: "none" },
      appeals: { decision: { status: "none" }, interimSuspension: { status: "none" } },
    }),
  },
};

/** What a case in effectuation ends with. */
function outcomeOf({ decision }: CaseFacts): Outcome {
  if (!decision) return "renunciation";
  return decision.afterAppeal?.result === "annulled" ? "noReaction" : decision.content.outcome;
}

function findRound(rounds: readonly EffectuationRound[], line: EffectuationLine, id: number | undefined) {
  return rounds.find((round) => round.lines[line] === null && (id === undefined || round.id === id));
}

function refuseLine(rounds: readonly EffectuationRound[], line: EffectuationLine): Refusal {
  return rounds.length === 0
    ? missing("nothingToEffectuate")
    : refused("lineAlreadyDone", undefined, { line });
}
