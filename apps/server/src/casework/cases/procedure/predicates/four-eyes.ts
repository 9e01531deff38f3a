import type { ActName } from "../acts/act-names.ts";
import type { CaseFacts } from "../case-facts.ts";
import type { Done } from "../case-state.ts";
import type { Circumstances } from "../circumstances.ts";
import { findSharedPerson } from "../persons.ts";
import { type Sentence, say } from "../sentence.ts";
import type { Lack, Place, Predicate } from "./predicate.ts";

/**
 * Why somebody cannot agree to what others did: the person, or the one acted for, is behind it, or stands in for
 * somebody who is. The person differs, not only the account.
 */
export function lacksFourEyes(authors: readonly Done[], { doer, officer }: Circumstances): Lack | undefined {
  const doers = authors.map(({ by }) => by);
  const same = findSharedPerson(doers, [doer]);
  if (same) return { reason: "samePerson", params: { person: same.name } };
  const absent = findSharedPerson(
    doers,
    (officer.standsInFor ?? []).map((actor) => ({ actor })),
  );
  return absent && { reason: "standsIn", params: { person: absent.name } };
}

const WHY_NOT = {
  samePerson: say(
    "{person} står bak det som skal vurderes. En annen må gjøre det.",
    "{person} står bak det som skal vurderast. Ein annan må gjere det.",
    "{person} is behind what is to be judged. Somebody else must do it.",
  ),
  standsIn: say(
    "Du er stedfortreder for {person}, som står bak det som skal vurderes. En annen må gjøre det.",
    "Du er stadfortredar for {person}, som står bak det som skal vurderast. Ein annan må gjere det.",
    "You stand in for {person}, who is behind what is to be judged. Somebody else must do it.",
  ),
};

const fourEyes = (
  sentence: Sentence,
  {
    where,
    mendedBy,
    authorsOf,
  }: {
    where: Place;
    mendedBy: readonly ActName[];
    authorsOf: (facts: CaseFacts) => readonly Done[];
  },
): Predicate => ({
  sentence,
  whyNot: WHY_NOT,
  settledBy: "act",
  where,
  mendedBy,
  law: "forvaltningsloven §§ 6 og 17",
  lacks: (facts, circumstances) => lacksFourEyes(authorsOf(facts), circumstances),
});

/** Where two people must have seen something: the second is never behind the first one's act, nor stands in for them. */
export const FOUR_EYES_PREDICATES = {
  receiverIsNotSender: fourEyes(
    say(
      "Den som svarer på overleveringen, er en annen enn den som tilbød den.",
      "Den som svarer på overleveringa, er ein annan enn den som tilbaud ho.",
      "Who answers the handover is not the one who offered it.",
    ),
    {
      where: "handover",
      mendedBy: ["give"],
      authorsOf: ({ state }) => (state.stage === "handover" ? [state.offered] : []),
    },
  ),
  readerIsNotProposer: fourEyes(
    say(
      "Annenleseren er en annen enn den som foreslo utfallet.",
      "Andrelesaren er ein annan enn den som foreslo utfallet.",
      "The second reader is not the one who proposed the outcome.",
    ),
    {
      where: "assessment",
      mendedBy: ["give"],
      authorsOf: ({ proposal }) => (proposal ? [proposal.proposed] : []),
    },
  ),
  waiverIsNotProposer: fourEyes(
    say(
      "Den som bestemmer at forhåndsvarsel unnlates, er en annen enn den som foreslo utfallet.",
      "Den som bestemmer at førehandsvarsel blir utelate, er ein annan enn den som foreslo utfallet.",
      "Who decides to leave out the pre-notice is not the one who proposed the outcome.",
    ),
    {
      where: "hearing",
      mendedBy: ["give"],
      authorsOf: ({ proposal }) => (proposal ? [proposal.proposed] : []),
    },
  ),
  approverIsNotAuthor: fourEyes(
    say(
      "Den som godkjenner vedtaket, har verken skrevet på det eller sendt det til godkjenning.",
      "Den som godkjenner vedtaket, har verken skrive på det eller sendt det til godkjenning.",
      "Who approves the decision has neither written on it nor submitted it.",
    ),
    {
      where: "decision",
      mendedBy: ["give"],
      authorsOf: ({ state }) =>
        state.stage === "decision" && state.phase === "submitted"
          ? [...state.content.authors, state.submitted]
          : [],
    },
  ),
  suspensionApproverIsNotAuthor: fourEyes(
    say(
      "Den som godkjenner suspensjonen, er en annen enn den som foreslo den.",
      "Den som godkjenner suspensjonen, er ein annan enn den som foreslo han.",
      "Who approves the suspension is not the one who proposed it.",
    ),
    {
      where: "suspension",
      mendedBy: ["give"],
      authorsOf: ({ interimSuspension: suspension }) => {
        if (suspension.status === "proposed") return [suspension.proposed];
        return suspension.status === "inForce" && suspension.extension ? [suspension.extension.proposed] : [];
      },
    },
  ),
  dismisserIsNotProposer: fourEyes(
    say(
      "Den som avviser saken, er en annen enn den som foreslo det.",
      "Den som avviser saka, er ein annan enn den som foreslo det.",
      "Who dismisses the case is not the one who proposed it.",
    ),
    {
      where: "dismissal",
      mendedBy: ["give"],
      authorsOf: ({ dismissal }) => (dismissal ? [dismissal.proposed] : []),
    },
  ),
} as const satisfies Record<string, Predicate>;
