import { z } from "zod";
import { matchOutcome } from "./identification.ts";
import { instant, route } from "./route.ts";

/** What an answer of the engine says that an earlier one about the same alert did not. */
export const ANSWER_CHANGES = [
  "newCandidate",
  "candidateGone",
  "otherBest",
  "bandMoved",
  "probabilityMoved",
] as const;

const standing = z.object({ outcome: matchOutcome, probability: z.number() });

export const answerChange = z.object({
  kind: z.enum(ANSWER_CHANGES),
  hprNumber: z.number().int().nullable(),
  /** For `otherBest`: who was first before. */
  previousHprNumber: z.number().int().nullable(),
  before: standing.nullable(),
  now: standing.nullable(),
});
export type AnswerChange = z.infer<typeof answerChange>;

/** What has changed in the engine's answer about an alert since the reader last saw it; no changes where nothing has. */
export const alertChangesView = z
  .object({
    /** The answer as it stands, to be told as seen; null until the engine has answered. */
    runId: z.number().int().nullable(),
    seenAt: instant.nullable(),
    changes: z.array(answerChange),
  })
  .meta({ id: "AlertChanges" });
export type AlertChangesView = z.infer<typeof alertChangesView>;

const alertId = z.object({ id: z.coerce.number().int().positive() });

export const answerChangeRoutes = {
  getChanges: route({
    method: "GET",
    path: "/api/alerts/:id/changes",
    summary: "What has changed in the engine's answer since the reader last saw it",
    params: alertId,
    response: alertChangesView,
  }),
  markSeen: route({
    method: "POST",
    path: "/api/alerts/:id/seen",
    summary: "Tell that the reader has seen an answer of the engine",
    params: alertId,
    body: z.object({ runId: z.number().int() }),
    response: alertChangesView,
  }),
} as const;
