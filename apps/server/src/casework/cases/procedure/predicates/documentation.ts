import { openRequests, untranslated } from "../facts/documentation.ts";
import { say } from "../sentence.ts";
import { priorityOf } from "../triage/priority.rules.ts";
import { lackUnless, type Predicate } from "./predicate.ts";

/** The priority, and what has been obtained from abroad. */
export const DOCUMENTATION_PREDICATES = {
  prioritySet: {
    sentence: say("Prioriteten er satt.", "Prioriteten er sett.", "The priority is set."),
    whyNot: {
      notSet: say("Prioriteten er ikke satt.", "Prioriteten er ikkje sett.", "The priority is not set."),
    },
    settledBy: "act",
    where: "priority",
    mendedBy: ["setPriority", "overridePriority"],
    lacks: ({ priority }) => lackUnless(priority !== null, "notSet"),
  },
  priorityCurrent: {
    sentence: say(
      "Prioriteten svarer til det som er kjent nå, eller er overprøvd med begrunnelse.",
      "Prioriteten svarer til det som er kjent no, eller er overprøvd med grunngiving.",
      "The priority fits what is known now, or is overridden with a reason.",
    ),
    whyNot: {
      changed: say(
        "Opplysningene gir nå en annen prioritet ({now}) enn den som er satt ({set}).",
        "Opplysningane gir no ein annan prioritet ({now}) enn den som er sett ({set}).",
        "The facts now give another priority ({now}) than the one set ({set}).",
      ),
    },
    settledBy: "act",
    where: "priority",
    mendedBy: ["setPriority", "overridePriority"],
    lacks: (facts, { at, settings }) => {
      const { priority } = facts;
      if (!priority || priority.override) return undefined;
      const now = priorityOf(facts, at, settings.priority).level;
      return lackUnless(now === priority.level, "changed", { now, set: priority.level });
    },
  },
  documentationSettled: {
    sentence: say(
      "Dokumentasjonen er tilstrekkelig, eller det er slått fast at den ikke kan skaffes.",
      "Dokumentasjonen er tilstrekkeleg, eller det er slått fast at han ikkje kan skaffast.",
      "The documentation is sufficient, or is recorded as not obtainable.",
    ),
    whyNot: {
      notAsked: say(
        "Ingen myndighet er bedt om dokumenter, og ingen har krysset av for at det som foreligger, er nok.",
        "Ingen styresmakt er bedd om dokument, og ingen har kryssa av for at det som ligg føre, er nok.",
        "No authority has been asked for documents, and nobody has ticked that what is at hand is enough.",
      ),
      waiting: say(
        "{count} dokumentforespørsler venter på svar.",
        "{count} dokumentførespurnader ventar på svar.",
        "{count} requests for documents await an answer.",
      ),
      onlyPartly: say(
        "Dokumentene er bare mottatt delvis, og ingen har krysset av for at de er nok.",
        "Dokumenta er berre mottekne delvis, og ingen har kryssa av for at dei er nok.",
        "The documents came only in part, and nobody has ticked that they are enough.",
      ),
    },
    settledBy: "act",
    where: "requests",
    mendedBy: [
      "requestDocuments",
      "recordDocumentsReceived",
      "recordCannotShare",
      "recordNoAnswer",
      "tickControlPoint",
    ],
    law: "forvaltningsloven § 17",
    lacks: ({ requests, ticks }) => {
      if (ticks.documentationSufficient) return undefined;
      if (requests.length === 0) return { reason: "notAsked" };
      const waiting = openRequests(requests).length;
      if (waiting > 0) return { reason: "waiting", params: { count: waiting } };
      return lackUnless(
        requests.some(({ ended }) => ended !== null && ended.outcome !== "partly"),
        "onlyPartly",
      );
    },
  },
  translationAtHand: {
    sentence: say(
      "Dokumenter på språk saksbehandlerne ikke skal måtte lese, er oversatt, eller oversettelse er vurdert som unødvendig.",
      "Dokument på språk saksbehandlarane ikkje skal måtte lese, er omsette, eller omsetjing er vurdert som unødvendig.",
      "Documents in languages officers need not read are translated, or a translation is held to be unnecessary.",
    ),
    whyNot: {
      missing: say(
        "{count} dokumenter mangler oversettelse.",
        "{count} dokument manglar omsetjing.",
        "{count} documents lack a translation.",
      ),
    },
    settledBy: "act",
    where: "documents",
    mendedBy: ["recordTranslation"],
    law: "forvaltningsloven § 17",
    lacks: ({ attachments, translations }) => {
      const missing = untranslated(attachments, translations);
      return lackUnless(missing.length === 0, "missing", { count: missing.length });
    },
  },
  noRequestWaiting: {
    sentence: say(
      "Ingen dokumentforespørsel venter på svar.",
      "Ingen dokumentførespurnad ventar på svar.",
      "No request for documents awaits an answer.",
    ),
    whyNot: {
      waiting: say(
        "{count} dokumentforespørsler venter på svar.",
        "{count} dokumentførespurnader ventar på svar.",
        "{count} requests for documents await an answer.",
      ),
    },
    settledBy: "act",
    where: "requests",
    mendedBy: ["recordDocumentsReceived", "recordCannotShare", "recordNoAnswer"],
    lacks: ({ requests }) => {
      const count = openRequests(requests).length;
      return lackUnless(count === 0, "waiting", { count });
    },
  },
  noQuestionWaiting: {
    sentence: say(
      "Ingen spørsmål til avsenderen venter på svar.",
      "Ingen spørsmål til avsendaren ventar på svar.",
      "No question to the sender awaits an answer.",
    ),
    whyNot: {
      waiting: say(
        "{count} spørsmål til avsenderen venter på svar.",
        "{count} spørsmål til avsendaren ventar på svar.",
        "{count} questions to the sender await an answer.",
      ),
    },
    settledBy: "act",
    where: "questions",
    mendedBy: ["recordSenderAnswer"],
    lacks: ({ questions }) => {
      const count = questions.filter(({ ended }) => ended === null).length;
      return lackUnless(count === 0, "waiting", { count });
    },
  },
} as const satisfies Record<string, Predicate>;
