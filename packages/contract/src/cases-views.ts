import { z } from "zod";
import {
  caseFlag,
  casePriority,
  caseStage,
  decisionState,
  documentRequestState,
  legalTrack,
  lookUpAnswer,
  lookUpRegister,
} from "./cases-terms.ts";
import { alertRow } from "./identification.ts";
import { registerPerson } from "./registers.ts";
import { calendarDate, instant } from "./route.ts";

const id = z.number().int();
const params = z.record(z.string(), z.union([z.string(), z.number()]));

/** A person of the organisation, or whoever else acted: a job or a user of the command line, who have no id. */
export const caseActor = z.object({
  id: z.string().nullable(),
  name: z.string(),
  kind: z.enum(["person", "job", "cli", "service"]),
});
export type CaseActor = z.infer<typeof caseActor>;

/** What is to be done next in a case, by whom and when. `code` names it; the page has its words. */
export const nextAction = z.object({
  code: z.string(),
  params: params.optional(),
  owner: z.string().nullable(),
  unit: z.string(),
  due: instant.nullable(),
});

export const caseRow = z
  .object({
    id,
    /** "2026-0001": the year it was opened and its number in that year. */
    number: z.string(),
    hprNumber: id,
    surname: z.string().nullable(),
    forename: z.string().nullable(),
    birthDate: calendarDate.nullable(),
    profession: z.string().nullable(),
    countries: z.array(z.string()),
    stage: caseStage,
    stageSince: instant,
    openedAt: instant,
    closedAt: instant.nullable(),
    priority: casePriority.nullable(),
    flags: z.array(caseFlag),
    /** Codes of the units that own it: two while a handover is on offer. */
    units: z.array(z.string()),
    assignee: z.object({ id: z.string(), name: z.string() }).nullable(),
    /** The person whose case it is is away; in whose place the reader may act. */
    assigneeAbsent: z.boolean(),
    next: nextAction.nullable(),
    /** Whom the case waits for, and since when; absent while the work is ours. */
    waiting: z.object({ for: z.string(), since: instant }).nullable(),
    due: instant.nullable(),
    overdue: z.boolean(),
    alerts: z.number().int(),
    lastAct: id,
  })
  .meta({ id: "CaseRow" });
export type CaseRow = z.infer<typeof caseRow>;

/** Why an act may not be done: which criterion, the law behind it, and where in the case it is mended. */
export const actRefusal = z.object({
  code: z.string(),
  law: z.string().optional(),
  params: params.optional(),
  /** Part of the case page: "lookUps", "documents", "alerts" … */
  where: z.string().optional(),
});
export const caseAbility = z
  .discriminatedUnion("allowed", [
    z.object({
      allowed: z.literal(true),
      /** In whose place, where the reader would act as a stand-in. */
      onBehalfOf: z.object({ id: z.string(), name: z.string() }).optional(),
    }),
    z.object({ allowed: z.literal(false), reasons: z.array(actRefusal).min(1) }),
  ])
  .meta({ id: "CaseAbility" });
export type CaseAbility = z.infer<typeof caseAbility>;

/** A criterion of the procedure as it stands: met or not, by whom and when, and why not. */
export const controlPoint = z.object({
  code: z.string(),
  met: z.boolean(),
  /** In words, in the reader's language. */
  sentence: z.string(),
  reason: actRefusal.optional(),
  /** Whether a person may tick it; the others are settled by what the case holds. */
  byHand: z.boolean(),
  ticked: z.object({ by: caseActor, at: instant, evidence: z.string().nullable() }).nullable(),
});
export type ControlPointView = z.infer<typeof controlPoint>;

/** A named fact that weighs in the priority, with its weight and whether it holds (null: not known). */
export const priorityFact = z.object({
  code: z.string(),
  holds: z.boolean().nullable(),
  weight: z.number(),
  params: params.optional(),
});

export const lookUpView = z.object({
  id,
  register: lookUpRegister,
  at: instant,
  by: caseActor,
  purpose: z.string(),
  answer: lookUpAnswer,
  /** What the register said, as a plain list of names and values. */
  evidence: z.record(z.string(), z.unknown()),
});

export const documentRequestView = z.object({
  id,
  authority: z.string(),
  country: z.string(),
  wanted: z.string(),
  sentAt: instant,
  state: documentRequestState,
  settledAt: instant.nullable(),
  note: z.string().nullable(),
});

export const attachmentView = z.object({
  id,
  fileName: z.string(),
  mediaType: z.string(),
  size: z.number().int(),
  title: z.string().nullable(),
  language: z.string().nullable(),
  addedAt: instant,
  by: caseActor,
  /** Whether text could be read from it, to be shown and searched. */
  hasText: z.boolean(),
});
export type AttachmentView = z.infer<typeof attachmentView>;

/** A finding of fact, always tied to where it is read. */
export const findingView = z.object({
  id,
  text: z.string(),
  source: z.object({
    kind: z.enum(["attachment", "alert", "lookUp"]),
    id,
    /** Page, line or field. */
    place: z.string().nullable(),
  }),
  by: caseActor,
  at: instant,
});

/** The text of a legal basis as it stood on the day it was used. */
export const legalBasisText = z.object({
  code: z.string(),
  title: z.string(),
  text: z.string(),
  validFrom: calendarDate,
  validUntil: calendarDate.nullable(),
});

export const decisionContentView = z.object({
  id,
  version: z.number().int(),
  state: decisionState,
  outcome: z.string(),
  content: z.string(),
  conditions: z.array(z.string()),
  legalBases: z.array(legalBasisText),
  effectiveOn: calendarDate.nullable(),
  /** SHA-256 over everything that is decided: what approval is bound to. */
  contentHash: z.string(),
  author: caseActor,
  writtenAt: instant,
  approvedBy: caseActor.nullable(),
  approvedAt: instant.nullable(),
});
export type DecisionContentView = z.infer<typeof decisionContentView>;

export const effectuationLine = z.object({
  line: z.string(),
  state: z.enum(["open", "done", "notApplicable"]),
  evidence: z.string().nullable(),
  attachmentId: id.nullable(),
  by: caseActor.nullable(),
  at: instant.nullable(),
});

export const taskView = z.object({
  id,
  code: z.string(),
  /** Own words, where a person made the task. */
  title: z.string().nullable(),
  owner: z.object({ id: z.string(), name: z.string() }).nullable(),
  unit: z.string(),
  due: instant.nullable(),
  createdAt: instant,
  doneAt: instant.nullable(),
  doneBy: caseActor.nullable(),
});
export type TaskView = z.infer<typeof taskView>;

/** A clock of the case: the target of a stage, an appeal's deadline, a suspension's end. */
export const deadlineView = z.object({
  code: z.string(),
  startedAt: instant,
  due: instant,
  /** Stopped while the case waits for others. */
  paused: z.boolean(),
  metAt: instant.nullable(),
  overdue: z.boolean(),
});

export const noteView = z.object({
  id,
  text: z.string(),
  mentions: z.array(z.object({ id: z.string(), name: z.string() })),
  by: caseActor,
  at: instant,
});
export type NoteView = z.infer<typeof noteView>;

export const caseLink = z.object({
  caseId: id,
  number: z.string(),
  reason: z.string(),
  by: caseActor,
  at: instant,
});

/** Days of the case so far: ours, and those it waited for others. */
export const caseTime = z.object({ ours: z.number(), theirs: z.number(), between: z.number() });

/** A side matter of the case with its own states: suspension, appeal, question to the sender, renunciation. */
export const sideMatter = z.looseObject({ state: z.string() });

export const caseView = z
  .object({
    case: caseRow,
    person: registerPerson.nullable(),
    /** Everything the stage holds, as the procedure knows it. */
    state: z.looseObject({ stage: caseStage }),
    interimSuspension: sideMatter,
    appeal: sideMatter,
    questionToSender: sideMatter,
    renunciation: sideMatter,
    track: legalTrack.nullable(),
    proposedOutcome: z.string().nullable(),
    priority: z.object({
      computed: casePriority,
      score: z.number(),
      facts: z.array(priorityFact),
      overridden: z.object({ by: caseActor, reason: z.string(), at: instant }).nullable(),
    }),
    alerts: z.array(alertRow),
    lookUps: z.array(lookUpView),
    requests: z.array(documentRequestView),
    attachments: z.array(attachmentView),
    findings: z.array(findingView),
    decisions: z.array(decisionContentView),
    effectuation: z.array(effectuationLine),
    controlPoints: z.array(controlPoint),
    tasks: z.array(taskView),
    deadlines: z.array(deadlineView),
    notes: z.array(noteView),
    links: z.array(caseLink),
    time: caseTime,
    /** Every act of the procedure: may it be done now by the reader, and if not, why. */
    abilities: z.record(z.string(), caseAbility),
    /** The next most urgent case of the reader. */
    nextCase: id.nullable(),
  })
  .meta({ id: "CaseView" });
export type CaseView = z.infer<typeof caseView>;

/** One act in the history of a case. `before` and `after` hold what it changed, nothing else. */
export const caseHistoryEntry = z
  .object({
    id,
    act: z.string(),
    at: instant,
    by: caseActor,
    onBehalfOf: caseActor.nullable(),
    stageBefore: caseStage.nullable(),
    stageAfter: caseStage,
    law: z.string().nullable(),
    reason: z.string().nullable(),
    before: z.record(z.string(), z.unknown()),
    after: z.record(z.string(), z.unknown()),
  })
  .meta({ id: "CaseHistoryEntry" });
export type CaseHistoryEntry = z.infer<typeof caseHistoryEntry>;
