import { type ActTable, doneNow, moved } from "../acts/act.ts";
import { FIRST_LINE, SECOND_LINE } from "../acts/who.ts";
import { say } from "../sentence.ts";

const ORGANISATION = "helsetilsynsloven § 4, intern prosedyre for to linjer";

/** A handover is a contract: criteria seen by the machine, two owners until it is accepted, and never by its sender. */
export const HANDOVER_ACTS: ActTable<
  "offerHandover" | "acceptHandover" | "returnHandover" | "withdrawHandover"
> = {
  offerHandover: {
    name: say("Tilby overlevering", "By fram overlevering", "Offer the handover"),
    does: "Førstelinjen tilbyr saken til andrelinjen når kriteriene er oppfylt. Begge linjer eier saken til den er tatt imot.",
    law: [ORGANISATION, "forvaltningsloven § 17"],
    from: ["documentation"],
    to: ["handover"],
    by: FIRST_LINE,
    requires: [
      "identityConfirmedByPerson",
      "hprLookedUpRecently",
      "registersAnswered",
      "authorisedInNorway",
      "basisCountryKnown",
      "prioritySet",
      "priorityCurrent",
      "documentationSettled",
      "translationAtHand",
      "noQuestionWaiting",
      "noDismissalWaiting",
    ],
    event: "handoverOffered",
    change: (_facts, { note = "" }, circumstances) =>
      moved({ stage: "handover", offered: doneNow(circumstances), note }, circumstances),
  },
  acceptHandover: {
    name: say("Ta imot overleveringen", "Ta imot overleveringa", "Accept the handover"),
    does: "Andrelinjen tar imot saken og eier den alene fra da av. Den som tilbød saken, kan aldri selv ta imot den, heller ikke som stedfortreder.",
    law: [ORGANISATION],
    from: ["handover"],
    to: ["assessment"],
    by: SECOND_LINE,
    requires: ["receiverIsNotSender"],
    event: "handoverAccepted",
    change: ({ assignments }, _input, circumstances) => ({
      ...moved({ stage: "assessment", accepted: doneNow(circumstances), reconsidered: null }, circumstances),
      assignments: {
        ...assignments,
        secondLine: assignments.secondLine ?? {
          person: circumstances.doer.onBehalfOf ?? circumstances.doer.actor,
          awayUntil: null,
          standIn: null,
        },
      },
    }),
  },
  returnHandover: {
    name: say("Returner overleveringen", "Returner overleveringa", "Return the handover"),
    does: "Andrelinjen sender saken tilbake til dokumentinnhenting og sier hva som mangler.",
    law: [ORGANISATION],
    from: ["handover"],
    to: ["documentation"],
    by: SECOND_LINE,
    requires: ["receiverIsNotSender"],
    event: "handoverReturned",
    change: (_facts, { reason }, circumstances) =>
      moved({ stage: "documentation", returned: { ...doneNow(circumstances), reason } }, circumstances),
  },
  withdrawHandover: {
    name: say("Trekk tilbudet om overlevering", "Trekk tilbodet om overlevering", "Withdraw the handover"),
    does: "Førstelinjen trekker tilbudet før det er besvart, med begrunnelse.",
    law: [ORGANISATION],
    from: ["handover"],
    to: ["documentation"],
    by: FIRST_LINE,
    requires: [],
    event: "handoverWithdrawn",
    change: (_facts, _input, circumstances) =>
      moved({ stage: "documentation", returned: null }, circumstances),
  },
};
