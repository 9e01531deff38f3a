import type { CaseFacts } from "../case-facts.ts";
import type { Circumstances } from "../circumstances.ts";
import { appealDeadlineOf } from "../clocks/appeal-deadline.ts";
import { addDays } from "../clocks/calendar.ts";
import { canBeAppealed } from "../predicates/closing.ts";
import { APPEALABLE, isPending } from "../side/appeal.ts";
import { outstandingLines } from "../side/effectuation.ts";
import { type WantedAction, wanted } from "./next-action.ts";

/** Directive 2005/36/EC Art. 56a(3): others are told within three days. */
const TELL_DAYS = 3;

/** What telling the world asks for, in whatever stage the duty arose. */
export function outstandingActions({ effectuation }: CaseFacts): readonly WantedAction[] {
  return effectuation
    .filter((round) => outstandingLines(round).length > 0)
    .map((round) =>
      wanted("effectuate", "recordEffectuation", "firstLine", {
        dueOn: round.lines.imiEntry === null ? addDays(round.effectiveFrom, TELL_DAYS) : null,
        params: { round: round.id, cause: round.cause, lines: outstandingLines(round).join(", ") },
      }),
    );
}

/** What the last stage asks for: receipts, the time for appeal, and closing when all is done. A pending appeal comes first. */
export function effectuationActions(facts: CaseFacts, { today }: Circumstances): readonly WantedAction[] {
  const { decision } = facts;
  if (APPEALABLE.some((against) => isPending(facts.appeals[against]))) return [];
  const receipt =
    decision && !decision.receivedOn && canBeAppealed(facts, "decision")
      ? [wanted("recordReceipt", "recordDecisionReceived", "firstLine")]
      : [];
  const deadlines = APPEALABLE.filter(
    (against) => canBeAppealed(facts, against) && facts.appeals[against].status === "none",
  ).flatMap((against) => appealDeadlineOf(facts, against) ?? []);
  const latest = deadlines.toSorted().at(-1);
  const appeal =
    latest !== undefined && latest >= today
      ? [wanted("awaitAppealDeadline", "closeCase", "firstLine", { dueOn: latest, waiting: true })]
      : [];
  const before = [...receipt, ...appeal];
  return before.length > 0 ? before : [wanted("closeCase", "closeCase", "firstLine")];
}
