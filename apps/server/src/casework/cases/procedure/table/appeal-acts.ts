import { refused } from "../../../../platform/rules/refusal.ts";
import { type ActTable, doneNow, moved } from "../acts/act.ts";
import { EITHER_LINE, SECOND_LINE } from "../acts/who.ts";
import type { CaseChanges, CaseFacts } from "../case-facts.ts";
import type { Done } from "../case-state.ts";
import type { Circumstances } from "../circumstances.ts";
import { appealDeadlineOf } from "../clocks/appeal-deadline.ts";
import { canBeAppealed } from "../predicates/closing.ts";
import { say } from "../sentence.ts";
import type { Appeal, Appealable, BoardOutcome, Reassessment, ReceivedAppeal } from "../side/appeal.ts";
import { OPEN_STAGES, STAGES } from "../stages.ts";
import { refuseAppealStanding, refuseFuture } from "./checks.ts";
import { withRound } from "./rounds.ts";

const TIME_LIMIT = "forvaltningsloven §§ 29–31";
const REASSESSMENT = "forvaltningsloven § 33";
const BOARD = "helsepersonelloven § 68 og kapittel 12";
const FROM_TRIAGE = STAGES.filter((stage) => stage !== "intake");

/** An appeal: the authority looks again itself, then the appeals board. What comes of it must be told the world again. */
export const APPEAL_ACTS: ActTable<
  "receiveAppeal" | "reassessAppeal" | "forwardAppeal" | "recordBoardOutcome"
> = {
  receiveAppeal: {
    name: say("Registrer klage mottatt", "Registrer klage motteken", "Receive an appeal"),
    does: "En klage på vedtaket eller på en midlertidig suspensjon registreres. Fristen er tre uker fra vedtaket kom frem; en klage etter fristen registreres som for sen og vurderes likevel. Kommer klagen i en avsluttet sak, går saken tilbake til iverksetting.",
    law: [TIME_LIMIT],
    from: FROM_TRIAGE,
    side: { matter: "appeal", status: ["none"] },
    to: ["effectuation"],
    movesFrom: ["closed"],
    by: EITHER_LINE,
    requires: [],
    event: "appealReceived",
    refuse: (facts, { against = "decision", receivedOn }, circumstances) => {
      if (!canBeAppealed(facts, against)) return refused("nothingToAppeal", TIME_LIMIT, { against });
      return (
        refuseAppealStanding(facts, against, ["none"]) ??
        refuseFuture(receivedOn, "receivedOn", circumstances)
      );
    },
    change: (facts, { against = "decision", receivedOn, attachmentId = null }, circumstances) => {
      const deadline = appealDeadlineOf(facts, against);
      const late = deadline !== undefined && receivedOn > deadline;
      return {
        ...withAppeal(facts, against, {
          status: "received",
          received: doneNow(circumstances),
          receivedOn,
          attachmentId,
          late,
        }),
        ...(facts.state.stage === "closed" && moved({ stage: "effectuation" }, circumstances)),
      };
    },
  },
  reassessAppeal: {
    name: say("Vurder klagen selv", "Vurder klaga sjølv", "Reassess the appeal"),
    does: "Myndigheten vurderer vedtaket på nytt: opprettholder det, endrer det, opphever det eller avviser klagen. Opprettholdes det, skal klagen til klagenemnda. Endres eller oppheves det, må endringen iverksettes.",
    law: [REASSESSMENT],
    from: OPEN_STAGES,
    side: { matter: "appeal", status: ["received"] },
    to: [],
    by: SECOND_LINE,
    requires: [],
    event: "appealReassessed",
    refuse: (facts, { against = "decision" }) => refuseAppealStanding(facts, against, ["received"]),
    change: (facts, { against = "decision", result }, circumstances) => {
      const appeal = facts.appeals[against];
      if (appeal.status !== "received") return {};
      const done = doneNow(circumstances);
      const { status: _received, ...received } = appeal;
      if (result !== "upheld")
        return settle(facts, { against, by: "authority", result, forwarded: null, received }, circumstances);
      return withAppeal(facts, against, {
        status: "reassessed",
        reassessed: { ...done, result },
        ...received,
      });
    },
  },
  forwardAppeal: {
    name: say("Send klagen til klagenemnda", "Send klaga til klagenemnda", "Forward the appeal"),
    does: "Klagen sendes til klagenemnda når forsendelsen er bekreftet.",
    law: [REASSESSMENT, BOARD],
    from: OPEN_STAGES,
    side: { matter: "appeal", status: ["reassessed"] },
    to: [],
    by: SECOND_LINE,
    requires: [],
    event: "appealForwarded",
    refuse: (facts, { against = "decision", sentOn }, circumstances) =>
      refuseAppealStanding(facts, against, ["reassessed"]) ?? refuseFuture(sentOn, "sentOn", circumstances),
    change: (facts, { against = "decision", sentOn }, circumstances) => {
      const appeal = facts.appeals[against];
      if (appeal.status !== "reassessed") return {};
      const { status: _status, reassessed: _reassessed, ...received } = appeal;
      return withAppeal(facts, against, {
        status: "withBoard",
        forwarded: { ...doneNow(circumstances), sentOn },
        ...received,
      });
    },
  },
  recordBoardOutcome: {
    name: say("Registrer nemndas avgjørelse", "Registrer avgjerda til nemnda", "Record the board's outcome"),
    does: "Nemndas avgjørelse registreres. Stadfestes vedtaket, endres ingenting. Endres eller oppheves det, må endringen iverksettes. Sendes saken tilbake, går den til ny realitetsbehandling.",
    law: [BOARD],
    from: OPEN_STAGES,
    side: { matter: "appeal", status: ["withBoard"] },
    to: ["assessment"],
    movesFrom: ["effectuation"],
    by: EITHER_LINE,
    requires: [],
    event: "appealDecided",
    refuse: (facts, { against = "decision", decidedOn }, circumstances) =>
      refuseAppealStanding(facts, against, ["withBoard"]) ??
      refuseFuture(decidedOn, "decidedOn", circumstances),
    change: (facts, { against = "decision", outcome }, circumstances) => {
      const appeal = facts.appeals[against];
      if (appeal.status !== "withBoard") return {};
      const { status: _status, forwarded, ...received } = appeal;
      return settle(facts, { against, by: "board", result: outcome, forwarded, received }, circumstances);
    },
  },
};

function withAppeal({ appeals }: CaseFacts, against: Appealable, appeal: Appeal): CaseChanges {
  return { appeals: { ...appeals, [against]: appeal } };
}

interface Settlement {
  readonly against: Appealable;
  readonly by: "authority" | "board";
  readonly result: Reassessment | BoardOutcome;
  readonly forwarded: (Done & { readonly sentOn: string }) | null;
  readonly received: ReceivedAppeal;
}

function settle(
  facts: CaseFacts,
  { against, by, result, forwarded, received }: Settlement,
  circumstances: Circumstances,
): CaseChanges {
  const settled = doneNow(circumstances);
  const ended = withAppeal(facts, against, {
    status: "settled",
    by,
    result,
    forwarded,
    settled,
    ...received,
  });
  if (result === "upheld" || result === "rejected") return ended;
  const effectuation = withRound(facts.effectuation, "appealOutcome", circumstances.today);
  if (against === "interimSuspension")
    return { ...ended, effectuation, ...suspensionAfter(facts, result, settled) };
  if (result !== "returned")
    return {
      ...ended,
      effectuation,
      decision: facts.decision && { ...facts.decision, afterAppeal: { ...settled, result } },
    };
  return { ...ended, effectuation, ...sentBack(facts, circumstances) };
}

/** An annulled suspension ends; a changed one goes on as it stands, and the change is told. */
function suspensionAfter(
  { interimSuspension }: CaseFacts,
  result: Reassessment | BoardOutcome,
  ended: Done,
): CaseChanges {
  if (result === "changed" || interimSuspension.status !== "inForce") return {};
  const { sent, receivedOn } = interimSuspension;
  return { interimSuspension: { status: "ended", how: "appealed", ended, sent, receivedOn } };
}

/** The board sent the case back: the decision is set aside, and everything that led to it is looked at anew. */
function sentBack(facts: CaseFacts, circumstances: Circumstances): CaseChanges {
  const done = doneNow(circumstances);
  return {
    appeals: { ...facts.appeals, decision: { status: "none" } },
    decision: null,
    formerDecisions: facts.decision ? [...facts.formerDecisions, facts.decision] : facts.formerDecisions,
    proposal: null,
    secondReading: null,
    hearing: null,
    ...moved(
      { stage: "assessment", accepted: done, reconsidered: { ...done, reason: "appealReturned" } },
      circumstances,
    ),
  };
}
