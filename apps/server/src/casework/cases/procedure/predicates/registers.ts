import { dayOf, daysBetween } from "../clocks/calendar.ts";
import { basisCountriesOf, isAuthorised } from "../facts/surroundings.ts";
import { say } from "../sentence.ts";
import { lackUnless, type Predicate } from "./predicate.ts";

/** Calendar days a look-up in HPR is fresh; the sentence of the criterion says so too. */
const HPR_FRESH_DAYS = 30;

/** Who the case is about, and what the registers say. */
export const REGISTER_PREDICATES = {
  identityConfirmedByPerson: {
    sentence: say(
      "En saksbehandler har bekreftet hvem hvert gyldig varsel gjelder.",
      "Ein saksbehandlar har stadfesta kven kvart gyldige varsel gjeld.",
      "An officer has confirmed whom each valid alert concerns.",
    ),
    whyNot: {
      notConfirmed: say(
        "{count} varsel mangler en saksbehandlers bekreftelse.",
        "{count} varsel manglar stadfesting frå ein saksbehandlar.",
        "{count} alerts lack an officer's confirmation.",
      ),
      noAlert: say("Saken har ikke noe varsel.", "Saka har ikkje noko varsel.", "The case has no alert."),
    },
    settledBy: "act",
    where: "alerts",
    mendedBy: ["takeAlertApart", "askSender"],
    law: "forvaltningsloven § 17",
    lacks: ({ alerts }) => {
      if (alerts.length === 0) return { reason: "noAlert" };
      const open = alerts.filter(
        ({ status, identity }) =>
          status === "valid" && !(identity.state === "confirmed" && identity.byPerson),
      );
      return lackUnless(open.length === 0, "notConfirmed", { count: open.length });
    },
  },
  registersAnswered: {
    sentence: say(
      "Helsepersonellregisteret, folkeregisteret og arbeidsgiverregisteret har svart.",
      "Helsepersonellregisteret, folkeregisteret og arbeidsgivarregisteret har svart.",
      "The registers of health personnel, population and employment have answered.",
    ),
    whyNot: {
      unanswered: say("Uten svar: {registers}.", "Utan svar: {registers}.", "Not answered: {registers}."),
    },
    settledBy: "robot",
    where: "lookUps",
    mendedBy: ["recordLookUp"],
    law: "forvaltningsloven § 17",
    lacks: ({ lookUps }, { settings }) => {
      const unanswered = settings.requiredRegisters.filter((register) => {
        const lookUp = lookUps[register];
        return !lookUp || lookUp.answer === "unavailable";
      });
      return lackUnless(unanswered.length === 0, "unanswered", { registers: unanswered.join(", ") });
    },
  },
  hprLookedUpRecently: {
    sentence: say(
      "Helsepersonellregisteret er slått opp i løpet av de siste 30 dagene.",
      "Helsepersonellregisteret er slått opp i løpet av dei siste 30 dagane.",
      "The register of health personnel has been looked up within the last 30 days.",
    ),
    whyNot: {
      never: say(
        "Personen er ikke slått opp.",
        "Personen er ikkje slått opp.",
        "The person has not been looked up.",
      ),
      stale: say(
        "Siste oppslag var {on}, for {days} dager siden. Grensen er {limit} dager.",
        "Siste oppslag var {on}, for {days} dagar sidan. Grensa er {limit} dagar.",
        "The last look-up was on {on}, {days} days ago. The limit is {limit} days.",
      ),
      unavailable: say(
        "Registeret svarte ikke {on}.",
        "Registeret svarte ikkje {on}.",
        "The register did not answer on {on}.",
      ),
    },
    settledBy: "robot",
    where: "lookUps",
    mendedBy: ["recordLookUp"],
    law: "forvaltningsloven § 17",
    lacks: ({ lookUps }, { today }) => {
      if (!lookUps.hpr) return { reason: "never" };
      const on = dayOf(lookUps.hpr.at);
      if (lookUps.hpr.answer === "unavailable") return { reason: "unavailable", params: { on } };
      const days = daysBetween(on, today);
      return lackUnless(days <= HPR_FRESH_DAYS, "stale", { on, days, limit: HPR_FRESH_DAYS });
    },
  },
  authorisedInNorway: {
    sentence: say(
      "Personen har norsk autorisasjon.",
      "Personen har norsk autorisasjon.",
      "The person holds a Norwegian authorisation.",
    ),
    whyNot: {
      none: say(
        "Helsepersonellregisteret viser ingen gjeldende autorisasjon. Foreslå å avvise saken.",
        "Helsepersonellregisteret viser ingen gjeldande autorisasjon. Foreslå å avvise saka.",
        "The register of health personnel shows no authorisation in force. Propose to dismiss the case.",
      ),
    },
    settledBy: "robot",
    where: "person",
    mendedBy: ["recordLookUp", "proposeDismissal"],
    law: "helsepersonelloven § 57",
    lacks: ({ person }) => lackUnless(isAuthorised(person), "none"),
  },
  basisCountryKnown: {
    sentence: say(
      "Det er kjent om den norske autorisasjonen bygger på en utenlandsk, og i tilfelle fra hvilket land.",
      "Det er kjent om den norske autorisasjonen byggjer på ein utanlandsk, og i tilfelle frå kva land.",
      "It is known whether the Norwegian authorisation rests on a foreign one, and of which country.",
    ),
    whyNot: {
      unknown: say(
        "Verken helsepersonellregisteret eller en saksbehandler har slått fast grunnlagslandet.",
        "Verken helsepersonellregisteret eller ein saksbehandlar har slått fast grunnlagslandet.",
        "Neither the register of health personnel nor an officer has established the basis country.",
      ),
    },
    settledBy: "robot",
    where: "person",
    mendedBy: ["establishBasisCountry"],
    law: "helsepersonelloven § 57 femte ledd",
    lacks: ({ person }) => lackUnless(basisCountriesOf(person).length > 0, "unknown"),
  },
} as const satisfies Record<string, Predicate>;
