import type { CaseFacts } from "../case-facts.ts";
import type { StateOf } from "../case-state.ts";
import type { Circumstances } from "../circumstances.ts";
import { dayOf } from "../clocks/calendar.ts";
import { ladderEndsOn, nextReminderOn } from "../clocks/reminders.ts";
import { openRequests } from "../facts/documentation.ts";
import { needsSecondReader } from "../predicates/assessment.ts";
import { PREDICATES, type PredicateName } from "../predicates/index.ts";
import type { Stage } from "../stages.ts";
import { effectuationActions } from "./effectuation-actions.ts";
import { type WantedAction, wanted } from "./next-action.ts";

type StageActions = (facts: CaseFacts, circumstances: Circumstances) => readonly WantedAction[];

/** What a stage asks for, given how far it has come: each answers with at least one action. */
export const STAGE_ACTIONS: Readonly<Record<Exclude<Stage, "closed">, StageActions>> = {
  intake: () => [wanted("lookUpRegisters", "recordLookUp", "firstLine")],
  triage: (facts, circumstances) => [
    firstUnmet(facts, circumstances, [
      ["authorisedInNorway", wanted("decideDismissal", "proposeDismissal", "firstLine")],
      ["prioritySet", wanted("setPriority", "setPriority", "firstLine")],
      ["priorityCurrent", wanted("setPriority", "setPriority", "firstLine")],
      ["registersAnswered", wanted("lookUpRegisters", "recordLookUp", "firstLine")],
    ]) ?? wanted("finishTriage", "finishTriage", "firstLine"),
  ],
  documentation: documentationActions,
  handover: () => [wanted("answerHandover", "acceptHandover", "secondLine")],
  assessment: assessmentActions,
  preNotice: ({ state }, { today }) => (state.stage === "preNotice" ? [hearingAction(state, today)] : []),
  decision: ({ state }) => (state.stage === "decision" ? [decisionAction(state)] : []),
  effectuation: effectuationActions,
};

/** The action that mends the first criterion that does not hold. */
function firstUnmet(
  facts: CaseFacts,
  circumstances: Circumstances,
  steps: readonly (readonly [PredicateName, WantedAction])[],
): WantedAction | undefined {
  return steps.find(([name]) => PREDICATES[name].lacks(facts, circumstances))?.[1];
}

function documentationActions(facts: CaseFacts, circumstances: Circumstances): readonly WantedAction[] {
  const { settings, today } = circumstances;
  const waiting = openRequests(facts.requests).map((request): WantedAction => {
    const params = { request: request.id, authority: request.authority };
    const reminder = nextReminderOn(request, settings);
    if (reminder === undefined) {
      const dueOn = ladderEndsOn(request, settings) ?? today;
      const more = { dueOn, params, role: "processOwner" as const };
      return dueOn > today
        ? wanted("awaitDocuments", "recordDocumentsReceived", "firstLine", {
            ...more,
            role: "officer",
            waiting: true,
          })
        : wanted("decideWithoutAnswer", "recordNoAnswer", "firstLine", more);
    }
    return reminder > today
      ? wanted("awaitDocuments", "recordDocumentsReceived", "firstLine", {
          dueOn: reminder,
          params,
          waiting: true,
        })
      : wanted("remindAuthority", "recordReminder", "firstLine", { dueOn: reminder, params });
  });
  const settled = firstUnmet(facts, circumstances, [
    ["identityConfirmedByPerson", wanted("confirmIdentity", "askSender", "firstLine")],
    [
      "documentationSettled",
      facts.requests.length === 0
        ? wanted("requestDocuments", "requestDocuments", "firstLine")
        : wanted("settleDocumentation", "tickControlPoint", "firstLine"),
    ],
  ]);
  if (!settled) return [...waiting, wanted("offerHandover", "offerHandover", "firstLine")];
  return waiting.length > 0 ? waiting : [settled];
}

function assessmentActions(facts: CaseFacts, circumstances: Circumstances): readonly WantedAction[] {
  const unread =
    facts.secondReading === null
      ? wanted("readSecond", "readSecond", "secondLine", { role: "anotherOfficer" })
      : wanted("proposeAnew", "proposeOutcome", "secondLine");
  const next = firstUnmet(facts, circumstances, [
    ["identityConfirmedByPerson", wanted("confirmIdentity", "askSender", "secondLine")],
    ["trackChosen", wanted("chooseTrack", "chooseTrack", "secondLine")],
    ["trackDemandsMet", wanted("meetTrackDemands", "recordFinding", "secondLine")],
    ["outcomeProposed", wanted("proposeOutcome", "proposeOutcome", "secondLine")],
    ...(needsSecondReader(facts) ? [["secondReaderAgrees", unread] as const] : []),
  ]);
  return [next ?? wanted("concludeAssessment", "concludeAssessment", "secondLine")];
}

function hearingAction(state: StateOf<"preNotice">, today: string): WantedAction {
  if (state.phase === "toBeSent") return wanted("sendPreNotice", "sendPreNotice", "secondLine");
  if (state.phase === "sent" && state.replyBy >= today)
    return wanted("awaitReply", "recordPreNoticeReply", "secondLine", {
      dueOn: state.replyBy,
      waiting: true,
    });
  return wanted("concludeHearing", "concludeHearing", "secondLine");
}

function decisionAction(state: StateOf<"decision">): WantedAction {
  switch (state.phase) {
    case "toBeDrafted":
      return wanted("draftDecision", "draftDecision", "secondLine");
    case "drafted":
      return wanted("submitDecision", "submitDecision", "secondLine");
    case "returned":
      return wanted("reviseDecision", "draftDecision", "secondLine");
    case "submitted":
      return wanted("approveDecision", "approveDecision", "secondLine", { role: "approver" });
    case "approved":
      return wanted("sendDecision", "recordDecisionSent", "secondLine", {
        params: { approvedOn: dayOf(state.approved.at) },
      });
  }
}
