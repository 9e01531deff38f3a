import { z } from "zod";
import { fieldName } from "./alert-content.ts";
import { instant, route } from "./route.ts";

export const profileVersion = z.object({
  name: z.string(),
  version: z.number().int(),
  title: z.string(),
  state: z.enum(["draft", "active", "retired"]),
  shipped: z.boolean(),
  createdAt: instant,
  createdBy: z.string().nullable(),
  /** Messages read with it so far. */
  messages: z.number().int(),
  testedAt: instant.nullable(),
});

export const profileProblem = z.object({
  line: z.number().int(),
  column: z.number().int(),
  /** Translated by the page; `params` fill its sentence. */
  code: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  /** The same in English. */
  message: z.string(),
});

/** What a draft would do to stored messages, beside what the active version did. */
export const profileTest = z
  .object({
    messages: z.number().int(),
    same: z.number().int(),
    better: z.number().int(),
    worse: z.number().int(),
    differences: z.array(
      z.object({
        messageId: z.number().int(),
        before: z.string(),
        after: z.string(),
        fields: z.array(fieldName),
      }),
    ),
  })
  .meta({ id: "ProfileTest" });

const profileKey = z.object({ name: z.string(), version: z.coerce.number().int().positive() });

export const sourceProfileRoutes = {
  listProfiles: route({
    method: "GET",
    path: "/api/intake/profiles",
    summary: "Source profiles, every version",
    response: z.object({ profiles: z.array(profileVersion) }),
  }),
  getProfile: route({
    method: "GET",
    path: "/api/intake/profiles/:name/:version",
    summary: "One source profile as YAML",
    params: profileKey,
    response: z.object({ profile: profileVersion, yaml: z.string(), lastTest: profileTest.nullable() }),
  }),
  saveProfile: route({
    method: "POST",
    path: "/api/intake/profiles",
    summary: "Save a draft of a source profile; nothing changes until it is tested and switched on",
    body: z.object({ yaml: z.string().max(200_000) }),
    response: z.object({ profile: profileVersion.nullable(), problems: z.array(profileProblem) }),
  }),
  testProfile: route({
    method: "POST",
    path: "/api/intake/profiles/:name/:version/test",
    summary: "Read stored messages with a draft and compare with what was read before",
    params: profileKey,
    response: profileTest,
  }),
  activateProfile: route({
    method: "POST",
    path: "/api/intake/profiles/:name/:version/activate",
    summary: "Switch a tested draft on",
    params: profileKey,
    response: profileVersion,
  }),
} as const;
