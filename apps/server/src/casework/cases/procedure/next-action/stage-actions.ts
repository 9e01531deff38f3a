import type { ActName } from "../acts/act-names.ts";
import type { CaseFacts } from "../case-facts.ts";
import type { StateOf } from "../case-state.ts";
import type { Circumstances } from "../circumstances.ts";
import { openRequests } from "../facts/documentation.ts";
import { PREDICATES, type PredicateName } from "../predicates/index.ts";
import type { Stage } from "../stages.ts";
import { ACTS } from "../table/index.ts";
import { effectuationActions } from "./effectuation-actions.ts";
import { type WantedAction, wanted } from "./next-action.ts";

type StageActions = (facts: CaseFacts, circumstances: Circumstances) => readonly WantedAction[];

/** What a stage asks for, given how far it has come; nothing where something that is waited for comes first. */
export const STAGE_ACTIONS: Readonly<Record<Exclude<Stage, "closed">, StageActions>> = {
  intake: () => [wanted("lookUpRegisters", "recordLookUp", "firstLine")],
  triage: (facts, circumstances) =>
    inOrder(
      facts,
      circumstances,
      [
        ["authorisedInNorway", wanted("decideDismissal", "proposeDismissal", "firstLine")],
        ["prioritySet", wanted("setPriority", "setPriority", "firstLine")],
        ["priorityCurrent", wanted("setPriority", "setPriority", "firstLine")],
      ],
      wanted("finishTriage", "finishTriage", "firstLine"),
    ),
  documentation: (facts, circumstances) =>
    inOrder(
      facts,
      circumstances,
      [
        ["authorisedInNorway", wanted("decideDismissal", "proposeDismissal", "firstLine")],
        ["identityConfirmedByPerson", wanted("confirmIdentity", "askSender", "firstLine")],
        [
          "documentationSettled",
          facts.requests.length === 0
            ? wanted("requestDocuments", "requestDocuments", "firstLine")
            : wanted("settleDocumentation", "tickControlPoint", "firstLine"),
        ],
      ],
      wanted("offerHandover", "offerHandover", "firstLine"),
    ),
  handover: () => [wanted("answerHandover", "acceptHandover", "secondLine")],
  assessment: (facts, circumstances) =>
    inOrder(
      facts,
      circumstances,
      [
        ["identityConfirmedByPerson", wanted("confirmIdentity", "askSender", "secondLine")],
        ["trackChosen", wanted("chooseTrack", "chooseTrack", "secondLine")],
        ["trackDemandsMet", wanted("meetTrackDemands", "recordFinding", "secondLine")],
        ["outcomeProposed", wanted("proposeOutcome", "proposeOutcome", "secondLine")],
        ["secondReaderAgrees", reading(facts)],
      ],
      wanted("concludeAssessment", "concludeAssessment", "secondLine"),
    ),
  preNotice: ({ state }, { today }) => (state.stage === "preNotice" ? [hearingAction(state, today)] : []),
  decision: (facts, circumstances) =>
    facts.state.stage === "decision" ? decisionActions(facts, facts.state, circumstances) : [],
  effectuation: effectuationActions,
};

/** Criteria that time or others meet: what is waited for has an action of its own. */
const WAITED_FOR: readonly PredicateName[] = [
  "noRequestWaiting",
  "noQuestionWaiting",
  "documentationSettled",
];

/**
 * The action for the first criterion of an act that does not hold: the one named for it, or the act that mends it; the
 * act itself where all hold. While something is waited for only the named ones count: a look-up made now would be old by
 * then; and where none of them lacks, there is nothing but to wait.
 */
function inOrder(
  facts: CaseFacts,
  circumstances: Circumstances,
  named: readonly (readonly [PredicateName, WantedAction])[],
  goal: WantedAction & { readonly act: ActName },
): readonly WantedAction[] {
  const names = [...named.map(([name]) => name), ...ACTS[goal.act].requires];
  const lacking = names.filter((name) => PREDICATES[name].lacks(facts, circumstances));
  if (lacking.length === 0) return [goal];
  const waits =
    openRequests(facts.requests).length > 0 || facts.questions.some(({ ended }) => ended === null);
  const held = waits && lacking.some((name) => WAITED_FOR.includes(name));
  const ofOwn = (name: PredicateName) => named.find(([one]) => one === name)?.[1];
  const ours = lacking.find((name) => !held || (ofOwn(name) && !WAITED_FOR.includes(name)));
  if (ours === undefined) return [];
  const own = ofOwn(ours);
  const [mend = null] = PREDICATES[ours].mendedBy;
  return [own ?? wanted("meetCriterion", mend, goal.line, { params: { criterion: ours } })];
}

function reading({ secondReading }: CaseFacts): WantedAction {
  return secondReading === null
    ? wanted("readSecond", "readSecond", "secondLine", { role: "anotherOfficer" })
    : wanted("proposeAnew", "proposeOutcome", "secondLine");
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

function decisionActions(
  facts: CaseFacts,
  state: StateOf<"decision">,
  circumstances: Circumstances,
): readonly WantedAction[] {
  switch (state.phase) {
    case "toBeDrafted":
      return [wanted("draftDecision", "draftDecision", "secondLine")];
    case "drafted":
      return inOrder(facts, circumstances, [], wanted("submitDecision", "submitDecision", "secondLine"));
    case "returned":
      return [wanted("reviseDecision", "draftDecision", "secondLine")];
    case "submitted":
      return inOrder(
        facts,
        circumstances,
        [],
        wanted("approveDecision", "approveDecision", "secondLine", { role: "approver" }),
      );
    case "approved":
      return [wanted("sendDecision", "recordDecisionSent", "secondLine")];
  }
}
