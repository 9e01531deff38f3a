import { z } from "zod";
import { caseFlag, words } from "./cases-terms.ts";
import { caseActor, taskView } from "./cases-views.ts";
import { instant } from "./route.ts";

/** An officer cases may be given to. */
export const caseOfficer = z.object({
  id: z.string(),
  name: z.string(),
  units: z.array(z.string()),
  openCases: z.number().int(),
  /** Away until then; the stand-in where there is one. */
  absentUntil: instant.nullable(),
  standIn: z.string().nullable(),
});
export type CaseOfficer = z.infer<typeof caseOfficer>;

/** Acts that may be done in many cases at once, and undone in each while nobody has acted after. */
export const bulkAct = z.discriminatedUnion("act", [
  z.object({ act: z.literal("take") }),
  z.object({ act: z.literal("assign"), personId: z.uuid() }),
  z.object({ act: z.literal("give"), personId: z.uuid() }),
  z.object({
    act: z.literal("setFlag"),
    flag: caseFlag,
    reason: words(3, 4000, "reasonTooShort"),
  }),
  z.object({
    act: z.literal("clearFlag"),
    flag: caseFlag,
    reason: words(3, 4000, "reasonTooShort"),
  }),
]);
export type BulkAct = z.infer<typeof bulkAct>;

export const bulkOutcome = z
  .object({
    /** Names the bulk for undoing it. */
    bulkId: z.uuid(),
    done: z.array(z.number().int()),
    refused: z.array(
      z.object({
        id: z.number().int(),
        code: z.string(),
        params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
      }),
    ),
  })
  .meta({ id: "BulkOutcome" });
export type BulkOutcome = z.infer<typeof bulkOutcome>;

/** Something found in cases, alerts or documents. `excerpt` marks what was found with U+0002 and U+0003 around it. */
export const searchHit = z.object({
  kind: z.enum(["case", "alert", "document"]),
  /** Of the case, the alert, or the attachment. */
  id: z.number().int(),
  caseId: z.number().int().nullable(),
  title: z.string(),
  excerpt: z.string(),
  at: instant,
});
export type SearchHit = z.infer<typeof searchHit>;

/** Somebody mentioned the reader in a note. */
export const mentionView = z.object({
  id: z.number().int(),
  caseId: z.number().int(),
  number: z.string(),
  noteId: z.number().int(),
  text: z.string(),
  by: caseActor,
  at: instant,
  readAt: instant.nullable(),
});
export type MentionView = z.infer<typeof mentionView>;

/** An open task with the case it is in. */
export const caseTask = taskView.extend({ caseId: z.number().int(), number: z.string() });
export type CaseTaskView = z.infer<typeof caseTask>;
