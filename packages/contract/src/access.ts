import { z } from "zod";
import { route } from "./route.ts";

/** The roles of the walking product; code names as in the glossary. */
export const ROLES = [
  "firstLine",
  "secondLine",
  "processOwner",
  "manager",
  "governance",
  "auditor",
  "systemOwner",
] as const;
export const role = z.enum(ROLES);
export type Role = z.infer<typeof role>;

export const LANGUAGES = ["nb", "nn", "en"] as const;
export const language = z.enum(LANGUAGES);
export type Language = z.infer<typeof language>;

/** Everything a person may be permitted to do, one word a permission; who has which stands in `access.permissions.ts`. */
export const PERMISSIONS = [
  "readIntake",
  "handleIntake",
  "readAlerts",
  "decideIdentity",
  "checkApplicants",
  "readPortfolio",
  "readBalance",
  "runBalance",
  "readProfiles",
  "editProfiles",
  "readRegisters",
  "loadRegister",
  "operate",
  "readCases",
  "readEveryCase",
  "prepareCases",
  "assessCases",
  "approveDecisions",
  "steerCases",
  "openCaseInEmergency",
  "watchOpenings",
  "noteOpenings",
  "openIdentityNumbers",
  "excludeFromCases",
  "appointStandIns",
  "administerUnits",
  "administerPeople",
  "readAudit",
  "makeAccessReports",
  "recordCorrections",
  "answerCorrections",
] as const;
export const permission = z.enum(PERMISSIONS);
export type Permission = z.infer<typeof permission>;

export const person = z
  .object({
    id: z.string(),
    name: z.string(),
    roles: z.array(role),
    language,
    /** True for a service account: a machine with a name, that calls with a token and has no role. */
    isService: z.boolean().optional(),
  })
  .meta({ id: "Person" });
export type Person = z.infer<typeof person>;

export const me = z
  .object({
    person,
    permissions: z.array(permission),
    /** Sent back in the header `x-csrf-token` of every unsafe request. */
    csrfToken: z.string(),
    /** True where the login provider is the local demo one. */
    demo: z.boolean(),
    version: z.string(),
  })
  .meta({ id: "Me" });
export type Me = z.infer<typeof me>;

export const accessRoutes = {
  getMe: route({
    method: "GET",
    path: "/api/me",
    summary: "Who is logged in, and what that person may do",
    response: me,
  }),
  setLanguage: route({
    method: "PUT",
    path: "/api/me/language",
    summary: "Choose the language of the pages",
    body: z.object({ language }),
    response: person,
  }),
  logout: route({
    method: "POST",
    path: "/auth/logout",
    summary: "End this session",
    /** Where the page must go next: to the login provider where it wants to know, else to the first page. */
    response: z.object({ goTo: z.string() }),
  }),
} as const;
