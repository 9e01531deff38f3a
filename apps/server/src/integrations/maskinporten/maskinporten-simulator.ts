import { randomUUID } from "node:crypto";
import { exportJWK, generateKeyPair, importJWK, type JWK, jwtVerify, SignJWT } from "jose";
import { z } from "zod";
import { createSimulator, type Simulator } from "../../platform/outside/index.ts";
import { JWT_BEARER } from "./maskinporten.ts";

/** A client a simulated Maskinporten knows, and what it may ask for. */
export interface SimulatedClient {
  readonly clientId: string;
  /** Its key; only the public part is used. */
  readonly key: JWK;
  readonly scopes: readonly string[];
}

const TOKEN_SECONDS = 120;
const LONGEST_ASSERTION_SECONDS = 120;
const ALGORITHM = "RS256";

const grant = z.looseObject({ grant_type: z.literal(JWT_BEARER), assertion: z.string() });

/**
 * A simulated Maskinporten: `POST /token` checks the assertion as the real one does, and gives tokens signed with a key of
 * its own; `GET /jwk` shows that key to the registers.
 */
export async function simulateMaskinporten(
  client: SimulatedClient,
  { slowMs = 60_000 } = {},
): Promise<Simulator> {
  const simulator = createSimulator({ name: "maskinporten", slowMs });
  const own = await generateKeyPair(ALGORITHM);
  const kid = "simulated-maskinporten";
  const clientKey = await importJWK(publicPart(client.key), client.key.alg ?? ALGORITHM);
  const ownUrl = (host: string): string => `http://${host}/`;
  const used = new Set<string>();

  simulator.app.get("/jwk", async () => ({
    keys: [{ ...(await exportJWK(own.publicKey)), kid, alg: ALGORITHM, use: "sig" }],
  }));
  simulator.app.post("/token", async (request, reply) => {
    const refuse = (error: string, description: string) =>
      reply.code(400).send({ error, error_description: description });
    const given = grant.safeParse(request.body);
    if (!given.success) return refuse("unsupported_grant_type", "Only the JWT bearer grant is served.");
    const issuer = ownUrl(request.host);
    const verified = await jwtVerify(given.data.assertion, clientKey, {
      issuer: client.clientId,
      audience: issuer,
      requiredClaims: ["iat", "exp", "jti", "scope"],
    }).catch(() => undefined);
    if (!verified) return refuse("invalid_grant", "The assertion does not hold.");
    const { iat = 0, exp = 0, jti = "", scope } = verified.payload;
    if (exp - iat > LONGEST_ASSERTION_SECONDS)
      return refuse("invalid_grant", "The assertion holds too long.");
    if (used.has(jti)) return refuse("invalid_grant", "The assertion has been used.");
    used.add(jti);
    const asked = String(scope).split(" ");
    if (!asked.every((one) => client.scopes.includes(one)))
      return refuse("invalid_scope", "The client may not have that scope.");
    const token = await new SignJWT({ scope, client_id: client.clientId })
      .setProtectedHeader({ alg: ALGORITHM, kid })
      .setIssuer(issuer)
      .setJti(randomUUID())
      .setIssuedAt()
      .setExpirationTime(`${TOKEN_SECONDS}s`)
      .sign(own.privateKey);
    return { access_token: token, token_type: "Bearer", expires_in: TOKEN_SECONDS - 1, scope };
  });
  return simulator;
}

function publicPart({ kty, n, e, crv, x, y }: JWK): JWK {
  return JSON.parse(JSON.stringify({ kty, n, e, crv, x, y })) as JWK;
}
