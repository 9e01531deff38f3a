import { z } from "zod";
import { role } from "./access.ts";
import { openSession, uuid } from "./access-sessions.ts";
import { instant, route } from "./route.ts";

/** A person who has logged in at some time, as the system owner sees them. */
export const knownPerson = z
  .object({
    id: z.string(),
    name: z.string(),
    roles: z.array(role),
    /** Who gives the roles: the login provider at every login, or the system owner in Varde. */
    rolesFrom: z.enum(["provider", "varde"]),
    /** Address of the login provider. */
    issuer: z.string(),
    firstLoginAt: instant,
    lastLoginAt: instant,
    /** Null where the person may come in. */
    deactivatedAt: instant.nullable(),
    deactivatedReason: z.string().nullable(),
    openSessions: z.number().int(),
  })
  .meta({ id: "KnownPerson" });
export type KnownPerson = z.infer<typeof knownPerson>;

const one = z.object({ id: uuid });

/** Administration of people, for the system owner. Nobody administers themself. */
export const peopleRoutes = {
  listPeople: route({
    method: "GET",
    path: "/api/access/people",
    summary: "People who have logged in, by name",
    query: z.object({
      /** Part of the name. */
      search: z.string().trim().max(100).optional(),
      state: z.enum(["active", "deactivated"]).optional(),
      /** Only those without any role: they have logged in and wait for one. */
      withoutRole: z.stringbool().optional(),
      /** From the answer before; the next ones by name. */
      after: z.string().max(400).optional(),
      limit: z.coerce.number().int().min(1).max(200).default(50),
    }),
    response: z.object({ rows: z.array(knownPerson), next: z.string().nullable() }),
  }),
  getKnownPerson: route({
    method: "GET",
    path: "/api/access/people/:id",
    summary: "A person, with the sessions that are open",
    params: one,
    response: z.object({ person: knownPerson, sessions: z.array(openSession) }),
  }),
  deactivatePerson: route({
    method: "POST",
    path: "/api/access/people/:id/deactivate",
    summary: "Shut a person out at once: every session ends, and no login is accepted",
    params: one,
    body: z.object({ reason: z.string().trim().min(5).max(500) }),
    response: z.object({ person: knownPerson, endedSessions: z.number().int() }),
  }),
  reactivatePerson: route({
    method: "POST",
    path: "/api/access/people/:id/reactivate",
    summary: "Let a person in again who was shut out",
    params: one,
    body: z.object({ reason: z.string().trim().min(5).max(500) }),
    response: z.object({ person: knownPerson }),
  }),
  endSessionsOfPerson: route({
    method: "POST",
    path: "/api/access/people/:id/end-sessions",
    summary: "End every session of a person at once, as when a device is lost",
    params: one,
    response: z.object({ endedSessions: z.number().int() }),
  }),
  giveRoles: route({
    method: "PUT",
    path: "/api/access/people/:id/roles",
    summary: "Say which roles a person has whose login provider brings none",
    params: one,
    body: z.object({
      roles: z.array(role).max(7),
      /** Where the login provider tells none. */
      name: z.string().trim().min(2).max(200).optional(),
      reason: z.string().trim().min(5).max(500),
    }),
    response: z.object({ person: knownPerson }),
  }),
} as const;
