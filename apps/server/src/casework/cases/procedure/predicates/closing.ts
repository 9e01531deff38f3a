import type { CaseFacts } from "../case-facts.ts";
import { appealDeadlineOf } from "../clocks/appeal-deadline.ts";
import { isReaction } from "../law/outcomes.ts";
import { say } from "../sentence.ts";
import { APPEALABLE, isPending } from "../side/appeal.ts";
import { outstandingLines } from "../side/effectuation.ts";
import { lackUnless, type Predicate } from "./predicate.ts";

/** What must be so before a case is closed: the world has changed, and nothing is left hanging. */
export const CLOSING_PREDICATES = {
  outcomeStands: {
    sentence: say(
      "Et vedtak er sendt og står ved lag, eller et avkall på autorisasjonen er bekreftet.",
      "Eit vedtak er sendt og står ved lag, eller eit avkall på autorisasjonen er stadfesta.",
      "A decision is sent and stands, or a renunciation of the authorisation is confirmed.",
    ),
    whyNot: {
      nothingDecided: say(
        "Det foreligger verken et sendt vedtak som står ved lag, eller et bekreftet avkall.",
        "Det ligg verken føre eit sendt vedtak som står ved lag, eller eit stadfesta avkall.",
        "There is neither a sent decision that stands nor a confirmed renunciation.",
      ),
    },
    settledBy: "act",
    where: "decision",
    mendedBy: ["recordDecisionSent", "confirmRenunciation"],
    lacks: ({ decision, renunciation }) =>
      lackUnless(renunciation.status === "confirmed" || decision !== null, "nothingDecided"),
  },
  everyLineEvidenced: {
    sentence: say(
      "HPR er lest tilbake og stemmer med vedtaket, og hver melding ut er dokumentert.",
      "HPR er lese tilbake og stemmer med vedtaket, og kvar melding ut er dokumentert.",
      "HPR is read back and agrees with the decision, and every notice is evidenced.",
    ),
    whyNot: {
      missing: say(
        "Uten dokumentasjon: {lines}.",
        "Utan dokumentasjon: {lines}.",
        "Without evidence: {lines}.",
      ),
    },
    settledBy: "act",
    where: "effectuation",
    mendedBy: ["recordEffectuation"],
    law: "direktiv 2005/36/EF art. 56a, helsepersonelloven § 66",
    lacks: ({ effectuation }) => {
      const missing = new Set(effectuation.flatMap(outstandingLines));
      return lackUnless(missing.size === 0, "missing", { lines: [...missing].join(", ") });
    },
  },
  appealPeriodOver: {
    sentence: say(
      "Klagefristen er ute for alt som kan påklages.",
      "Klagefristen er ute for alt som kan klagast på.",
      "The time limit for appeal has passed for everything that can be appealed.",
    ),
    whyNot: {
      notReceived: say(
        "Det er ikke registrert når helsepersonellet mottok vedtaket. Klagefristen løper fra da.",
        "Det er ikkje registrert når helsepersonellet tok imot vedtaket. Klagefristen går frå då.",
        "It is not recorded when the professional received the decision. The time limit runs from then.",
      ),
      runs: say(
        "Klagefristen går til og med {until}.",
        "Klagefristen går til og med {until}.",
        "The time limit for appeal runs until {until}.",
      ),
    },
    settledBy: "act",
    where: "appeal",
    mendedBy: ["recordDecisionReceived", "recordSuspensionReceived"],
    law: "forvaltningsloven § 29",
    lacks: (facts, { today }) => {
      const open = APPEALABLE.filter(
        (against) => canBeAppealed(facts, against) && facts.appeals[against].status === "none",
      );
      const deadlines = open.map((against) => appealDeadlineOf(facts, against));
      if (deadlines.includes(undefined)) return { reason: "notReceived" };
      const until = deadlines.reduce((latest = "", one = "") => (one > latest ? one : latest), "") ?? "";
      return lackUnless(until < today, "runs", { until });
    },
  },
  noAppealPending: {
    sentence: say(
      "Ingen klage venter på avgjørelse.",
      "Ingen klage ventar på avgjerd.",
      "No appeal awaits an answer.",
    ),
    whyNot: {
      pending: say(
        "En klage er under behandling.",
        "Ei klage er under behandling.",
        "An appeal is under way.",
      ),
    },
    settledBy: "act",
    where: "appeal",
    mendedBy: ["reassessAppeal", "recordBoardOutcome"],
    law: "forvaltningsloven § 33",
    lacks: ({ appeals }) => lackUnless(!APPEALABLE.some((against) => isPending(appeals[against])), "pending"),
  },
  suspensionSettled: {
    sentence: say(
      "Ingen midlertidig suspensjon er foreslått eller løper.",
      "Ingen mellombels suspensjon er foreslått eller går.",
      "No interim suspension is proposed or in force.",
    ),
    whyNot: {
      proposed: say(
        "En suspensjon er foreslått og venter på godkjenning.",
        "Ein suspensjon er foreslått og ventar på godkjenning.",
        "A suspension is proposed and awaits approval.",
      ),
      inForce: say(
        "En suspensjon løper til {until}. Opphev den først.",
        "Ein suspensjon går til {until}. Opphev han først.",
        "A suspension runs until {until}. Lift it first.",
      ),
    },
    settledBy: "act",
    where: "suspension",
    mendedBy: ["liftInterimSuspension", "returnInterimSuspension"],
    law: "helsepersonelloven § 58",
    lacks: ({ interimSuspension: suspension }) => {
      if (suspension.status === "proposed") return { reason: "proposed" };
      if (suspension.status !== "inForce") return undefined;
      return { reason: "inForce", params: { until: suspension.until } };
    },
  },
  renunciationSettled: {
    sentence: say(
      "Ingen erklæring om avkall venter på svar.",
      "Ingen erklæring om avkall ventar på svar.",
      "No declaration of renunciation awaits an answer.",
    ),
    whyNot: {
      waiting: say(
        "En erklæring om avkall er mottatt, men verken bekreftet eller trukket.",
        "Ei erklæring om avkall er motteken, men verken stadfesta eller trekt.",
        "A declaration of renunciation is received, but neither confirmed nor withdrawn.",
      ),
    },
    settledBy: "act",
    where: "renunciation",
    mendedBy: ["confirmRenunciation", "withdrawRenunciation"],
    law: "helsepersonelloven § 61",
    lacks: ({ renunciation }) => lackUnless(renunciation.status !== "received", "waiting"),
  },
  noTaskOpen: {
    sentence: say("Ingen oppgave står åpen.", "Ingen oppgåve står open.", "No task is open."),
    whyNot: {
      open: say(
        "{count} oppgaver er ikke gjort.",
        "{count} oppgåver er ikkje gjorde.",
        "{count} tasks are not done.",
      ),
    },
    settledBy: "act",
    where: "tasks",
    mendedBy: [],
    lacks: ({ tasks }) => lackUnless(tasks.length === 0, "open", { count: tasks.length }),
  },
  noDismissalWaiting: {
    sentence: say(
      "Ingen har foreslått å avvise saken uten å få svar.",
      "Ingen har foreslått å avvise saka utan å få svar.",
      "No proposal to dismiss the case awaits an answer.",
    ),
    whyNot: {
      waiting: say(
        "{person} har foreslått å avvise saken.",
        "{person} har foreslått å avvise saka.",
        "{person} has proposed to dismiss the case.",
      ),
    },
    settledBy: "act",
    where: "dismissal",
    mendedBy: ["dismissCase", "rejectDismissal"],
    lacks: ({ dismissal }) =>
      lackUnless(dismissal === null, "waiting", { person: dismissal?.proposed.by.actor.name ?? "" }),
  },
} as const satisfies Record<string, Predicate>;

/** Whether there is something in the case that the professional can appeal. */
export function canBeAppealed(facts: CaseFacts, against: (typeof APPEALABLE)[number]): boolean {
  if (against === "decision")
    return (
      facts.decision !== null &&
      facts.decision.afterAppeal === null &&
      isReaction(facts.decision.content.outcome)
    );
  const suspension = facts.interimSuspension;
  return suspension.status === "inForce" || (suspension.status === "ended" && suspension.sent !== null);
}
