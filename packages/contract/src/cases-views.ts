import { z } from "zod";
import { caseProcedure, computedPriority, doer } from "./cases-procedure.ts";
import {
  caseFlag,
  caseLine,
  caseOutcome,
  casePriority,
  caseStage,
  lookUpAnswer,
  lookUpRegister,
} from "./cases-terms.ts";
import { alertRow } from "./identification.ts";
import { registerPerson } from "./registers.ts";
import { calendarDate, instant } from "./route.ts";

const id = z.number().int();
const params = z.record(z.string(), z.union([z.string(), z.number()]));
const officer = z.object({ id: z.string(), name: z.string() });

/** Who acted: an officer, or a job, a user of the command line or a service, who have no account. */
export const caseActor = z.object({
  id: z.string().nullable(),
  name: z.string(),
  kind: z.enum(["person", "job", "cli", "service"]),
});
export type CaseActor = z.infer<typeof caseActor>;

/** What is to be done next in a case, by whom and when. The page has the words of `code`. */
export const nextAction = z
  .object({
    code: z.string(),
    params: params.optional(),
    /** The act that does it; null where something is only looked at. */
    act: z.string().nullable(),
    /** The officer whose it is; null means the unit. */
    owner: officer.nullable(),
    role: z.enum(["officer", "anotherOfficer", "approver", "processOwner"]),
    line: caseLine,
    unit: z.string(),
    /** The last day it is in time. */
    dueOn: calendarDate.nullable(),
    /** The move is somebody else's until the day has passed. */
    waiting: z.boolean(),
  })
  .meta({ id: "CaseNextAction" });
export type NextActionView = z.infer<typeof nextAction>;

export const caseRow = z
  .object({
    id,
    /** "2026-0001": the year it was opened and its number in that year. */
    number: z.string(),
    hprNumber: id,
    surname: z.string().nullable(),
    forename: z.string().nullable(),
    birthDate: calendarDate.nullable(),
    professions: z.array(z.string()),
    countries: z.array(z.string()),
    stage: caseStage,
    stageSince: instant,
    openedAt: instant,
    closedAt: instant.nullable(),
    outcome: caseOutcome.nullable(),
    priority: casePriority.nullable(),
    flags: z.array(caseFlag),
    /** Codes of the units that own it: two while a handover is on offer. */
    units: z.array(z.string()),
    assignee: officer.nullable(),
    /** The officer whose case it is, is away. */
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

/**
 * Why an act may not be done. `sentence` says it in the reader's language; null for codes that are not the procedure's,
 * whose words the page has.
 */
export const actRefusal = z.object({
  code: z.string(),
  sentence: z.string().nullable(),
  law: z.string().optional(),
  params: params.optional(),
  /** Part of the case page where it is mended, and the acts that mend it. */
  where: z.string().optional(),
  mendedBy: z.array(z.string()).optional(),
});
export type ActRefusal = z.infer<typeof actRefusal>;

export const caseAbility = z
  .discriminatedUnion("allowed", [
    z.object({
      allowed: z.literal(true),
      /** In whose place, where the reader would act as a stand-in. */
      onBehalfOf: officer.optional(),
    }),
    z.object({ allowed: z.literal(false), reasons: z.array(actRefusal).min(1) }),
  ])
  .meta({ id: "CaseAbility" });
export type CaseAbility = z.infer<typeof caseAbility>;

/** A criterion for leaving the stage as it stands, and who settles it: a person's tick, the robot, or an act. */
export const controlPoint = z.object({
  code: z.string(),
  sentence: z.string(),
  met: z.boolean(),
  reason: actRefusal.nullable(),
  settledBy: z.enum(["tick", "robot", "act"]),
  tick: z.object({ by: doer, at: instant, evidence: z.string() }).nullable(),
});
export type ControlPointView = z.infer<typeof controlPoint>;

export const lookUpView = z.object({
  id,
  register: lookUpRegister,
  at: instant,
  by: caseActor,
  purpose: z.string(),
  answer: lookUpAnswer,
  /** What the register said; identity numbers masked. */
  evidence: z.record(z.string(), z.unknown()),
});
export type LookUpView = z.infer<typeof lookUpView>;

export const attachmentView = z
  .object({
    id,
    fileName: z.string(),
    mediaType: z.string(),
    size: z.number().int(),
    title: z.string().nullable(),
    language: z.string().nullable(),
    addedAt: instant,
    by: caseActor,
    /** Pages of text that could be read from it, to be shown and searched. */
    pages: z.number().int(),
  })
  .meta({ id: "CaseAttachment" });
export type AttachmentView = z.infer<typeof attachmentView>;

/** A legal basis as it stood on the day it was used. Days are both included. */
export const legalBasisText = z.object({
  key: z.string(),
  provision: z.string(),
  text: z.string(),
  /** Whether the text is our summary or the law's own words. */
  wording: z.enum(["summary", "law"]),
  source: z.string(),
  validFrom: calendarDate,
  validUntil: calendarDate.nullable(),
});
export type LegalBasisText = z.infer<typeof legalBasisText>;

/** A version of what the case decides, or proposes to suspend, with its words. */
export const decisionVersion = z.object({
  kind: z.enum(["decision", "interimSuspension", "suspensionExtension"]),
  version: z.number().int(),
  outcome: z.string(),
  letter: z.string(),
  conditions: z.array(z.string()),
  legalBases: z.array(legalBasisText),
  effectiveFrom: calendarDate.nullable(),
  contentHash: z.string(),
  by: caseActor,
  onBehalfOf: caseActor.nullable(),
  at: instant,
});
export type DecisionVersionView = z.infer<typeof decisionVersion>;

/** A clock that runs in the case. `ours` is late when its day has passed; `theirs` is the time of others. */
export const deadlineView = z.object({
  code: z.string(),
  whose: z.enum(["ours", "theirs"]),
  startedOn: calendarDate,
  dueOn: calendarDate,
  status: z.enum(["running", "dueSoon", "overdue", "passed", "waiting"]),
  /** The law sets it, not the organisation. */
  law: z.string().nullable(),
  params: params.optional(),
});
export type DeadlineView = z.infer<typeof deadlineView>;

export const noteView = z.object({
  id,
  text: z.string(),
  mentions: z.array(officer),
  by: caseActor,
  at: instant,
});
export type NoteView = z.infer<typeof noteView>;

/** A task in somebody's own words; what the procedure wants done next is the next action. */
export const taskView = z.object({
  id,
  title: z.string(),
  owner: officer.nullable(),
  due: instant.nullable(),
  createdAt: instant,
  by: caseActor,
  doneAt: instant.nullable(),
  doneBy: caseActor.nullable(),
});
export type TaskView = z.infer<typeof taskView>;

export const caseLink = z.object({
  caseId: id,
  number: z.string(),
  reason: z.string(),
  by: caseActor,
  at: instant,
});

/** Working days of the case so far: ours, and those it waited for others. */
export const caseTime = z.object({ ours: z.number(), theirs: z.number() });

export const caseView = z
  .object({
    case: caseRow,
    person: registerPerson.nullable(),
    /** Until when the reader sees the identity numbers in the case's files, and can download them; null where masked. */
    numbersOpenUntil: instant.nullable(),
    procedure: caseProcedure,
    /** The priority the facts give now, whatever stands. */
    computedPriority,
    alerts: z.array(alertRow),
    /** Newest first. */
    lookUps: z.array(lookUpView),
    attachments: z.array(attachmentView),
    /** Everything that is to be done, the most urgent first. */
    nextActions: z.array(nextAction),
    /** Newest first. */
    decisions: z.array(decisionVersion),
    controlPoints: z.array(controlPoint),
    /** Open ones first, by due time. */
    tasks: z.array(taskView),
    deadlines: z.array(deadlineView),
    /** Newest first. */
    notes: z.array(noteView),
    links: z.array(caseLink),
    time: caseTime,
    /** Every act of the procedure: may it be done now by the reader, and if not, why. */
    abilities: z.record(z.string(), caseAbility),
  })
  .meta({ id: "CaseView" });
export type CaseView = z.infer<typeof caseView>;

/** One act in the history of a case. `before` and `after` hold what it changed, nothing else. */
export const caseHistoryEntry = z
  .object({
    id,
    act: z.string(),
    /** What was done, in words. */
    sentence: z.string(),
    at: instant,
    by: caseActor,
    onBehalfOf: caseActor.nullable(),
    stageBefore: caseStage.nullable(),
    stageAfter: caseStage,
    law: z.string().nullable(),
    /** What the officer gave with the act. */
    input: z.record(z.string(), z.unknown()),
    before: z.record(z.string(), z.unknown()),
    after: z.record(z.string(), z.unknown()),
  })
  .meta({ id: "CaseHistoryEntry" });
export type CaseHistoryEntry = z.infer<typeof caseHistoryEntry>;
