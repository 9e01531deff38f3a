import { z } from "zod";
import { caseFlag, casePriority, legalTrack, lookUpAnswer, lookUpRegister } from "./cases-terms.ts";
import { calendarDate, instant } from "./route.ts";

const id = z.number().int().positive();
const reason = z.string().trim().min(3, "reasonTooShort").max(4000);
const text = z.string().trim().min(1, "textMissing").max(20_000);
const line = z.string().trim().min(1, "textMissing").max(300);
const attachmentId = id.optional();

const act = <const N extends string, S extends z.ZodRawShape>(name: N, shape: S) =>
  z.object({ act: z.literal(name), ...shape });

const reasoned = <const N extends string>(name: N) => act(name, { reason });
const bare = <const N extends string>(name: N) => act(name, {});

/** The acts of the procedure with what each takes. Whether one may be done is decided by the procedure's table. */
export const caseAct = z
  .discriminatedUnion("act", [
    act("joinAlert", { alertId: id, reason: reason.optional() }),
    act("takeAlertApart", { alertId: id, reason }),
    act("setFlag", { flag: caseFlag, reason }),
    act("clearFlag", { flag: caseFlag, reason }),
    act("recordLookUp", {
      register: lookUpRegister,
      purpose: line,
      answer: lookUpAnswer,
      evidence: z.record(z.string().max(100), z.string().max(4000)).default({}),
    }),
    /** Varde asks the mirror of HPR itself and keeps the answer. */
    bare("lookUpHpr"),
    bare("setPriority"),
    act("overridePriority", { priority: casePriority, reason }),
    bare("finishTriage"),
    act("requestDocuments", {
      authority: line,
      country: z.string().length(2),
      wanted: text,
      answerBy: calendarDate.optional(),
    }),
    act("recordDocumentsReceived", {
      requestId: id,
      attachmentIds: z.array(id).max(50).default([]),
      note: text.optional(),
    }),
    act("recordDocumentsPartly", {
      requestId: id,
      attachmentIds: z.array(id).max(50).default([]),
      note: text,
    }),
    act("recordCannotShare", { requestId: id, reason }),
    act("recordNoAnswer", { requestId: id, reason }),
    act("recordTranslation", { attachmentId, outcome: z.enum(["notNeeded", "made"]), note: text.optional() }),
    act("offerHandover", { note: text.optional() }),
    bare("acceptHandover"),
    reasoned("returnHandover"),
    reasoned("withdrawHandover"),
    act("chooseTrack", { track: legalTrack, reason }),
    act("recordFinding", {
      text,
      source: z.object({
        kind: z.enum(["attachment", "alert", "lookUp"]),
        id,
        place: z.string().trim().max(200).nullable().default(null),
      }),
    }),
    act("proposeOutcome", { outcome: z.string().max(50), reason }),
    act("readSecond", { agrees: z.boolean(), reason }),
    bare("concludeAssessment"),
    act("sendPreNotice", { sentOn: calendarDate, deadline: calendarDate, channel: line }),
    act("recordPreNoticeReply", { receivedOn: calendarDate, text, attachmentId }),
    act("concludeHearing", { reason: reason.optional() }),
    act("draftDecision", {
      outcome: z.string().max(50),
      content: z.string().trim().min(1, "textMissing").max(100_000),
      conditions: z.array(text).max(30).default([]),
      legalBases: z.array(z.string().max(100)).max(20).default([]),
      effectiveOn: calendarDate.optional(),
    }),
    bare("submitDecision"),
    /** The hash of the content the approver has read; another content refuses the approval. */
    act("approveDecision", { contentHash: z.string().regex(/^[0-9a-f]{64}$/) }),
    reasoned("returnDecision"),
    act("recordDecisionSent", { sentOn: calendarDate, channel: line, proof: line }),
    act("recordDecisionReceived", { receivedOn: calendarDate, proof: line }),
    act("recordEffectuation", {
      line: z.string().max(50),
      notApplicable: z.boolean().default(false),
      evidence: text,
      attachmentId,
    }),
    bare("closeCase"),
    act("dismissCase", { ground: z.enum(["notSamePerson", "notRelevantInNorway", "notAuthorised"]), reason }),
    reasoned("reopenCase"),
    act("imposeInterimSuspension", { scope: z.enum(["full", "limited"]), until: calendarDate, reason }),
    act("approveInterimSuspension", { contentHash: z.string().optional() }),
    reasoned("liftInterimSuspension"),
    act("receiveAppeal", { receivedOn: calendarDate, text, attachmentId }),
    act("reassessAppeal", { upheld: z.boolean(), reason }),
    act("forwardAppeal", { sentOn: calendarDate }),
    act("recordBoardOutcome", {
      outcome: z.enum(["upheld", "changed", "annulled"]),
      decidedOn: calendarDate,
      reason,
    }),
    act("askSender", { question: text }),
    act("recordSenderAnswer", { answer: text, attachmentId }),
    act("receiveRenunciation", { receivedOn: calendarDate, text, attachmentId }),
    act("confirmRenunciation", { effectiveOn: calendarDate }),
    reasoned("withdrawRenunciation"),
    act("assign", { personId: z.uuid() }),
    bare("take"),
    act("give", { personId: z.uuid(), reason: reason.optional() }),
    act("pause", { reason: z.string().max(50), note: text.optional(), until: instant.optional() }),
    bare("resume"),
    act("tickControlPoint", { point: z.string().max(100), evidence: text }),
    act("clearControlPoint", { point: z.string().max(100), reason }),
    act("linkCases", { otherCase: id, reason }),
    act("unlinkCases", { otherCase: id, reason }),
  ])
  .meta({ id: "CaseAct" });
export type CaseAct = z.infer<typeof caseAct>;
export type CaseActInput = z.input<typeof caseAct>;
export type CaseActName = CaseAct["act"];
