import { z } from "zod";
import { permission } from "./access.ts";
import { instant, route } from "./route.ts";

/** Another system that may call the interface, as the system owner sees it. Secrets are never told again. */
export const serviceAccount = z
  .object({
    clientId: z.string(),
    name: z.string(),
    scopes: z.array(permission),
    /** How it proves itself. */
    proof: z.enum(["secret", "privateKey"]),
    /** Whom to ask about it. */
    contact: z.string(),
    createdAt: instant,
    expiresAt: instant,
    revokedAt: instant.nullable(),
    /** Secrets accepted now; two while one takes over from another. */
    secrets: z.number().int(),
    /** When it last asked for a token, among those not yet swept away; null where none is known. */
    lastTokenAt: instant.nullable(),
  })
  .meta({ id: "ServiceAccount" });
export type ServiceAccountView = z.infer<typeof serviceAccount>;

/** A secret, told once and kept nowhere. */
const secretOnce = z.object({
  clientId: z.string(),
  expiresAt: instant,
  /** Absent where the account proves itself by a key of its own. */
  secret: z.string().optional(),
});

const one = z.object({ clientId: z.string().max(60) });

/** Administration of service accounts, for the system owner. */
export const serviceAccountRoutes = {
  listServiceAccounts: route({
    method: "GET",
    path: "/api/access/service-accounts",
    summary: "Other systems that may call the interface, and what may be given to them",
    response: z.object({ accounts: z.array(serviceAccount), scopes: z.array(permission) }),
  }),
  addServiceAccount: route({
    method: "POST",
    path: "/api/access/service-accounts",
    summary: "Let another system in; its secret is told once",
    body: z.object({
      /** Small letters, digits and hyphens. */
      clientId: z.string().min(3).max(60),
      name: z.string().trim().min(2).max(200),
      contact: z.string().trim().min(3).max(200),
      scopes: z.array(z.string().max(60)).min(1).max(50),
      days: z.number().int().min(1).max(730),
      /** PEM or JWK; without it a secret is made. */
      publicKey: z.string().max(10_000).optional(),
    }),
    response: secretOnce,
  }),
  rotateServiceSecret: route({
    method: "POST",
    path: "/api/access/service-accounts/:clientId/rotate",
    summary: "Make a new secret, told once; the one before works on for some days",
    params: one,
    body: z.object({ overlapDays: z.number().int().min(0).max(90) }),
    response: secretOnce,
  }),
  revokeServiceAccount: route({
    method: "POST",
    path: "/api/access/service-accounts/:clientId/revoke",
    summary: "Shut another system out for ever, at once",
    params: one,
    body: z.object({ reason: z.string().trim().min(5).max(500) }),
    response: z.object({ clientId: z.string() }),
  }),
} as const;
