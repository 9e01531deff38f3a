import { z } from "zod";
import { calendarDate, instant, route } from "./route.ts";

export const registerPerson = z
  .object({
    hprNumber: z.number().int(),
    forename: z.string().nullable(),
    middle: z.string().nullable(),
    surname: z.string().nullable(),
    birthDate: calendarDate.nullable(),
    deathDate: calendarDate.nullable(),
    /** Masked: birth date digits only, e.g. "158299*****"; null where the person lacks a national number. */
    nationalId: z.string().nullable(),
    authorisations: z.array(
      z.object({
        profession: z.string(),
        status: z.enum(["active", "ended"]),
        from: calendarDate.nullable(),
        until: calendarDate.nullable(),
        basisCountry: z.string().nullable(),
        prescribing: z.boolean(),
        specialties: z.array(z.string()),
        conditions: z.number().int(),
      }),
    ),
    earlierNames: z.array(z.string()),
  })
  .meta({ id: "RegisterPerson" });
export type RegisterPersonView = z.infer<typeof registerPerson>;

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
    /** Code of why the load did not end well: `tooManyWouldVanish`, `someLinesWithoutNumber`, `nobodyReadable`, `fileCutShort`, `filePackedWrong`, `fileNotReadable`. */
    failure: z.string().nullable(),
    by: z.string().nullable(),
    /** `by` is then a user of the machine, not somebody who logged in. */
    byCommandLine: z.boolean(),
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
