import type { CaseFacts } from "../case-facts.ts";
import { basisCountriesOf } from "../facts/surroundings.ts";
import { isReaction } from "../law/outcomes.ts";
import { say } from "../sentence.ts";
import { lackUnless, type Predicate } from "./predicate.ts";

/** What the assessment must hold before it is concluded. */
export const ASSESSMENT_PREDICATES = {
  impartialityConsidered: {
    sentence: say(
      "Saksbehandleren har vurdert sin egen habilitet.",
      "Saksbehandlaren har vurdert sin eigen habilitet.",
      "The officer has considered their own impartiality.",
    ),
    whyNot: {
      notTicked: say(
        "Ingen har krysset av for at habiliteten er vurdert.",
        "Ingen har kryssa av for at habiliteten er vurdert.",
        "Nobody has ticked that impartiality is considered.",
      ),
    },
    settledBy: "tick",
    where: "controlPoints",
    mendedBy: ["tickControlPoint"],
    law: "forvaltningsloven § 6",
    lacks: ({ ticks }) => lackUnless(ticks.impartialityConsidered !== undefined, "notTicked"),
  },
  trackChosen: {
    sentence: say(
      "Det rettslige sporet er valgt.",
      "Det rettslege sporet er valt.",
      "The legal track is chosen.",
    ),
    whyNot: {
      notChosen: say(
        "Verken spor A eller spor B er valgt.",
        "Verken spor A eller spor B er valt.",
        "Neither track A nor track B is chosen.",
      ),
    },
    settledBy: "act",
    where: "assessment",
    mendedBy: ["chooseTrack"],
    law: "helsepersonelloven kapittel 11",
    lacks: ({ track }) => lackUnless(track !== null, "notChosen"),
  },
  trackDemandsMet: {
    sentence: say(
      "Det sporet krever, foreligger: for spor A at bortfallet er dokumentert i grunnlagslandet, for spor B minst ett faktisk forhold knyttet til sin kilde.",
      "Det sporet krev, ligg føre: for spor A at bortfallet er dokumentert i grunnlagslandet, for spor B minst eitt faktisk forhold knytt til kjelda si.",
      "What the track demands is there: for track A that the lapse in the basis country is proven, for track B at least one finding of fact tied to its source.",
    ),
    whyNot: {
      basisUnknown: say(
        "Spor A krever at grunnlagslandet er kjent.",
        "Spor A krev at grunnlagslandet er kjent.",
        "Track A demands that the basis country is known.",
      ),
      otherCountry: say(
        "Autorisasjonen bygger på {basis}, men de gyldige varslene kommer fra {senders}. Spor A gjelder bare bortfall i grunnlagslandet.",
        "Autorisasjonen byggjer på {basis}, men dei gyldige varsla kjem frå {senders}. Spor A gjeld berre bortfall i grunnlagslandet.",
        "The authorisation rests on {basis}, but the valid alerts come from {senders}. Track A covers a lapse in the basis country only.",
      ),
      lapseNotProven: say(
        "Ingen har krysset av for at bortfallet er dokumentert.",
        "Ingen har kryssa av for at bortfallet er dokumentert.",
        "Nobody has ticked that the lapse is proven.",
      ),
      noFinding: say(
        "Spor B krever minst ett faktisk forhold knyttet til dokumentet det bygger på.",
        "Spor B krev minst eitt faktisk forhold knytt til dokumentet det byggjer på.",
        "Track B demands at least one finding of fact tied to the document it rests on.",
      ),
    },
    settledBy: "act",
    where: "assessment",
    mendedBy: ["tickControlPoint", "recordFinding", "establishBasisCountry", "chooseTrack"],
    law: "helsepersonelloven § 57",
    lacks: (facts) => {
      if (!facts.track) return undefined;
      if (facts.track.track === "B") return lackUnless(facts.findings.length > 0, "noFinding");
      return lacksForTrackA(facts);
    },
  },
  outcomeProposed: {
    sentence: say("Et utfall er foreslått.", "Eit utfall er foreslått.", "An outcome is proposed."),
    whyNot: {
      notProposed: say(
        "Ingen har foreslått et utfall.",
        "Ingen har foreslått eit utfall.",
        "Nobody has proposed an outcome.",
      ),
    },
    settledBy: "act",
    where: "assessment",
    mendedBy: ["proposeOutcome"],
    lacks: ({ proposal }) => lackUnless(proposal !== null, "notProposed"),
  },
  secondReaderAgrees: {
    sentence: say(
      "En annenleser er enig i forslaget, der utfallet er en reaksjon eller prioriteten er høy.",
      "Ein andrelesar er einig i forslaget, der utfallet er ein reaksjon eller prioriteten er høg.",
      "A second reader agrees, where the outcome is a reaction or the priority is high.",
    ),
    whyNot: {
      notRead: say(
        "Ingen annenleser har lest forslaget.",
        "Ingen andrelesar har lese forslaget.",
        "No second reader has read the proposal.",
      ),
      disagrees: say(
        "{person} er uenig i forslaget. Foreslå et nytt utfall, eller be en annen lese det.",
        "{person} er ueinig i forslaget. Foreslå eit nytt utfall, eller be ein annan lese det.",
        "{person} disagrees with the proposal. Propose another outcome, or ask somebody else to read it.",
      ),
    },
    settledBy: "act",
    where: "assessment",
    mendedBy: ["readSecond", "proposeOutcome"],
    law: "forvaltningsloven § 17",
    lacks: (facts) => {
      if (!needsSecondReader(facts)) return undefined;
      if (!facts.secondReading) return { reason: "notRead" };
      const person = facts.secondReading.by.actor.name;
      return lackUnless(facts.secondReading.agrees, "disagrees", { person });
    },
  },
  hearingDone: {
    sentence: say(
      "Helsepersonellet har uttalt seg, eller fristen for å uttale seg er ute.",
      "Helsepersonellet har uttalt seg, eller fristen for å uttale seg er ute.",
      "The professional has replied, or the time limit for replying has passed.",
    ),
    whyNot: {
      notSent: say(
        "Forhåndsvarselet er ikke sendt.",
        "Førehandsvarselet er ikkje sendt.",
        "The pre-notice is not sent.",
      ),
      runs: say(
        "Fristen for å uttale seg går til og med {by}.",
        "Fristen for å uttale seg går til og med {by}.",
        "The time limit for replying runs until {by}.",
      ),
    },
    settledBy: "act",
    where: "hearing",
    mendedBy: ["sendPreNotice", "recordPreNoticeReply", "waivePreNotice"],
    law: "forvaltningsloven § 16",
    lacks: ({ state }, { today }) => {
      if (state.stage !== "preNotice" || state.phase === "replied") return undefined;
      if (state.phase === "toBeSent") return { reason: "notSent" };
      return lackUnless(state.replyBy < today, "runs", { by: state.replyBy });
    },
  },
} as const satisfies Record<string, Predicate>;

/** Whether a proposal must be read by a second person: it takes something from somebody, or lets a grave case go. */
export function needsSecondReader({ proposal, priority }: CaseFacts): boolean {
  return proposal !== null && (isReaction(proposal.outcome) || priority?.level === "high");
}

function lacksForTrackA({ person, alerts, ticks }: CaseFacts) {
  const basis = basisCountriesOf(person);
  if (basis.length === 0) return { reason: "basisUnknown" };
  const senders = alerts.flatMap(({ status, sendingCountry }) =>
    status === "valid" && sendingCountry !== null ? [sendingCountry] : [],
  );
  if (!senders.some((country) => basis.includes(country)))
    return {
      reason: "otherCountry",
      params: { basis: basis.join(", "), senders: senders.join(", ") || "–" },
    };
  return lackUnless(ticks.lapseProven !== undefined, "lapseNotProven");
}
