import { z } from "zod";
import {
  caseFlag,
  caseOutcome,
  casePriority,
  documentRequestOutcome,
  effectuationLine,
  legalTrack,
  pauseReason,
  tickedPoint,
} from "./cases-terms.ts";
import { calendarDate, instant } from "./route.ts";

/** What the procedure holds of a case, in the shape its rules use. */

const int = z.number().int();
const list = <T extends z.ZodType>(item: T) => z.array(item).readonly();

const personRef = z.object({ id: z.string(), name: z.string() });
/** Who did it, in whose place where a stand-in did, and whether the machine did it itself. */
export const doer = z
  .object({
    actor: personRef,
    onBehalfOf: personRef.optional(),
    robot: z.literal(true).optional(),
  })
  .meta({ id: "CaseDoer" });
const done = z.object({ by: doer, at: instant }).meta({ id: "CaseDone" });
const reasoned = done.extend({ reason: z.string() });
const stage = <const S extends string, T extends z.ZodRawShape>(name: S, holds: T) =>
  z.object({ stage: z.literal(name), ...holds });

const attachmentId = int.nullable();
const sentLetter = done
  .extend({ sentOn: calendarDate, channel: z.string(), proof: z.string() })
  .meta({ id: "CaseSentLetter" });
const letterReply = done.extend({ attachmentId, receivedOn: calendarDate });

const decisionContent = z
  .object({
    version: int,
    /** SHA-256 of the letter and everything that is decided: what approval is bound to. */
    contentHash: z.string(),
    outcome: caseOutcome,
    legalBases: list(z.string()),
    conditions: list(z.string()),
    effectiveFrom: calendarDate.nullable(),
    authors: list(done),
  })
  .meta({ id: "CaseDecisionContent" });

/** Where a case stands: each stage with what it holds. */
export const caseState = z
  .union([
    stage("intake", {}),
    stage("triage", {}),
    stage("documentation", { returned: reasoned.nullable() }),
    stage("handover", { offered: done, note: z.string() }),
    stage("assessment", { accepted: done, reconsidered: reasoned.nullable() }),
    stage("preNotice", { phase: z.literal("toBeSent") }),
    stage("preNotice", { phase: z.literal("sent"), sent: sentLetter, replyBy: calendarDate }),
    stage("preNotice", {
      phase: z.literal("replied"),
      sent: sentLetter,
      replyBy: calendarDate,
      reply: letterReply,
    }),
    stage("decision", { phase: z.literal("toBeDrafted") }),
    stage("decision", { phase: z.literal("drafted"), content: decisionContent }),
    stage("decision", { phase: z.literal("submitted"), content: decisionContent, submitted: done }),
    stage("decision", { phase: z.literal("returned"), content: decisionContent, returned: reasoned }),
    stage("decision", {
      phase: z.literal("approved"),
      content: decisionContent,
      submitted: done,
      approved: done,
    }),
    stage("effectuation", {}),
    stage("closed", { ...done.shape, outcome: caseOutcome }),
  ])
  .meta({ id: "CaseState" });
export type CaseStateView = z.infer<typeof caseState>;

const scope = z.enum(["full", "limited"]);
const suspensionProposal = z.object({
  scope,
  reason: z.string(),
  /** The last day it counts. */
  until: calendarDate,
  contentHash: z.string(),
  proposed: done,
});
const delivery = { sent: sentLetter.nullable(), receivedOn: calendarDate.nullable() };
const status = <const S extends string, T extends z.ZodRawShape>(name: S, holds: T) =>
  z.object({ status: z.literal(name), ...holds });

/** Suspension while the case is handled, with its own clocks. */
export const interimSuspension = z
  .discriminatedUnion("status", [
    status("none", {}),
    status("proposed", suspensionProposal.shape),
    status("inForce", {
      scope,
      imposed: suspensionProposal,
      approved: done,
      effectiveFrom: calendarDate,
      until: calendarDate,
      /** It can be extended once: the proposal that waits for approval, or the one that was approved. */
      extension: suspensionProposal.extend({ approved: done.nullable() }).nullable(),
      ...delivery,
    }),
    status("ended", {
      how: z.enum(["lifted", "replacedByDecision", "ranOut", "appealed"]),
      ended: done,
      ...delivery,
    }),
  ])
  .meta({ id: "CaseInterimSuspension" });

const receivedAppeal = {
  received: done,
  attachmentId,
  receivedOn: calendarDate,
  late: z.boolean(),
};
const appealResult = z.enum(["upheld", "changed", "annulled", "rejected", "returned"]);
/** One appeal, from its arrival to the end of it. */
export const appeal = z
  .discriminatedUnion("status", [
    status("none", {}),
    status("received", receivedAppeal),
    status("reassessed", { ...receivedAppeal, reassessed: done.extend({ result: z.literal("upheld") }) }),
    status("withBoard", { ...receivedAppeal, forwarded: done.extend({ sentOn: calendarDate }) }),
    status("settled", {
      ...receivedAppeal,
      by: z.enum(["authority", "board"]),
      result: appealResult,
      settled: done,
    }),
  ])
  .meta({ id: "CaseAppeal" });

/** The professional gives up the authorisation. */
export const renunciation = z
  .discriminatedUnion("status", [
    status("none", {}),
    status("received", { received: done, attachmentId, receivedOn: calendarDate }),
    status("confirmed", {
      attachmentId,
      receivedOn: calendarDate,
      confirmed: done,
      effectiveFrom: calendarDate,
    }),
    status("withdrawn", { withdrawn: done, reason: z.string() }),
  ])
  .meta({ id: "CaseRenunciation" });

const lineDone = done.extend({
  applicable: z.boolean(),
  evidence: z.string(),
  attachmentId,
});
const effectuationRound = z.object({
  id: int,
  cause: z.enum([
    "decision",
    "renunciation",
    "interimSuspension",
    "suspensionExtended",
    "suspensionEnded",
    "appealOutcome",
  ]),
  effectiveFrom: calendarDate,
  /** A line that is null is outstanding; one that is absent is no duty of this round. */
  lines: z.partialRecord(effectuationLine, lineDone.nullable()),
});

const computedPriority = z.object({
  level: casePriority,
  score: z.number(),
  /** What speaks for haste, with its weight. */
  facts: list(z.object({ fact: z.string(), weight: z.number() })),
});

const sentDecision = z.object({
  content: decisionContent,
  submitted: done,
  approved: done,
  sent: sentLetter,
  receivedOn: calendarDate.nullable(),
  /** What an appeal made of it. */
  afterAppeal: done.extend({ result: z.enum(["changed", "annulled"]) }).nullable(),
});

/** What the procedure knows of a case beyond its state: what has been found, proposed, decided and told. */
export const caseProcedure = z
  .object({
    state: caseState,
    reopenings: int,
    flags: list(caseFlag),
    priority: done
      .extend({
        level: casePriority,
        computed: computedPriority,
        override: z.object({ reason: z.string() }).nullable(),
      })
      .nullable(),
    ticks: z.partialRecord(tickedPoint, done.extend({ evidence: z.string() })),
    translations: list(
      done.extend({ attachmentId, outcome: z.enum(["made", "notNeeded"]), note: z.string().nullable() }),
    ),
    requests: list(
      z.object({
        id: int,
        country: z.string(),
        authority: z.string(),
        wanted: z.string(),
        asked: done,
        sentOn: calendarDate,
        remindedOn: list(calendarDate),
        ended: done.extend({ outcome: documentRequestOutcome, note: z.string().nullable() }).nullable(),
      }),
    ),
    questions: list(
      z.object({
        id: int,
        alertId: int.nullable(),
        asked: done,
        question: z.string(),
        answerBy: calendarDate,
        ended: done
          .extend({ answer: z.enum(["answered", "cannotSay", "noAnswer"]), attachmentId })
          .nullable(),
      }),
    ),
    track: reasoned.extend({ track: legalTrack }).nullable(),
    findings: list(
      done.extend({
        id: int,
        text: z.string(),
        source: z.object({
          kind: z.enum(["attachment", "alert", "lookUp"]),
          id: int,
          place: z.string().nullable(),
        }),
      }),
    ),
    proposal: z.object({ outcome: caseOutcome, reason: z.string(), proposed: done }).nullable(),
    secondReading: done.extend({ agrees: z.boolean(), reason: z.string() }).nullable(),
    hearing: z
      .object({ sent: sentLetter.nullable(), reply: letterReply.nullable(), waived: reasoned.nullable() })
      .nullable(),
    decision: sentDecision.nullable(),
    /** Decisions a reopening or an appeal set aside, oldest first. */
    formerDecisions: list(sentDecision),
    effectuation: list(effectuationRound),
    interimSuspension,
    appeals: z.object({ decision: appeal, interimSuspension: appeal }),
    renunciation,
    dismissal: z.object({ outcome: caseOutcome, reason: z.string(), proposed: done }).nullable(),
    pause: z
      .object({ reason: pauseReason, note: z.string().nullable(), paused: done, reviewOn: calendarDate })
      .nullable(),
    /** Pauses that are over, oldest first. */
    formerPauses: list(z.object({ reason: pauseReason, from: instant, until: instant })),
  })
  .meta({ id: "CaseProcedure" });
export type CaseProcedureView = z.infer<typeof caseProcedure>;
export { computedPriority };
