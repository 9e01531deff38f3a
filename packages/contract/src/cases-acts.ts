import { z } from "zod";
import {
  caseFlag,
  caseLine,
  caseOutcome,
  casePriority,
  effectuationLine,
  legalTrack,
  lookUpAnswer,
  lookUpRegister,
  pauseReason,
  tickedPoint,
  words,
} from "./cases-terms.ts";
import { calendarDate } from "./route.ts";

const id = z.number().int().positive();
const reason = words(3, 4000, "reasonTooShort");
const text = words(1, 20_000);
const line = words(1, 300);
const country = z.string().regex(/^[A-Z]{2}$/, "countryCode");
/** A day within the reach of every calendar and clock. */
const day = calendarDate.refine((said) => said >= "1900-01-01" && said <= "2199-12-31", "dayOutOfReach");
const attachmentId = id.optional();
/** What a register tells that the priority counts. */
const COUNTED = ["worksInNorway", "worksWithPatients"];
const contentHash = z.string().regex(/^[0-9a-f]{64}$/, "contentHash");
const against = z.enum(["decision", "interimSuspension"]).optional();

const act = <const N extends string, S extends z.ZodRawShape>(name: N, shape: S) =>
  z.object({ act: z.literal(name), ...shape });
const reasoned = <const N extends string>(name: N) => act(name, { reason });
const bare = <const N extends string>(name: N) => act(name, {});

const triage = [
  act("joinAlert", { alertId: id, reason: reason.optional() }),
  act("takeAlertApart", { alertId: id, reason }),
  /** HPR and the prescribing right are asked by Varde itself; `answer` and `evidence` are for the other registers. */
  act("recordLookUp", {
    register: lookUpRegister,
    purpose: line,
    answer: lookUpAnswer.optional(),
    /** `worksInNorway` and `worksWithPatients` ("yes", "no") count in the priority. */
    evidence: z
      .record(words(1, 100), words(0, 4000))
      .refine((told) => COUNTED.every((fact) => [undefined, "", "yes", "no"].includes(told[fact])), "yesOrNo")
      .default({}),
  }),
  act("establishBasisCountry", { country, evidence: text }),
  bare("setPriority"),
  act("overridePriority", { priority: casePriority, reason }),
  bare("finishTriage"),
] as const;

const documentation = [
  act("requestDocuments", { authority: line, country, wanted: text }),
  act("recordReminder", { requestId: id, sentOn: day }),
  act("recordDocumentsReceived", { requestId: id, note: text.optional() }),
  act("recordDocumentsPartly", { requestId: id, note: text }),
  act("recordCannotShare", { requestId: id, reason }),
  act("recordNoAnswer", { requestId: id, reason }),
  act("recordTranslation", {
    attachmentId,
    outcome: z.enum(["made", "notNeeded"]),
    note: text.optional(),
  }),
  act("offerHandover", { note: text.optional() }),
  bare("acceptHandover"),
  reasoned("returnHandover"),
  reasoned("withdrawHandover"),
] as const;

const assessment = [
  act("chooseTrack", { track: legalTrack, reason }),
  act("recordFinding", {
    text,
    source: z.object({
      kind: z.enum(["attachment", "alert", "lookUp"]),
      id,
      /** Page, line or field. */
      place: words(1, 200).nullable().default(null),
    }),
  }),
  act("proposeOutcome", {
    outcome: caseOutcome.extract([
      "revocation",
      "suspension",
      "limitedSuspension",
      "limitation",
      "lossOfPrescribingRight",
      "order",
      "noReaction",
    ]),
    reason,
  }),
  act("readSecond", { agrees: z.boolean(), reason }),
  bare("concludeAssessment"),
  act("sendPreNotice", { sentOn: day, deadline: day, channel: line, proof: line }),
  act("recordPreNoticeReply", { receivedOn: day, attachmentId }),
  reasoned("waivePreNotice"),
  act("concludeHearing", { reason: reason.optional() }),
  reasoned("reconsider"),
] as const;

const deciding = [
  act("draftDecision", {
    outcome: caseOutcome,
    letter: words(1, 100_000),
    conditions: z.array(text).max(30).default([]),
    /** Keys of legal bases. */
    legalBases: z.array(words(1, 100)).max(20).default([]),
    effectiveOn: day.optional(),
  }),
  bare("submitDecision"),
  /** Of the content the approver has read; another content refuses the approval. */
  act("approveDecision", { contentHash }),
  reasoned("returnDecision"),
  act("recordDecisionSent", { sentOn: day, channel: line, proof: line, contentHash }),
  act("recordDecisionReceived", { receivedOn: day }),
  act("recordEffectuation", {
    line: effectuationLine,
    notApplicable: z.boolean().default(false),
    evidence: text,
    attachmentId,
    round: id.optional(),
  }),
  bare("closeCase"),
  act("proposeDismissal", {
    ground: caseOutcome.extract(["notSamePerson", "notRelevantInNorway", "notAuthorised"]),
    reason,
  }),
  act("dismissCase", {
    ground: caseOutcome.extract(["notSamePerson", "notRelevantInNorway", "notAuthorised"]),
  }),
  reasoned("rejectDismissal"),
  reasoned("reopenCase"),
] as const;

const sideMatters = [
  act("imposeInterimSuspension", {
    scope: z.enum(["full", "limited"]),
    until: day,
    letter: text,
    reason,
  }),
  act("approveInterimSuspension", { contentHash }),
  reasoned("returnInterimSuspension"),
  act("recordSuspensionSent", { sentOn: day, channel: line, proof: line }),
  act("recordSuspensionReceived", { receivedOn: day }),
  act("extendInterimSuspension", { until: day, letter: text, reason }),
  reasoned("liftInterimSuspension"),
  act("receiveAppeal", { against, receivedOn: day, attachmentId }),
  act("reassessAppeal", {
    against,
    result: z.enum(["upheld", "changed", "annulled", "rejected"]),
    reason,
  }),
  act("forwardAppeal", { against, sentOn: day }),
  act("recordBoardOutcome", {
    against,
    outcome: z.enum(["upheld", "changed", "annulled", "returned"]),
    decidedOn: day,
    reason,
  }),
  act("askSender", { question: text, alertId: id.optional(), answerBy: day.optional() }),
  act("recordSenderAnswer", {
    questionId: id.optional(),
    outcome: z.enum(["answered", "cannotSay", "noAnswer"]).optional(),
    attachmentId,
  }),
  act("receiveRenunciation", { receivedOn: day, attachmentId }),
  act("confirmRenunciation", { effectiveOn: day }),
  reasoned("withdrawRenunciation"),
] as const;

const work = [
  act("assign", { personId: z.uuid(), line: caseLine.optional() }),
  bare("take"),
  act("give", { personId: z.uuid() }),
  act("pause", { reason: pauseReason, note: text.optional(), until: day }),
  bare("resume"),
  act("setFlag", { flag: caseFlag, reason }),
  act("clearFlag", { flag: caseFlag, reason }),
  act("tickControlPoint", { point: tickedPoint, evidence: text }),
  act("clearControlPoint", { point: tickedPoint, reason }),
  act("linkCases", { otherCase: id, reason }),
  act("unlinkCases", { otherCase: id, reason }),
] as const;

/**
 * The acts of the procedure with what each takes; opening a case has a route of its own. Whether one may be done is
 * decided by the procedure's table.
 */
export const caseAct = z
  .discriminatedUnion("act", [
    ...triage,
    ...documentation,
    ...assessment,
    ...deciding,
    ...sideMatters,
    ...work,
  ])
  .meta({ id: "CaseAct" });
export type CaseAct = z.infer<typeof caseAct>;
/** An act as a caller writes it. */
export type CaseActInput = z.input<typeof caseAct>;
export type CaseActName = CaseAct["act"];
