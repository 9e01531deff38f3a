import { isRefusal, missing, refused } from "../../../../platform/rules/refusal.ts";
import { type Act, type ActTable, doneNow, nextId } from "../acts/act.ts";
import { EITHER_LINE, EITHER_LINE_OR_ROBOT, PROCESS_OWNER, type Who } from "../acts/who.ts";
import type { CaseFacts } from "../case-facts.ts";
import { ladderEndsOn, reminderDaysFor } from "../clocks/reminders.ts";
import type { RequestOutcome } from "../facts/documentation.ts";
import { type Sentence, say } from "../sentence.ts";
import { OPEN_STAGES } from "../stages.ts";
import { findOpenRequest, refuseEarlier, refuseFuture } from "./checks.ts";

const INVESTIGATION = "forvaltningsloven § 17";
const EXCHANGE = "direktiv 2005/36/EF art. 56";
/** The second line may ask for more while it assesses; the case does not go back for that. */
const WHERE_ASKED = ["documentation", "assessment", "preNotice", "decision"] as const;

type Ending = "recordDocumentsReceived" | "recordDocumentsPartly" | "recordCannotShare" | "recordNoAnswer";

const ending = <A extends Ending>(
  outcome: RequestOutcome,
  event: string,
  by: Who,
  name: Sentence,
  does: string,
  refuse?: Act<A>["refuse"],
): Act<A> => ({
  name,
  does,
  law: [INVESTIGATION, EXCHANGE],
  from: OPEN_STAGES,
  to: [],
  by,
  requires: [],
  event,
  refuse: (facts, input, circumstances) => {
    const request = findOpenRequest(facts, input.requestId);
    return isRefusal(request) ? request : refuse?.(facts, input, circumstances);
  },
  change: (facts, input, circumstances) => {
    const given: { readonly note?: string; readonly reason?: string } = input;
    return {
      requests: facts.requests.map((request) =>
        request.id === input.requestId
          ? {
              ...request,
              ended: { ...doneNow(circumstances), outcome, note: given.note ?? given.reason ?? null },
            }
          : request,
      ),
    };
  },
});

/** Getting documents from authorities abroad. */
export const DOCUMENTATION_ACTS: ActTable<
  Ending | "requestDocuments" | "recordReminder" | "recordTranslation"
> = {
  requestDocuments: {
    name: say("Be om dokumenter", "Be om dokument", "Request documents"),
    does: "En myndighet i utlandet bes om avgjørelsen og dokumentene den bygger på. Purringene følger av seg selv etter de dagene som er fastsatt for landet.",
    law: [INVESTIGATION, EXCHANGE],
    from: WHERE_ASKED,
    to: [],
    by: EITHER_LINE,
    requires: [],
    event: "documentsRequested",
    change: ({ requests }, { country, authority, wanted }, circumstances) => ({
      requests: [
        ...requests,
        {
          id: nextId(requests),
          country,
          authority,
          wanted,
          asked: doneNow(circumstances),
          sentOn: circumstances.today,
          remindedOn: [],
          ended: null,
        },
      ],
    }),
  },
  recordReminder: {
    name: say("Registrer purring", "Registrer purring", "Record a reminder"),
    does: "En purring registreres når den er sendt.",
    law: [INVESTIGATION],
    from: OPEN_STAGES,
    to: [],
    by: EITHER_LINE_OR_ROBOT,
    requires: [],
    event: "reminderSent",
    refuse: (facts, { requestId, sentOn }, circumstances) => {
      const request = findOpenRequest(facts, requestId);
      if (isRefusal(request)) return request;
      const last = request.remindedOn.at(-1) ?? request.sentOn;
      return (
        refuseFuture(sentOn, "sentOn", circumstances) ??
        refuseEarlier(sentOn, "sentOn", { day: last, field: "lastSentOn" })
      );
    },
    change: ({ requests }, { requestId, sentOn }) => ({
      requests: requests.map((request) =>
        request.id === requestId ? { ...request, remindedOn: [...request.remindedOn, sentOn] } : request,
      ),
    }),
  },
  recordDocumentsReceived: ending<"recordDocumentsReceived">(
    "received",
    "documentsReceived",
    EITHER_LINE,
    say("Registrer dokumenter mottatt", "Registrer dokument mottekne", "Record documents received"),
    "Dokumentene det ble bedt om, er mottatt.",
  ),
  recordDocumentsPartly: ending<"recordDocumentsPartly">(
    "partly",
    "documentsPartlyReceived",
    EITHER_LINE,
    say(
      "Registrer dokumenter delvis mottatt",
      "Registrer dokument delvis mottekne",
      "Record documents received in part",
    ),
    "Bare en del av dokumentene er mottatt. Saksbehandleren sier hva som mangler, og krysser av for at dokumentasjonen er tilstrekkelig dersom den er det.",
  ),
  recordCannotShare: ending<"recordCannotShare">(
    "cannotShare",
    "sharingRefused",
    EITHER_LINE,
    say(
      "Registrer at avsenderen ikke kan dele",
      "Registrer at avsendaren ikkje kan dele",
      "Record that the sender cannot share",
    ),
    "Myndigheten i utlandet har svart at den av rettslige grunner ikke kan dele dokumentene. Grunnen gjengis.",
  ),
  recordNoAnswer: ending<"recordNoAnswer">(
    "noAnswer",
    "answerGivenUp",
    PROCESS_OWNER,
    say("Gå videre uten svar", "Gå vidare utan svar", "Go on without an answer"),
    "Når alle purringene er sendt uten svar, bestemmer prosesseieren at saken går videre med det som foreligger.",
    (facts, { requestId }, { settings, today }) => {
      const request = facts.requests.find(({ id }) => id === requestId);
      if (!request) return missing("requestNotFound", { request: requestId });
      const days = reminderDaysFor(request.country, settings);
      const left = days.length - request.remindedOn.length;
      if (left > 0) return refused("remindersLeft", INVESTIGATION, { left, of: days.length });
      const until = ladderEndsOn(request, settings) ?? today;
      return today < until ? refused("lastReminderRuns", INVESTIGATION, { until }) : undefined;
    },
  ),
  recordTranslation: {
    name: say("Registrer oversettelse", "Registrer omsetjing", "Record a translation"),
    does: "Saksbehandleren registrerer at et dokument er oversatt, eller at oversettelse ikke er nødvendig, og hvorfor.",
    law: [INVESTIGATION],
    from: ["documentation", "handover", "assessment", "preNotice", "decision"],
    to: [],
    by: EITHER_LINE,
    requires: [],
    event: "translationRecorded",
    refuse: (facts, { attachmentId }) => refuseUnknownAttachment(facts, attachmentId),
    change: ({ translations }, { attachmentId = null, outcome, note = null }, circumstances) => ({
      translations: [...translations, { ...doneNow(circumstances), attachmentId, outcome, note }],
    }),
  },
};

function refuseUnknownAttachment({ attachments }: CaseFacts, attachmentId: number | undefined) {
  if (attachmentId === undefined || attachments.some((one) => one.attachmentId === attachmentId))
    return undefined;
  return missing("attachmentNotInCase", { attachment: attachmentId });
}
