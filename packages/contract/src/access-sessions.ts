import { z } from "zod";
import { instant, route } from "./route.ts";

/** A session that is open now, told so that a person knows it again. Its id opens nothing. */
export const openSession = z
  .object({
    id: z.string(),
    /** Browser and system in a few words, "Firefox, Windows", as the browser said at login; "" where not known. */
    browser: z.string(),
    /** Network address at login; "" where not known. */
    address: z.string(),
    startedAt: instant,
    lastSeenAt: instant,
    /** When it ends if the person does nothing more. */
    endsAt: instant,
    /** The session that asks. */
    current: z.boolean(),
  })
  .meta({ id: "OpenSession" });
export type OpenSession = z.infer<typeof openSession>;

const ended = z.object({ ended: z.number().int() });

/** Ids outside the shape of a UUID can name no session and no person. */
export const uuid = z.guid();

/** One's own sessions: what is open where, and ending what should not be. */
export const sessionRoutes = {
  listOwnSessions: route({
    method: "GET",
    path: "/api/me/sessions",
    summary: "My open sessions, the latest used first",
    response: z.object({ sessions: z.array(openSession) }),
  }),
  endOwnSession: route({
    method: "DELETE",
    path: "/api/me/sessions/:id",
    summary: "End one of my sessions",
    params: z.object({ id: uuid }),
    response: ended,
  }),
  endOtherSessions: route({
    method: "POST",
    path: "/api/me/sessions/end-others",
    summary: "End all my sessions but this one",
    response: ended,
  }),
} as const;
