import type { ClockName } from "../clocks/deadlines.rules.ts";
import type { Awaited } from "../clocks/waiting.rules.ts";
import { type Sentence, say } from "../sentence.ts";

/** What each clock of a case is called. */
export const CLOCK_WORDS: Readonly<Record<ClockName, Sentence>> = {
  stageTarget: say("Mål for trinnet", "Mål for steget", "Target of the stage"),
  reminder: say("Purring", "Purring", "Reminder"),
  reminderLadder: say(
    "Siste frist for svar fra avsenderlandet",
    "Siste frist for svar frå avsendarlandet",
    "Last day for an answer from abroad",
  ),
  senderAnswer: say("Svar fra avsenderen", "Svar frå avsendaren", "Answer from the sender"),
  preNoticeReply: say(
    "Frist for å uttale seg",
    "Frist for å uttale seg",
    "Deadline for replying to the pre-notice",
  ),
  suspensionApproval: say(
    "Godkjenning av suspensjonen",
    "Godkjenning av suspensjonen",
    "Approval of the suspension",
  ),
  suspensionEnds: say("Suspensjonen løper ut", "Suspensjonen går ut", "The suspension ends"),
  decisionReceipt: say(
    "Bekreftelse på at vedtaket kom frem",
    "Stadfesting på at vedtaket kom fram",
    "Confirmation that the decision was received",
  ),
  imiEntry: say(
    "Varsel i IMI innen tre dager",
    "Varsel i IMI innan tre dagar",
    "Alert in IMI within three days",
  ),
  appealDeadline: say("Klagefrist", "Klagefrist", "Deadline for appeal"),
  appealReassessment: say(
    "Egen vurdering av klagen",
    "Eiga vurdering av klaga",
    "Own reassessment of the appeal",
  ),
  appealBoard: say("Behandling i klagenemnda", "Handsaming i klagenemnda", "Treatment by the appeals board"),
  pauseReview: say("Se på saken igjen", "Sjå på saka igjen", "Look at the case again"),
};

/** Whom a case waits for. */
export const AWAITED_WORDS: Readonly<Record<Awaited, Sentence>> = {
  foreignAuthority: say("utenlandsk myndighet", "utanlandsk styresmakt", "authority abroad"),
  sender: say("avsenderen", "avsendaren", "the sender"),
  professional: say("den det gjelder", "den det gjeld", "the professional"),
  appealsBoard: say("klagenemnda", "klagenemnda", "the appeals board"),
  police: say("politiet", "politiet", "the police"),
  court: say("domstolen", "domstolen", "the court"),
  translation: say("oversettelse", "omsetjing", "a translation"),
};
