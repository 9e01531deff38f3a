import { z } from "zod";
import { instant, route } from "./route.ts";

/** Why alerts are held against the register again. */
export const SWEEP_CAUSES = ["register", "engine", "model", "operator"] as const;

/** One time that valid alerts are held against the register again. Nothing in it tells of a person or a case. */
export const sweepView = z
  .object({
    id: z.number().int(),
    cause: z.enum(SWEEP_CAUSES),
    state: z.enum(["running", "done"]),
    engineVersion: z.string(),
    modelVersion: z.string(),
    registerVersion: z.number().int(),
    /** Alerts held against the register, of how many, and how many of them got another answer than before. */
    done: z.number().int(),
    total: z.number().int(),
    differing: z.number().int(),
    startedAt: instant,
    /** When it last came further. */
    movedAt: instant,
    finishedAt: instant.nullable(),
  })
  .meta({ id: "Sweep" });
export type SweepView = z.infer<typeof sweepView>;

/** The latest sweeps, newest first, and since when and by whom sweeps are told to wait. */
export const sweepsView = z
  .object({
    paused: z.object({ at: instant, by: z.string() }).nullable(),
    sweeps: z.array(sweepView),
  })
  .meta({ id: "Sweeps" });
export type SweepsView = z.infer<typeof sweepsView>;

export const sweepRoutes = {
  getSweeps: route({
    method: "GET",
    path: "/api/sweeps",
    summary: "How far holding the alerts against the register has come",
    response: sweepsView,
  }),
  pauseSweeps: route({
    method: "POST",
    path: "/api/sweeps/pause",
    summary: "Let sweeps wait; new alerts are matched all the same",
    response: sweepsView,
  }),
  resumeSweeps: route({
    method: "POST",
    path: "/api/sweeps/resume",
    summary: "Let sweeps go on from where they had come",
    response: sweepsView,
  }),
} as const;
