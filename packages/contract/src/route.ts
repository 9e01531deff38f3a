import { z } from "zod";

/** One HTTP operation as server and page both know it: method, path with `:params`, and the shapes that cross the wire. */
export interface Route {
  readonly method: "GET" | "POST" | "PUT" | "DELETE";
  readonly path: string;
  readonly summary: string;
  readonly params?: z.ZodObject;
  readonly query?: z.ZodObject;
  readonly body?: z.ZodType;
  readonly response: z.ZodType;
}

/** Keeps the literal types of a route, so that handlers and callers are typed from it. */
export const route = <const R extends Route>(definition: R): R => definition;

/** A download: the answer is a file to save, not a shape of the contract. */
export interface FileRoute {
  readonly method: "GET";
  readonly path: string;
  readonly summary: string;
  readonly params?: z.ZodObject;
  readonly query?: z.ZodObject;
  readonly body?: undefined;
}

/** Keeps the literal types of a download route; `fillPath` makes its link. */
export const fileRoute = <const R extends FileRoute>(definition: R): R => definition;

/** The body of every refusal and error (RFC 9457). `code` is stable and translated by the page; `params` fill its sentence. */
export const problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    detail: z.string().optional(),
    code: z.string(),
    params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
    /** The legal or procedural source of a refusal, where there is one. */
    law: z.string().optional(),
    errors: z.array(z.object({ path: z.string(), code: z.string(), message: z.string() })).optional(),
  })
  .meta({ id: "Problem" });
export type Problem = z.infer<typeof problem>;

/** Whether an act may be done now by this person, and if not, why. Computed by the same rule that guards the command. */
export const ability = z
  .discriminatedUnion("allowed", [
    z.object({ allowed: z.literal(true) }),
    z.object({
      allowed: z.literal(false),
      code: z.string(),
      law: z.string().optional(),
      params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
    }),
  ])
  .meta({ id: "Ability" });
export type Ability = z.infer<typeof ability>;

/** An instant, ISO 8601 with offset. */
export const instant = z.iso.datetime({ offset: true });
/** A calendar date without time, "2026-02-14". */
export const calendarDate = z.iso.date();
/** A birth date as the sender knew it: "1967-05-09", "1967-05" or "1967". */
export const partialDate = z
  .string()
  .regex(/^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/, "partialDate");
