import { z } from "zod";
import { language } from "./access.ts";
import { caseAct } from "./cases-acts.ts";
import { caseProcedure } from "./cases-procedure.ts";
import { caseFlag, caseList, casePriority, caseStage, words } from "./cases-terms.ts";
import { attachmentView, caseHistoryEntry, caseRow, caseView } from "./cases-views.ts";
import { caseWords } from "./cases-words.ts";
import { bulkAct, bulkOutcome, caseOfficer, caseTask, mentionView, searchHit } from "./cases-work.ts";
import { numbersOpened, openNumbers } from "./identity-numbers.ts";
import { fileRoute, instant, route } from "./route.ts";

export * from "./cases-acts.ts";
export * from "./cases-procedure.ts";
export * from "./cases-terms.ts";
export * from "./cases-views.ts";
export * from "./cases-words.ts";
export * from "./cases-work.ts";

const caseId = z.object({ id: z.coerce.number().int().positive() });
const ids = z.array(z.number().int().positive()).min(1).max(200);

/** Given by the page with every act, so that one sent twice is done once. */
const requestId = z.uuid().optional();

/** The newest act the officer saw: one made meanwhile refuses this one with what changed and by whom. */
const lastAct = z.number().int();

export const caseRoutes = {
  listCases: route({
    method: "GET",
    path: "/api/cases",
    summary:
      "The work queue, most urgent first: overdue before due, high priority before low, old before new",
    query: z.object({
      list: caseList.default("open"),
      stage: caseStage.optional(),
      priority: casePriority.optional(),
      flag: caseFlag.optional(),
      unit: words(1, 100).optional(),
      country: z
        .string()
        .regex(/^[A-Z]{2}$/, "countryCode")
        .optional(),
      /** Id of an officer. */
      assignee: z.uuid().optional(),
      /** A case number, an HPR number, or the beginning of a name. */
      search: words(0, 200).optional(),
      /** `next` of the page before. */
      after: z.string().max(200).optional(),
      limit: z.coerce.number().int().min(1).max(200).default(50),
    }),
    response: z.object({
      rows: z.array(caseRow),
      next: z.string().nullable(),
      /** How many stand in each list, whatever the other filters. */
      counts: z.record(caseList, z.number().int()),
    }),
  }),
  listCasesAbout: route({
    method: "GET",
    path: "/api/cases/about",
    summary:
      "The cases an alert belongs to, or that are about a person in HPR: open ones first, newest first",
    query: z.object({
      alert: z.coerce.number().int().positive().optional(),
      hpr: z.coerce.number().int().positive().max(999_999_999).optional(),
    }),
    response: z.object({ rows: z.array(caseRow) }),
  }),
  nextCase: route({
    method: "GET",
    path: "/api/cases/next",
    summary: "The most urgent case the reader may work on",
    query: z.object({ after: z.coerce.number().int().positive().optional() }),
    response: z.object({ id: z.number().int().nullable() }),
  }),
  listCaseOfficers: route({
    method: "GET",
    path: "/api/cases/officers",
    summary: "Officers cases may be given to, with how many they have and whether they are away",
    response: z.object({ officers: z.array(caseOfficer) }),
  }),
  openCase: route({
    method: "POST",
    path: "/api/cases",
    summary: "Open a case by hand about a person in HPR",
    body: z.object({
      hprNumber: z.number().int().positive().max(999_999_999),
      alertIds: z.array(z.number().int().positive()).max(50).default([]),
      reason: words(3, 4000, "reasonTooShort"),
      requestId,
    }),
    response: caseView,
  }),
  getCaseWords: route({
    method: "GET",
    path: "/api/case-words",
    summary: "The procedure's own words: stages, acts, next actions, clocks, outcomes",
    query: z.object({ language }),
    response: caseWords,
  }),
  getCase: route({
    method: "GET",
    path: "/api/cases/:id",
    summary: "One case with everything in it, and what the reader may do",
    params: caseId,
    response: caseView,
  }),
  getCaseAsOf: route({
    method: "GET",
    path: "/api/cases/:id/as-of",
    summary: "The case as it stood at an instant",
    params: caseId,
    query: z.object({ at: instant }),
    /** What the procedure held, and the last act before; both null before the case was opened. */
    response: z.object({
      at: instant,
      act: caseHistoryEntry.nullable(),
      procedure: caseProcedure.nullable(),
    }),
  }),
  getCaseHistory: route({
    method: "GET",
    path: "/api/cases/:id/history",
    summary: "Every act in the case, newest first",
    params: caseId,
    query: z.object({
      before: z.coerce.number().int().positive().optional(),
      limit: z.coerce.number().int().min(1).max(500).default(100),
    }),
    response: z.object({ entries: z.array(caseHistoryEntry), next: z.number().int().nullable() }),
  }),
  actOnCase: route({
    method: "POST",
    path: "/api/cases/:id/acts",
    summary: "Do an act of the procedure in a case",
    params: caseId,
    body: z.object({ act: caseAct, lastAct, requestId }),
    response: caseView,
  }),
  actOnCases: route({
    method: "POST",
    path: "/api/cases/bulk",
    summary: "Do one act in many cases; each is judged by itself",
    body: z.object({
      cases: z
        .array(z.object({ id: z.number().int().positive(), lastAct }))
        .min(1)
        .max(200),
      act: bulkAct,
    }),
    response: bulkOutcome,
  }),
  undoBulk: route({
    method: "POST",
    path: "/api/cases/bulk/:bulkId/undo",
    summary: "Undo a bulk act in every case where nobody has acted since",
    params: z.object({ bulkId: z.uuid() }),
    response: bulkOutcome,
  }),
  addNote: route({
    method: "POST",
    path: "/api/cases/:id/notes",
    summary: "Write a note; people mentioned in it are told",
    params: caseId,
    body: z.object({
      text: words(1, 20_000),
      mentions: z.array(z.uuid()).max(20).default([]),
      requestId,
    }),
    response: caseView,
  }),
  addTask: route({
    method: "POST",
    path: "/api/cases/:id/tasks",
    summary: "Add a task of one's own words",
    params: caseId,
    body: z.object({
      title: words(3, 300),
      due: instant.optional(),
      ownerId: z.uuid().optional(),
      requestId,
    }),
    response: caseView,
  }),
  completeTask: route({
    method: "POST",
    path: "/api/cases/:id/tasks/:taskId/complete",
    summary: "Say that a task is done",
    params: caseId.extend({ taskId: z.coerce.number().int().positive() }),
    response: caseView,
  }),
  listMyTasks: route({
    method: "GET",
    path: "/api/case-tasks",
    summary: "Open tasks of the reader and of those the reader stands in for, first due first",
    response: z.object({ tasks: z.array(caseTask) }),
  }),
  addAttachments: route({
    method: "POST",
    path: "/api/cases/:id/attachments",
    summary: "Add files to a case; the originals are kept",
    params: caseId,
    /** Language of the files (ISO 639-1), where it is known. */
    query: z.object({
      language: z
        .string()
        .regex(/^[a-z]{2}$/, "languageCode")
        .optional(),
    }),
    response: z.object({
      added: z.array(attachmentView),
      refused: z.array(z.object({ fileName: z.string(), code: z.string() })),
    }),
  }),
  openCaseNumbers: route({
    method: "POST",
    path: "/api/cases/:id/identity-numbers",
    summary: "Open the identity numbers in the files of a case for a purpose, and let them be downloaded",
    params: caseId,
    body: openNumbers,
    response: numbersOpened,
  }),
  previewAttachment: route({
    method: "GET",
    path: "/api/cases/:id/attachments/:attachmentId/text",
    summary: "The text of an attachment, page by page",
    params: z.object({
      id: z.coerce.number().int().positive(),
      attachmentId: z.coerce.number().int().positive(),
    }),
    response: z.object({ attachment: attachmentView, pages: z.array(z.string()) }),
  }),
  listMentions: route({
    method: "GET",
    path: "/api/case-mentions",
    summary: "Notes the reader is mentioned in, newest first",
    response: z.object({ mentions: z.array(mentionView), unread: z.number().int() }),
  }),
  readMentions: route({
    method: "POST",
    path: "/api/case-mentions/read",
    summary: "Say that mentions have been read",
    body: z.object({ ids }),
    response: z.object({ unread: z.number().int() }),
  }),
  recordAbsence: route({
    method: "POST",
    path: "/api/case-absences",
    summary:
      "Say that an officer is away: their cases fall to the stand-in, or to the unit where there is none",
    body: z.object({ personId: z.uuid(), from: instant, until: instant }),
    response: z.object({ officers: z.array(caseOfficer) }),
  }),
  endAbsence: route({
    method: "POST",
    path: "/api/case-absences/:personId/end",
    summary: "Say that an officer is back",
    params: z.object({ personId: z.uuid() }),
    response: z.object({ officers: z.array(caseOfficer) }),
  }),
  search: route({
    method: "GET",
    path: "/api/search",
    summary: "Search in cases, alerts and documents, Norwegian and English",
    query: z.object({
      words: words(2, 200),
      kind: z.enum(["case", "alert", "document"]).optional(),
      limit: z.coerce.number().int().min(1).max(100).default(30),
    }),
    response: z.object({ hits: z.array(searchHit) }),
  }),
} as const;

export const downloadAttachment = fileRoute({
  method: "GET",
  path: "/api/cases/:id/attachments/:attachmentId",
  summary: "An attachment as it was added",
  params: z.object({
    id: z.coerce.number().int().positive(),
    attachmentId: z.coerce.number().int().positive(),
  }),
});
