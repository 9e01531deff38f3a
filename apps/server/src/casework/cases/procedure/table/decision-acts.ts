import { invalid, type Refusal, refused } from "../../../../platform/rules/refusal.ts";
import { type ActTable, doneNow, moved, stateIn } from "../acts/act.ts";
import type { InputOf } from "../acts/act-inputs.ts";
import { APPROVER, EITHER_LINE_OR_ROBOT, SECOND_LINE } from "../acts/who.ts";
import type { CaseFacts } from "../case-facts.ts";
import type { DecisionContent } from "../case-state.ts";
import { findLegalBasis } from "../law/legal-bases.ts";
import { isReaction } from "../law/outcomes.ts";
import { TRACK } from "../law/tracks.ts";
import { say } from "../sentence.ts";
import { refuseEarlier, refuseFuture } from "./checks.ts";
import { withRound } from "./rounds.ts";

const FORM = "forvaltningsloven §§ 23–25";
const FOUR_EYES = "forvaltningsloven § 17, intern prosedyre for godkjenning";

/** Writing, approving and sending the decision. The approval is bound to the exact content. */
export const DECISION_ACTS: ActTable<
  | "draftDecision"
  | "submitDecision"
  | "approveDecision"
  | "returnDecision"
  | "recordDecisionSent"
  | "recordDecisionReceived"
> = {
  draftDecision: {
    name: say("Skriv vedtaket", "Skriv vedtaket", "Draft the decision"),
    does: "Vedtaket skrives med utfall, rettsgrunnlag slik det lød, eventuelle vilkår og virkningstidspunkt. Hver endring gir en ny versjon, og en innsending eller godkjenning av en tidligere versjon faller bort.",
    law: [FORM],
    from: ["decision"],
    to: [],
    by: SECOND_LINE,
    requires: ["outcomeProposed"],
    event: "decisionDrafted",
    refuse: refuseDraft,
    change: (facts, input, circumstances) => {
      const state = stateIn(facts, "decision");
      const former = state.phase === "toBeDrafted" ? undefined : state.content;
      const content: DecisionContent = {
        version: (former?.version ?? 0) + 1,
        contentHash: input.contentHash,
        outcome: input.outcome,
        legalBases: input.legalBases,
        conditions: input.conditions,
        effectiveFrom: input.effectiveOn ?? null,
        authors: [...(former?.authors ?? []), doneNow(circumstances)],
      };
      return { state: { stage: "decision", phase: "drafted", content } };
    },
  },
  submitDecision: {
    name: say("Send til godkjenning", "Send til godkjenning", "Submit the decision"),
    does: "Saksbehandleren sender vedtaket til godkjenning.",
    law: [FOUR_EYES],
    from: ["decision"],
    phases: ["drafted"],
    to: [],
    by: SECOND_LINE,
    requires: ["outcomeProposed", "noRequestWaiting", "noQuestionWaiting"],
    event: "decisionSubmitted",
    change: (facts, _input, circumstances) => {
      const state = stateIn(facts, "decision");
      if (state.phase !== "drafted") return {};
      return {
        state: {
          stage: "decision",
          phase: "submitted",
          content: state.content,
          submitted: doneNow(circumstances),
        },
      };
    },
  },
  approveDecision: {
    name: say("Godkjenn vedtaket", "Godkjenn vedtaket", "Approve the decision"),
    does: "En annen enn dem som har skrevet på vedtaket, godkjenner det. Godkjenningen gjelder nøyaktig det innholdet godkjenneren har lest. Verken forfatteren eller forfatterens stedfortreder kan godkjenne.",
    law: [FOUR_EYES],
    from: ["decision"],
    phases: ["submitted"],
    to: [],
    by: APPROVER,
    requires: ["approverIsNotAuthor", "hprLookedUpRecently"],
    event: "decisionApproved",
    refuse: (facts, { contentHash }) => {
      const state = stateIn(facts, "decision");
      return state.phase === "submitted" && state.content.contentHash !== contentHash
        ? refused("contentChanged", FOUR_EYES, { version: state.content.version })
        : undefined;
    },
    change: (facts, _input, circumstances) => {
      const state = stateIn(facts, "decision");
      if (state.phase !== "submitted") return {};
      const { content, submitted } = state;
      return {
        state: { stage: "decision", phase: "approved", content, submitted, approved: doneNow(circumstances) },
      };
    },
  },
  returnDecision: {
    name: say("Returner vedtaket", "Returner vedtaket", "Return the decision"),
    does: "Godkjenneren sender vedtaket tilbake til forfatteren og sier hvorfor.",
    law: [FOUR_EYES],
    from: ["decision"],
    phases: ["submitted", "approved"],
    to: [],
    by: APPROVER,
    requires: [],
    event: "decisionReturned",
    change: (facts, { reason }, circumstances) => {
      const state = stateIn(facts, "decision");
      if (state.phase !== "submitted" && state.phase !== "approved") return {};
      return {
        state: {
          stage: "decision",
          phase: "returned",
          content: state.content,
          returned: { ...doneNow(circumstances), reason },
        },
      };
    },
  },
  recordDecisionSent: {
    name: say("Registrer vedtaket sendt", "Registrer vedtaket sendt", "Record the decision sent"),
    does: "Det godkjente vedtaket er sendt, og forsendelsen er bekreftet. Saken går til iverksetting. En midlertidig suspensjon faller bort når vedtaket er en reaksjon.",
    law: ["forvaltningsloven § 27"],
    from: ["decision"],
    phases: ["approved"],
    to: ["effectuation"],
    by: EITHER_LINE_OR_ROBOT,
    requires: [],
    event: "decisionSent",
    refuse: (facts, { sentOn, contentHash }, circumstances) => {
      const state = stateIn(facts, "decision");
      if (state.phase === "approved" && state.content.contentHash !== contentHash)
        return refused("otherContentThanApproved", FOUR_EYES, { version: state.content.version });
      return refuseFuture(sentOn, "sentOn", circumstances);
    },
    change: sendDecision,
  },
  recordDecisionReceived: {
    name: say("Registrer vedtaket mottatt", "Registrer vedtaket motteke", "Record the decision received"),
    does: "Dagen helsepersonellet mottok vedtaket, registreres. Klagefristen på tre uker løper fra da.",
    law: ["forvaltningsloven § 29"],
    from: ["effectuation"],
    to: [],
    by: EITHER_LINE_OR_ROBOT,
    requires: ["outcomeStands"],
    event: "decisionReceived",
    refuse: ({ decision }, { receivedOn }, circumstances) => {
      if (!decision) return refused("noDecisionSent");
      if (decision.receivedOn)
        return refused("receiptAlreadyRecorded", undefined, { day: decision.receivedOn });
      return (
        refuseFuture(receivedOn, "receivedOn", circumstances) ??
        refuseEarlier(receivedOn, "receivedOn", { day: decision.sent.sentOn, field: "sentOn" })
      );
    },
    change: ({ decision }, { receivedOn }) => ({ decision: decision && { ...decision, receivedOn } }),
  },
};

/** A draft decides what was proposed, on legal bases of the chosen track that are in force, with a day where it bites. */
function refuseDraft(
  { proposal, track }: CaseFacts,
  { outcome, legalBases, effectiveOn }: InputOf<"draftDecision">,
  { today }: { readonly today: string },
): Refusal | undefined {
  if (proposal && outcome !== proposal.outcome)
    return refused("otherOutcomeThanProposed", FORM, { outcome, proposed: proposal.outcome });
  if (!isReaction(outcome)) return undefined;
  if (legalBases.length === 0) return invalid("legalBasisMissing", { outcome });
  const notInForce = legalBases.find((key) => !findLegalBasis(key, today));
  if (notInForce !== undefined) return invalid("legalBasisNotInForce", { basis: notInForce, day: today });
  const foreign = track && legalBases.find((key) => !TRACK[track.track].provisions.includes(key));
  if (foreign) return invalid("legalBasisOfOtherTrack", { basis: foreign, track: track.track });
  return effectiveOn === undefined ? invalid("effectiveDayMissing", { outcome }) : undefined;
}

function sendDecision(
  facts: CaseFacts,
  { sentOn, channel, proof }: InputOf<"recordDecisionSent">,
  circumstances: Parameters<typeof doneNow>[0],
) {
  const state = stateIn(facts, "decision");
  if (state.phase !== "approved") return {};
  const { content, submitted, approved } = state;
  const done = doneNow(circumstances);
  const reaction = isReaction(content.outcome);
  const suspension = facts.interimSuspension;
  const replaced = reaction && suspension.status === "inForce";
  return {
    ...moved({ stage: "effectuation" }, circumstances),
    decision: {
      content,
      submitted,
      approved,
      sent: { ...done, sentOn, channel, proof },
      receivedOn: null,
      afterAppeal: null,
    },
    effectuation: reaction
      ? withRound(facts.effectuation, "decision", content.effectiveFrom ?? sentOn)
      : facts.effectuation,
    ...(replaced && {
      interimSuspension: {
        status: "ended" as const,
        how: "replacedByDecision" as const,
        ended: done,
        sent: suspension.sent,
        receivedOn: suspension.receivedOn,
      },
    }),
  };
}
