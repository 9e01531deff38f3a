import { missing, refused } from "../../../../platform/rules/refusal.ts";
import { type ActTable, doneNow, moved, nextId } from "../acts/act.ts";
import { EITHER_LINE, SECOND_LINE } from "../acts/who.ts";
import type { CaseFacts } from "../case-facts.ts";
import { addDays } from "../clocks/calendar.ts";
import { say } from "../sentence.ts";
import { OPEN_STAGES } from "../stages.ts";
import { refuseFuture, refusePast } from "./checks.ts";
import { withRound } from "./rounds.ts";

const INVESTIGATION = "forvaltningsloven § 17";
const RENUNCIATION = "helsepersonelloven § 61";
const FROM_TRIAGE = OPEN_STAGES.filter((stage) => stage !== "intake");

/** What others declare: the sender about whom an alert concerns, and the professional about giving up. */
export const DECLARATION_ACTS: ActTable<
  "askSender" | "recordSenderAnswer" | "receiveRenunciation" | "confirmRenunciation" | "withdrawRenunciation"
> = {
  askSender: {
    name: say("Spør avsenderen", "Spør avsendaren", "Ask the sender"),
    does: "Er det tvil om hvem et varsel gjelder, spørres avsenderen. Saken kan ikke overleveres før spørsmålet er avklart.",
    law: ["direktiv 2005/36/EF art. 56a", INVESTIGATION],
    from: OPEN_STAGES,
    to: [],
    by: EITHER_LINE,
    requires: [],
    event: "senderAsked",
    refuse: ({ alerts }, { alertId, answerBy }, circumstances) => {
      if (alertId !== undefined && !alerts.some((one) => one.alertId === alertId))
        return missing("alertNotInCase", { alert: alertId });
      return answerBy === undefined ? undefined : refusePast(answerBy, "answerBy", circumstances);
    },
    change: ({ questions }, { question, alertId = null, answerBy }, circumstances) => ({
      questions: [
        ...questions,
        {
          id: nextId(questions),
          alertId,
          asked: doneNow(circumstances),
          question,
          answerBy: answerBy ?? addDays(circumstances.today, circumstances.settings.questionDays),
          ended: null,
        },
      ],
    }),
  },
  recordSenderAnswer: {
    name: say("Registrer svar fra avsenderen", "Registrer svar frå avsendaren", "Record the sender's answer"),
    does: "Svaret registreres, eller at avsenderen ikke kan si mer, eller at fristen er ute uten svar.",
    law: [INVESTIGATION],
    from: OPEN_STAGES,
    to: [],
    by: EITHER_LINE,
    requires: [],
    event: "senderAnswered",
    refuse: (facts, { questionId, outcome }, { today }) => {
      const question = findQuestion(facts, questionId);
      if (!question) return missing("questionNotFound");
      return outcome === "noAnswer" && today <= question.answerBy
        ? refused("answerTimeRuns", INVESTIGATION, { until: question.answerBy })
        : undefined;
    },
    change: (facts, { questionId, outcome: answer = "answered", attachmentId = null }, circumstances) => {
      const asked = findQuestion(facts, questionId);
      return {
        questions: facts.questions.map((question) =>
          question === asked
            ? { ...question, ended: { ...doneNow(circumstances), answer, attachmentId } }
            : question,
        ),
      };
    },
  },
  receiveRenunciation: {
    name: say("Registrer erklæring om avkall", "Registrer erklæring om avkall", "Receive a renunciation"),
    does: "Helsepersonellet har skriftlig gitt avkall på autorisasjonen.",
    law: [RENUNCIATION],
    from: FROM_TRIAGE,
    side: { matter: "renunciation", status: ["none", "withdrawn"] },
    to: [],
    by: EITHER_LINE,
    requires: [],
    event: "renunciationReceived",
    refuse: (_facts, { receivedOn }, circumstances) => refuseFuture(receivedOn, "receivedOn", circumstances),
    change: (_facts, { receivedOn, attachmentId = null }, circumstances) => ({
      renunciation: { status: "received", received: doneNow(circumstances), receivedOn, attachmentId },
    }),
  },
  confirmRenunciation: {
    name: say("Bekreft avkallet", "Stadfest avkallet", "Confirm the renunciation"),
    does: "Andrelinjen bekrefter at erklæringen kommer fra helsepersonellet selv. Saken går til iverksetting, og en midlertidig suspensjon faller bort.",
    law: [RENUNCIATION],
    from: FROM_TRIAGE,
    side: { matter: "renunciation", status: ["received"] },
    to: ["effectuation"],
    movesFrom: FROM_TRIAGE.filter((stage) => stage !== "effectuation"),
    by: SECOND_LINE,
    requires: ["identityConfirmedByPerson", "hprLookedUpRecently", "noDismissalWaiting"],
    event: "renunciationConfirmed",
    change: (facts, { effectiveOn }, circumstances) => {
      const { renunciation, interimSuspension: suspension } = facts;
      if (renunciation.status !== "received") return {};
      const confirmed = doneNow(circumstances);
      const { receivedOn, attachmentId } = renunciation;
      return {
        ...moved({ stage: "effectuation" }, circumstances),
        renunciation: {
          status: "confirmed",
          receivedOn,
          attachmentId,
          confirmed,
          effectiveFrom: effectiveOn,
        },
        effectuation: withRound(facts.effectuation, "renunciation", effectiveOn),
        ...(suspension.status === "inForce" && {
          interimSuspension: {
            status: "ended",
            how: "replacedByDecision",
            ended: confirmed,
            sent: suspension.sent,
            receivedOn: suspension.receivedOn,
          },
        }),
      };
    },
  },
  withdrawRenunciation: {
    name: say("Registrer avkallet trukket", "Registrer avkallet trekt", "Record the renunciation withdrawn"),
    does: "Helsepersonellet trekker erklæringen før den er bekreftet, eller den viser seg å ikke være ekte. Saken går videre.",
    law: [RENUNCIATION],
    from: FROM_TRIAGE,
    side: { matter: "renunciation", status: ["received"] },
    to: [],
    by: EITHER_LINE,
    requires: [],
    event: "renunciationWithdrawn",
    change: (_facts, { reason }, circumstances) => ({
      renunciation: { status: "withdrawn", withdrawn: doneNow(circumstances), reason },
    }),
  },
};

function findQuestion({ questions }: CaseFacts, questionId: number | undefined) {
  return questions.find(({ id, ended }) => ended === null && (questionId === undefined || id === questionId));
}
