import type { CaseFacts } from "../case-facts.ts";
import type { Circumstances } from "../circumstances.ts";
import { addDays, addWorkingDays, dayOf } from "../clocks/calendar.ts";
import { ladderEndsOn, nextReminderOn } from "../clocks/reminders.ts";
import { openRequests } from "../facts/documentation.ts";
import { APPEALABLE } from "../side/appeal.ts";
import { type Line, STAGE } from "../stages.ts";
import { type WantedAction, wanted } from "./next-action.ts";

/** Days before its end a suspension is looked at, so that it neither runs out unseen nor is extended in haste. */
const SUSPENSION_REVIEW_DAYS = 30;

/** What the side matters ask for, beside the stage. */
export function sideActions(facts: CaseFacts, circumstances: Circumstances): readonly WantedAction[] {
  return [
    ...requestActions(facts, circumstances),
    ...suspensionActions(facts, circumstances),
    ...appealActions(facts, circumstances),
    ...declarationActions(facts, circumstances),
    ...workActions(facts),
  ];
}

/** What each request abroad waits for: an answer, a reminder, or the process owner's word that the case goes on. */
function requestActions(facts: CaseFacts, { settings, today }: Circumstances): readonly WantedAction[] {
  const line = lineOf(facts);
  return openRequests(facts.requests).map((request) => {
    const params = { request: request.id, authority: request.authority };
    const reminder = nextReminderOn(request, settings);
    const dueOn = reminder ?? ladderEndsOn(request, settings) ?? today;
    if (dueOn > today)
      return wanted("awaitDocuments", "recordDocumentsReceived", line, { dueOn, params, waiting: true });
    return reminder === undefined
      ? wanted("decideWithoutAnswer", "recordNoAnswer", line, { dueOn, params, role: "processOwner" })
      : wanted("remindAuthority", "recordReminder", line, { dueOn, params });
  });
}

function suspensionActions(
  { interimSuspension: suspension }: CaseFacts,
  { settings, today }: Circumstances,
): readonly WantedAction[] {
  const approve = (proposedAt: string) =>
    wanted("approveSuspension", "approveInterimSuspension", "secondLine", {
      role: "approver",
      dueOn: addWorkingDays(dayOf(proposedAt), settings.suspensionApprovalDays),
    });
  if (suspension.status === "proposed") return [approve(suspension.proposed.at)];
  if (suspension.status === "ended" && suspension.sent && !suspension.receivedOn)
    return [wanted("recordSuspensionReceipt", "recordSuspensionReceived", "secondLine")];
  if (suspension.status !== "inForce") return [];
  const { extension, sent, receivedOn, until, effectiveFrom } = suspension;
  const letter = sent
    ? wanted("recordSuspensionReceipt", "recordSuspensionReceived", "secondLine")
    : wanted("sendSuspension", "recordSuspensionSent", "secondLine", { dueOn: effectiveFrom });
  const reviewOn = addDays(until, -SUSPENSION_REVIEW_DAYS);
  const end =
    until < today
      ? wanted("endSuspension", "liftInterimSuspension", "secondLine", { dueOn: until })
      : wanted("reviewSuspension", "extendInterimSuspension", "secondLine", {
          dueOn: until,
          ...(reviewOn > today && { waiting: true as const }),
        });
  return [
    ...(extension?.approved === null ? [approve(extension.proposed.at)] : []),
    ...(receivedOn ? [] : [letter]),
    end,
  ];
}

function appealActions({ appeals }: CaseFacts, { settings }: Circumstances): readonly WantedAction[] {
  return APPEALABLE.flatMap((against): readonly WantedAction[] => {
    const appeal = appeals[against];
    const params = { against };
    switch (appeal.status) {
      case "received":
      case "reassessed": {
        const dueOn = addWorkingDays(appeal.receivedOn, settings.appealReassessmentDays);
        return appeal.status === "received"
          ? [wanted("reassessAppeal", "reassessAppeal", "secondLine", { dueOn, params })]
          : [wanted("forwardAppeal", "forwardAppeal", "secondLine", { dueOn, params })];
      }
      case "withBoard":
        return [wanted("awaitBoard", "recordBoardOutcome", "secondLine", { params, waiting: true })];
      case "none":
      case "settled":
        return [];
    }
  });
}

function declarationActions(facts: CaseFacts, { today }: Circumstances): readonly WantedAction[] {
  const line = lineOf(facts);
  return [
    ...facts.questions
      .filter(({ ended }) => ended === null)
      .map(({ id, answerBy }) =>
        answerBy < today
          ? wanted("recordSenderAnswer", "recordSenderAnswer", line, {
              dueOn: answerBy,
              params: { question: id },
            })
          : wanted("awaitSender", "recordSenderAnswer", line, {
              dueOn: answerBy,
              params: { question: id },
              waiting: true,
            }),
      ),
    ...(facts.renunciation.status === "received"
      ? [wanted("answerRenunciation", "confirmRenunciation", "secondLine")]
      : []),
    ...(facts.dismissal
      ? [wanted("decideDismissal", "dismissCase", line, { role: "processOwner" as const })]
      : []),
  ];
}

function workActions(facts: CaseFacts): readonly WantedAction[] {
  const line = lineOf(facts);
  return facts.tasks.map(({ id, title, dueOn }) =>
    wanted("doTask", null, line, { dueOn, params: { task: id, title } }),
  );
}

/** The line that does what belongs to no line of its own: the one that owns the case. */
export function lineOf({ state }: CaseFacts): Line {
  return (state.stage === "unopened" ? undefined : STAGE[state.stage].owners.at(-1)) ?? "firstLine";
}
