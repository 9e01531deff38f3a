import type { CaseFacts } from "../case-facts.ts";
import type { Circumstances } from "../circumstances.ts";
import { appealDeadlineOf } from "../clocks/appeal-deadline.ts";
import { addDays } from "../clocks/calendar.ts";
import { canBeAppealed } from "../predicates/closing.ts";
import { PREDICATES } from "../predicates/index.ts";
import { APPEALABLE } from "../side/appeal.ts";
import { outstandingLines } from "../side/effectuation.ts";
import { ACTS } from "../table/index.ts";
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

/** What the last stage asks for: receipts, the time for appeal, and closing when nothing else is left to do. */
export function effectuationActions(facts: CaseFacts, circumstances: Circumstances): readonly WantedAction[] {
  const before = [...receiptActions(facts), ...appealTime(facts, circumstances), ...suspensionToEnd(facts)];
  const lacking = ACTS.closeCase.requires.some((name) => PREDICATES[name].lacks(facts, circumstances));
  return before.length > 0 || lacking ? before : [wanted("closeCase", "closeCase", "firstLine")];
}

function receiptActions(facts: CaseFacts): readonly WantedAction[] {
  const missing = facts.decision?.receivedOn === null && canBeAppealed(facts, "decision");
  return missing ? [wanted("recordReceipt", "recordDecisionReceived", "firstLine")] : [];
}

function appealTime(facts: CaseFacts, { today }: Circumstances): readonly WantedAction[] {
  const open = APPEALABLE.filter(
    (against) => canBeAppealed(facts, against) && facts.appeals[against].status === "none",
  );
  const latest = open
    .flatMap((against) => appealDeadlineOf(facts, against) ?? [])
    .toSorted()
    .at(-1);
  if (latest === undefined || latest < today) return [];
  return [wanted("awaitAppealDeadline", "closeCase", "firstLine", { dueOn: latest, waiting: true })];
}

/** A decision of no reaction leaves a suspension without ground: somebody must lift it. */
function suspensionToEnd({ interimSuspension }: CaseFacts): readonly WantedAction[] {
  return interimSuspension.status === "inForce"
    ? [wanted("endSuspension", "liftInterimSuspension", "secondLine")]
    : [];
}
