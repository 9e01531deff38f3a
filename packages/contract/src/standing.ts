import { z } from "zod";
import { permission, role } from "./access.ts";
import { instant, route } from "./route.ts";

/** Characters a reason for opening a case in an emergency has at least. */
export const SHORTEST_EMERGENCY_REASON = 20;

const reason = z.string().trim().min(3, "reasonTooShort").max(2000);
const unitCode = z.string().regex(/^[a-z][a-z0-9-]{1,39}$/, "unitCode");
const unitName = z.string().trim().min(2, "nameTooShort").max(100);
const named = z.object({ id: z.string(), name: z.string() });
const numbered = z.object({ id: z.coerce.number().int().positive() });

export const unitView = z
  .object({
    code: unitCode,
    /** The unit above, null at the top. */
    parent: unitCode.nullable(),
    name: z.object({ nb: unitName, nn: unitName, en: unitName }),
    /** Closed units have no members and take no new ones. */
    closed: z.boolean(),
    members: z.array(named),
  })
  .meta({ id: "Unit" });
export type UnitView = z.infer<typeof unitView>;

/** Somebody who works here, as colleagues see them. */
export const colleague = z
  .object({
    id: z.string(),
    name: z.string(),
    roles: z.array(role),
    units: z.array(unitCode),
    /** True where the units were chosen for the person; else they follow from the roles. */
    unitsChosen: z.boolean(),
    /** Until when the person is away with a stand-in who acts now, null where nobody does. */
    awayUntil: instant.nullable(),
  })
  .meta({ id: "Colleague" });
export type Colleague = z.infer<typeof colleague>;

/** Where a stand-in stands: `ahead` of its period, `running`, `over`, or `ended` early. */
export const STAND_IN_STATES = ["ahead", "running", "over", "ended"] as const;
export const standInView = z
  .object({
    id: z.number().int(),
    absent: named,
    standIn: named,
    from: instant,
    until: instant,
    state: z.enum(STAND_IN_STATES),
    /** What the stand-in is limited to; null for all that may pass to a stand-in. */
    permissions: z.array(permission).nullable(),
    /** The units the stand-in is limited to; null for all units of the absent person. */
    units: z.array(unitCode).nullable(),
    /** Told to the two persons, to those who appoint stand-ins and to the auditor; null to others. */
    reason: z.string().nullable(),
    givenBy: z.string(),
    mayEnd: z.boolean(),
  })
  .meta({ id: "StandIn" });
export type StandInView = z.infer<typeof standInView>;

export const exclusionView = z
  .object({
    id: z.number().int(),
    person: named,
    caseId: z.number().int(),
    reason: z.string(),
    givenBy: z.string(),
    givenAt: instant,
    /** Set once the person has been let in again. */
    ended: z.object({ by: z.string(), at: instant, reason: z.string() }).nullable(),
    mayEnd: z.boolean(),
  })
  .meta({ id: "Exclusion" });
export type ExclusionView = z.infer<typeof exclusionView>;

/** A case of another unit, opened in an emergency: for reading, for four hours, with an alarm to the process owner. */
export const openingView = z
  .object({
    id: z.number().int(),
    person: named,
    caseId: z.number().int(),
    reason: z.string(),
    openedAt: instant,
    until: instant,
    /** Set where it was ended before `until`. */
    ended: z.object({ by: z.string(), at: instant }).nullable(),
    /** Set once the process owner has noted it. */
    seen: z.object({ by: z.string(), at: instant }).nullable(),
    maySee: z.boolean(),
    mayEnd: z.boolean(),
  })
  .meta({ id: "Opening" });
export type OpeningView = z.infer<typeof openingView>;

/** What a person may do, and where, just now. */
export const standingView = z
  .object({
    roles: z.array(role),
    /** By the own roles; `permissions` of `GET /api/me` hold those of persons stood in for as well. */
    permissions: z.array(permission),
    /** Of the person, with those below. */
    units: z.array(unitCode),
    standsInFor: z.array(
      z.object({
        person: named,
        permissions: z.array(permission),
        units: z.array(unitCode),
        until: instant,
      }),
    ),
    /** What a stand-in of this person can be given. */
    mayPassOn: z.array(permission),
    excludedCases: z.array(z.number().int()),
    openedCases: z.array(z.number().int()),
    /** How many emergency openings wait to be looked into; 0 to those who do not watch them. */
    unseenOpenings: z.number().int(),
  })
  .meta({ id: "Standing" });
export type StandingView = z.infer<typeof standingView>;

export const standingRoutes = {
  getStanding: route({
    method: "GET",
    path: "/api/me/standing",
    summary: "What the reader may do and where: units, stand-ins, exclusions, emergency openings",
    response: standingView,
  }),
  listColleagues: route({
    method: "GET",
    path: "/api/colleagues",
    summary: "Who works here, in which units, and who is away",
    response: z.object({ colleagues: z.array(colleague) }),
  }),
  chooseUnits: route({
    method: "PUT",
    path: "/api/colleagues/:id/units",
    summary: "Say which units a person belongs to; null lets the roles decide again",
    params: z.object({ id: z.uuid() }),
    body: z.object({ units: z.array(unitCode).max(20).nullable() }),
    response: colleague,
  }),
  listUnits: route({
    method: "GET",
    path: "/api/units",
    summary: "The units of the organisation with their members, each above those below it",
    response: z.object({ units: z.array(unitView) }),
  }),
  addUnit: route({
    method: "POST",
    path: "/api/units",
    summary: "Add a unit below another, or at the top",
    body: unitView.pick({ code: true, parent: true, name: true }),
    response: unitView,
  }),
  changeUnit: route({
    method: "PUT",
    path: "/api/units/:code",
    summary: "Rename a unit, move it, close it or open it again",
    params: z.object({ code: unitCode }),
    body: unitView.pick({ parent: true, name: true, closed: true }),
    response: unitView,
  }),
  listStandIns: route({
    method: "GET",
    path: "/api/stand-ins",
    summary: "Who acts in whose place, now and ahead; with `past` those that are over as well",
    query: z.object({
      /** Only where this person is absent or stands in. */
      person: z.uuid().optional(),
      past: z.stringbool().default(false),
    }),
    response: z.object({ standIns: z.array(standInView) }),
  }),
  appointStandIn: route({
    method: "POST",
    path: "/api/stand-ins",
    summary:
      "Let somebody act in a person's place for a period: in one's own, or with that right in another's",
    body: z.object({
      /** Oneself where nobody is named. */
      absentId: z.uuid().optional(),
      standInId: z.uuid(),
      /** Now where nothing is said. */
      from: instant.optional(),
      until: instant,
      permissions: z.array(permission).min(1).max(100).nullable().default(null),
      units: z.array(unitCode).min(1).max(20).nullable().default(null),
      reason,
    }),
    response: standInView,
  }),
  endStandIn: route({
    method: "POST",
    path: "/api/stand-ins/:id/end",
    summary: "End a stand-in before its time",
    params: numbered,
    response: standInView,
  }),
  listExclusions: route({
    method: "GET",
    path: "/api/exclusions",
    summary: "Who is shut out of which case; one's own, or with that right everybody's",
    query: z.object({ caseId: z.coerce.number().int().positive().optional() }),
    response: z.object({ exclusions: z.array(exclusionView) }),
  }),
  excludeFromCase: route({
    method: "POST",
    path: "/api/exclusions",
    summary: "Shut a person out of a case for conflict of interest: oneself, or with that right another",
    body: z.object({
      caseId: z.number().int().positive(),
      /** Oneself where nobody is named. */
      personId: z.uuid().optional(),
      reason,
    }),
    response: exclusionView,
  }),
  endExclusion: route({
    method: "POST",
    path: "/api/exclusions/:id/end",
    summary: "Let a person into a case again; never done by that person",
    params: numbered,
    body: z.object({ reason }),
    response: exclusionView,
  }),
  listOpenings: route({
    method: "GET",
    path: "/api/openings",
    summary: "Cases opened in an emergency, newest first; one's own, or with that right everybody's",
    query: z.object({
      unseen: z.stringbool().default(false),
      before: z.coerce.number().int().positive().optional(),
      limit: z.coerce.number().int().min(1).max(200).default(50),
    }),
    response: z.object({ openings: z.array(openingView), unseen: z.number().int() }),
  }),
  openInEmergency: route({
    method: "POST",
    path: "/api/openings",
    summary: "Open a case of another unit for reading, for four hours; the process owner is told at once",
    body: z.object({
      caseId: z.number().int().positive(),
      reason: z.string().trim().min(SHORTEST_EMERGENCY_REASON, "reasonTooShort").max(2000),
    }),
    response: openingView,
  }),
  endOpening: route({
    method: "POST",
    path: "/api/openings/:id/end",
    summary: "End an emergency opening before its time: one's own, or with that right anybody's",
    params: numbered,
    response: openingView,
  }),
  noteOpening: route({
    method: "POST",
    path: "/api/openings/:id/seen",
    summary: "Note an emergency opening as seen; never by the person who opened",
    params: numbered,
    response: openingView,
  }),
} as const;
