import type { RefusalParams } from "../../../../platform/rules/refusal.ts";
import type { CaseFacts } from "../case-facts.ts";
import { canBeAppealed } from "../predicates/closing.ts";
import { DEFAULT_SETTINGS, type ProcedureSettings } from "../settings.ts";
import { APPEALABLE } from "../side/appeal.ts";
import { appealDeadlineOf, receiptOf } from "./appeal-deadline.ts";
import { addDays, addWorkingDays, dayOf } from "./calendar.ts";
import { ladderEndsOn, nextReminderOn } from "./reminders.ts";
import { timeSpent, waitsNow } from "./waiting.rules.ts";

/** Everything in a case that runs against a day. */
export const CLOCKS = [
  "stageTarget",
  "reminder",
  "reminderLadder",
  "senderAnswer",
  "preNoticeReply",
  "suspensionApproval",
  "suspensionEnds",
  "decisionReceipt",
  "imiEntry",
  "appealDeadline",
  "appealReassessment",
  "appealBoard",
  "pauseReview",
] as const;
export type ClockName = (typeof CLOCKS)[number];

/**
 * A clock that runs. `ours` is late when its day has passed; `theirs` is the time of others, and passes without blame;
 * what is to be done then is a next action of ours. Days are calendar days.
 */
export interface Clock {
  readonly name: ClockName;
  readonly whose: "ours" | "theirs";
  readonly startedOn: string;
  readonly dueOn: string;
  /** `waiting`: ours, and held while the case waits for others. `passed`: theirs, and over. */
  readonly status: "running" | "dueSoon" | "overdue" | "waiting" | "passed";
  /** The law sets it, not the organisation: nothing holds it. */
  readonly law?: string;
  readonly params?: RefusalParams;
}

/** Directive 2005/36/EC Art. 56a(3): within three days of the day the decision takes effect. */
const IMI_DAYS = 3;
/** Days after which the receipt of what was sent is asked for. */
const RECEIPT_DAYS = 14;
/** Days after which the appeals board is asked how it goes. */
const BOARD_DAYS = 90;

type Running = Omit<Clock, "status">;

/** Every clock of a case at an instant, first due first. A closed case has none. */
export function clocksOf(
  facts: CaseFacts,
  at: string,
  settings: ProcedureSettings = DEFAULT_SETTINGS,
): readonly Clock[] {
  if (facts.state.stage === "closed" || facts.state.stage === "unopened") return [];
  const today = dayOf(at);
  const held = waitsNow(facts).length > 0 || facts.pause !== null;
  return [
    ...stageTarget(facts, at, settings),
    ...documentClocks(facts, settings),
    ...hearingClocks(facts),
    ...suspensionClocks(facts, settings),
    ...effectuationClocks(facts),
    ...appealClocks(facts, settings),
    ...pauseClocks(facts),
  ]
    .map((clock) => ({ ...clock, status: statusOf(clock, today, held, settings) }))
    .sort((one, other) => one.dueOn.localeCompare(other.dueOn));
}

function statusOf(
  clock: Running,
  today: string,
  held: boolean,
  settings: ProcedureSettings,
): Clock["status"] {
  if (held && clock.name === "stageTarget") return "waiting";
  if (clock.dueOn < today) return clock.whose === "ours" ? "overdue" : "passed";
  return clock.dueOn <= addWorkingDays(today, settings.dueSoonDays) ? "dueSoon" : "running";
}

function stageTarget(facts: CaseFacts, at: string, settings: ProcedureSettings): readonly Running[] {
  const { stage } = facts.state;
  if (stage === "closed" || stage === "unopened") return [];
  const startedOn = dayOf(facts.stageSince);
  const target = settings.stageTargets[stage][facts.priority?.level ?? "normal"];
  const { theirs } = timeSpent(facts, facts.stageSince, at);
  const dueOn = addWorkingDays(startedOn, target + theirs);
  return [{ name: "stageTarget", whose: "ours", startedOn, dueOn, params: { stage, target, theirs } }];
}

function documentClocks({ requests, questions }: CaseFacts, settings: ProcedureSettings): readonly Running[] {
  return [
    ...requests.flatMap((request): readonly Running[] => {
      const params = { request: request.id, authority: request.authority };
      const startedOn = request.remindedOn.at(-1) ?? request.sentOn;
      const reminder = nextReminderOn(request, settings);
      if (reminder) return [{ name: "reminder", whose: "ours", startedOn, dueOn: reminder, params } as const];
      const end = ladderEndsOn(request, settings);
      return end ? [{ name: "reminderLadder", whose: "theirs", startedOn, dueOn: end, params }] : [];
    }),
    ...questions
      .filter(({ ended }) => ended === null)
      .map(
        ({ id, asked, answerBy }) =>
          ({
            name: "senderAnswer",
            whose: "theirs",
            startedOn: dayOf(asked.at),
            dueOn: answerBy,
            params: { question: id },
          }) as const,
      ),
  ];
}

function hearingClocks({ state }: CaseFacts): readonly Running[] {
  if (state.stage !== "preNotice" || state.phase !== "sent") return [];
  return [
    {
      name: "preNoticeReply",
      whose: "theirs",
      startedOn: state.sent.sentOn,
      dueOn: state.replyBy,
      law: "forvaltningsloven § 16",
    },
  ];
}

function suspensionClocks(
  { interimSuspension: suspension }: CaseFacts,
  settings: ProcedureSettings,
): readonly Running[] {
  const law = "helsepersonelloven § 58";
  const toApprove = (proposedAt: string): Running => ({
    name: "suspensionApproval",
    whose: "ours",
    startedOn: dayOf(proposedAt),
    dueOn: addWorkingDays(dayOf(proposedAt), settings.suspensionApprovalDays),
  });
  if (suspension.status === "proposed") return [toApprove(suspension.proposed.at)];
  if (suspension.status !== "inForce") return [];
  const { extension, effectiveFrom, until } = suspension;
  return [
    { name: "suspensionEnds", whose: "ours", startedOn: effectiveFrom, dueOn: until, law },
    ...(extension?.approved === null ? [toApprove(extension.proposed.at)] : []),
  ];
}

function effectuationClocks({ effectuation, decision }: CaseFacts): readonly Running[] {
  const imi = effectuation
    .filter(({ lines }) => lines.imiEntry === null)
    .map(
      ({ id, cause, effectiveFrom }) =>
        ({
          name: "imiEntry",
          whose: "ours",
          startedOn: effectiveFrom,
          dueOn: addDays(effectiveFrom, IMI_DAYS),
          law: "direktiv 2005/36/EF art. 56a nr. 3",
          params: { round: id, cause },
        }) as const,
    );
  if (!decision || decision.receivedOn) return imi;
  const startedOn = decision.sent.sentOn;
  return [
    ...imi,
    { name: "decisionReceipt", whose: "ours", startedOn, dueOn: addDays(startedOn, RECEIPT_DAYS) },
  ];
}

function appealClocks(facts: CaseFacts, settings: ProcedureSettings): readonly Running[] {
  return APPEALABLE.flatMap((against): readonly Running[] => {
    const appeal = facts.appeals[against];
    const params = { against };
    switch (appeal.status) {
      case "none": {
        const startedOn = receiptOf(facts, against);
        const dueOn = appealDeadlineOf(facts, against);
        if (!startedOn || !dueOn || !canBeAppealed(facts, against)) return [];
        return [
          {
            name: "appealDeadline",
            whose: "theirs",
            startedOn,
            dueOn,
            law: "forvaltningsloven § 29",
            params,
          },
        ];
      }
      case "received":
      case "reassessed": {
        const startedOn = appeal.receivedOn;
        const dueOn = addWorkingDays(startedOn, settings.appealReassessmentDays);
        return [{ name: "appealReassessment", whose: "ours", startedOn, dueOn, params }];
      }
      case "withBoard": {
        const startedOn = appeal.forwarded.sentOn;
        return [
          { name: "appealBoard", whose: "theirs", startedOn, dueOn: addDays(startedOn, BOARD_DAYS), params },
        ];
      }
      case "settled":
        return [];
    }
  });
}

function pauseClocks({ pause }: CaseFacts): readonly Running[] {
  if (!pause) return [];
  const { reason, paused, reviewOn } = pause;
  return [
    { name: "pauseReview", whose: "ours", startedOn: dayOf(paused.at), dueOn: reviewOn, params: { reason } },
  ];
}
