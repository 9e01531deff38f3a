import { ROLES } from "@varde/contract";
import { z } from "zod";

const LOOPBACK: ReadonlySet<string> = new Set(["localhost", "127.0.0.1", "[::1]"]);

/** Whether an address is one a login provider may have: https, or on this machine. */
export function isProviderAddress(text: string): boolean {
  const url = URL.parse(text);
  return url?.protocol === "https:" || (url?.protocol === "http:" && LOOPBACK.has(url.hostname));
}

const address = z.string().refine(isProviderAddress, "must be an https address");

const fileName = z.string().min(1);
const levels = z.array(z.string().min(1)).min(1);

const shared = {
  key: z
    .string()
    .regex(/^[a-z][a-z0-9-]{0,29}$/, "small letters, digits and hyphens, beginning with a letter"),
  title: z
    .union([z.string().min(1), z.object({ nb: z.string(), nn: z.string(), en: z.string() })])
    .transform((given) => (typeof given === "string" ? { nb: given, nn: given, en: given } : given)),
  clientId: z.string().min(1),
  clientSecretFile: fileName.optional(),
  /** PEM (PKCS #8) or a JWK. */
  privateKeyFile: fileName.optional(),
  /** What the provider calls the public half of the private key. */
  keyId: z.string().optional(),
  /** Where the roles stand and what they are called there, or `varde` where the system owner gives them. */
  roles: z
    .union([
      z.literal("varde"),
      z.strictObject({
        claim: z.string().min(1).default("roles"),
        names: z.record(z.string(), z.enum(ROLES)).default({}),
      }),
    ])
    .optional(),
};

const norwegian = {
  ...shared,
  environment: z.enum(["production", "test"]).default("production"),
  /** Another address than the environment's own, for trying it out. */
  issuer: address.optional(),
};

const organisationNumber = z.string().regex(/^\d{9}$/, "nine digits");

/** One login provider, as an operator writes it. */
export const providerEntry = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("entra"),
    ...shared,
    tenant: z.guid(),
    issuer: address.optional(),
    /** Authentication context demanded at step-up, such as `c1`. */
    stepUpContext: z
      .string()
      .regex(/^c\d{1,2}$/, "c1 to c99")
      .optional(),
  }),
  z.strictObject({
    kind: z.literal("idporten"),
    ...norwegian,
    level: z.enum(["substantial", "high"]).default("high"),
  }),
  z.strictObject({
    kind: z.literal("ansattporten"),
    ...norwegian,
    level: z.enum(["substantial", "high"]).default("high"),
    /** Rich authorization requests (RFC 9396), as Ansattporten documents them. */
    authorizationDetails: z.array(z.looseObject({ type: z.string() })).default([]),
    /** Whom people must be let to represent. */
    organisations: z.array(organisationNumber).default([]),
  }),
  z.strictObject({
    kind: z.literal("helseid"),
    ...norwegian,
    level: z.union([z.literal(3), z.literal(4)]).default(4),
  }),
  z.strictObject({
    kind: z.literal("oidc"),
    ...shared,
    issuer: address,
    scope: z.string().default("openid profile"),
    /** Claims that together name a person for ever. */
    subject: z.array(z.string().min(1)).min(1).default(["sub"]),
    /** Values of `acr`, any of which is enough at login, and at step-up. */
    acr: levels.optional(),
    stepUpAcr: levels.optional(),
    pushesRequests: z.boolean().default(false),
    bindsTokens: z.boolean().default(false),
  }),
]);
export type ProviderEntry = z.output<typeof providerEntry>;

/** The whole file of login providers. */
export const providerFile = z
  .strictObject({ providers: z.array(providerEntry).min(1).max(10) })
  .refine(
    ({ providers }) => new Set(providers.map(({ key }) => key)).size === providers.length,
    "every provider needs a key of its own",
  );
