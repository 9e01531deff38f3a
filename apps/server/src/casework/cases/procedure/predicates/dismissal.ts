import { isAuthorised } from "../facts/surroundings.ts";
import { say } from "../sentence.ts";
import { lackUnless, type Predicate } from "./predicate.ts";

/** What must be so before a case ends without an assessment. */
export const DISMISSAL_PREDICATES = {
  groundHolds: {
    sentence: say(
      "Grunnen til å avvise saken stemmer med det som står i saken.",
      "Grunnen til å avvise saka stemmer med det som står i saka.",
      "The ground for dismissing agrees with what the case holds.",
    ),
    whyNot: {
      notProposed: say(
        "Ingen har foreslått å avvise saken.",
        "Ingen har foreslått å avvise saka.",
        "Nobody has proposed to dismiss the case.",
      ),
      identityConfirmed: say(
        "{count} gyldige varsler er fortsatt bekreftet å gjelde personen. Gjør om identitetsavgjørelsen først.",
        "{count} gyldige varsel er framleis stadfesta å gjelde personen. Gjer om identitetsavgjerda først.",
        "{count} valid alerts are still confirmed to concern the person. Change the identity decision first.",
      ),
      authorised: say(
        "Helsepersonellregisteret viser en gjeldende autorisasjon.",
        "Helsepersonellregisteret viser ei gjeldande autorisasjon.",
        "The register of health personnel shows an authorisation in force.",
      ),
    },
    settledBy: "act",
    where: "dismissal",
    mendedBy: ["proposeDismissal", "takeAlertApart", "rejectDismissal"],
    law: "forvaltningsloven § 17",
    lacks: ({ dismissal, alerts, person }) => {
      switch (dismissal?.outcome) {
        case undefined:
          return { reason: "notProposed" };
        case "notSamePerson": {
          const confirmed = alerts.filter(
            ({ status, identity }) => status === "valid" && identity.state === "confirmed",
          );
          return lackUnless(confirmed.length === 0, "identityConfirmed", { count: confirmed.length });
        }
        case "notAuthorised":
          return lackUnless(!isAuthorised(person), "authorised");
        case "notRelevantInNorway":
          return undefined;
      }
    },
  },
} as const satisfies Record<string, Predicate>;
