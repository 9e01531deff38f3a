import { z } from "zod";
import { instant, route } from "./route.ts";

export const registerLoad = z
  .object({
    id: z.number().int(),
    kind: z.enum(["full", "delta"]),
    fileName: z.string(),
    state: z.enum(["running", "done", "stopped", "failed"]),
    startedAt: instant,
    finishedAt: instant.nullable(),
    lines: z.number().int(),
    added: z.number().int(),
    changed: z.number().int(),
    unchanged: z.number().int(),
    removed: z.number().int(),
    broken: z.number().int(),
    /** People gone from a full extract who were kept all the same; `failure` says why. */
    heldBack: z.number().int(),
    /** Code of why the load did not end well: `tooManyWouldVanish`, `someLinesWithoutNumber`, `fileCutShort`, … */
    failure: z.string().nullable(),
    by: z.string().nullable(),
  })
  .meta({ id: "RegisterLoad" });
export type RegisterLoad = z.infer<typeof registerLoad>;

export const registerRoutes = {
  getRegister: route({
    method: "GET",
    path: "/api/registers/hpr",
    summary: "The mirror of the register of health personnel: size, age and loads",
    /** `people` in the mirror now; `loads` newest first, at most 50. */
    response: z.object({ people: z.number().int(), loads: z.array(registerLoad) }),
  }),
  listBrokenLines: route({
    method: "GET",
    path: "/api/registers/hpr/loads/:id/broken",
    summary: "Lines of a load that could not be taken in",
    params: z.object({ id: z.coerce.number().int().positive() }),
    /** By line number, at most 1,000; `total` counts them all. */
    response: z.object({
      total: z.number().int(),
      lines: z.array(z.object({ line: z.number().int(), code: z.string(), message: z.string() })),
    }),
  }),
} as const;
