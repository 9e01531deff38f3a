import { importJWK, jwtVerify } from "jose";
import type { Kysely } from "kysely";
import { SIGNATURES } from "../login/logout/logout-token.ts";
import { useOnce } from "../login/logout/used-tokens.sql.ts";
import { hashOf } from "../sessions/session-store.ts";
import { isSecretOf, type ServiceAccount } from "./service-accounts.sql.ts";

/** What a client brings to prove who it is. */
export type ClientProof =
  | { readonly kind: "secret"; readonly clientId: string; readonly secret: string }
  | { readonly kind: "assertion"; readonly clientId: string; readonly assertion: string };

const ASSERTION_TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

/** Fields of a token request that matter here, as they were sent. */
export type TokenRequest = Readonly<Partial<Record<string, string>>>;

/**
 * Reads how a client says who it is: HTTP Basic, `client_id` with `client_secret`, or a signed assertion. Exactly one
 * of them, else nothing. Source: RFC 6749 section 2.3, RFC 7523 section 2.2.
 */
export function readClientProof(
  authorization: string | undefined,
  body: TokenRequest,
): ClientProof | undefined {
  const ways = [authorization, body.client_secret, body.client_assertion].filter((way) => way !== undefined);
  if (ways.length !== 1) return undefined;
  if (authorization !== undefined) return readBasic(authorization);
  if (body.client_secret !== undefined && body.client_id) {
    return { kind: "secret", clientId: body.client_id, secret: body.client_secret };
  }
  if (body.client_assertion === undefined || body.client_assertion_type !== ASSERTION_TYPE) return undefined;
  const clientId = body.client_id ?? subjectIn(body.client_assertion);
  return clientId ? { kind: "assertion", clientId, assertion: body.client_assertion } : undefined;
}

function readBasic(authorization: string): ClientProof | undefined {
  const encoded = /^Basic +([A-Za-z0-9+/=]+)$/i.exec(authorization)?.[1];
  const [, clientId, secret] = /^([^:]+):(.+)$/s.exec(Buffer.from(encoded ?? "", "base64").toString()) ?? [];
  if (clientId === undefined || secret === undefined) return undefined;
  try {
    return { kind: "secret", clientId: decodeForm(clientId), secret: decodeForm(secret) };
  } catch {
    return undefined;
  }
}

const decodeForm = (text: string): string => decodeURIComponent(text.replaceAll("+", " "));

/** Whom an assertion speaks of, before anything of it is believed. */
function subjectIn(assertion: string): string | undefined {
  try {
    const { sub } = JSON.parse(Buffer.from(assertion.split(".")[1] ?? "", "base64url").toString()) as {
      sub?: unknown;
    };
    return typeof sub === "string" ? sub : undefined;
  } catch {
    return undefined;
  }
}

/** Where and when a proof is given. */
export interface ProofPlace {
  readonly db: Kysely<unknown>;
  readonly now: Date;
  /** Addresses an assertion may be meant for. */
  readonly audiences: readonly string[];
}

/** Whether the proof is the account's own. An account with a public key has no secret, and the other way round. */
export async function provesClient(
  account: ServiceAccount,
  proof: ClientProof,
  place: ProofPlace,
): Promise<boolean> {
  if (proof.kind === "assertion") return provesByAssertion(account, proof.assertion, place);
  if (account.publicKey !== null) return false;
  return isSecretOf(place.db, account.id, { hash: hashOf(proof.secret), now: place.now });
}

/** Seconds an assertion may live, and our clocks may differ. */
const LONGEST_LIFE = 300;
const CLOCK_SKEW = 30;

async function provesByAssertion(
  { clientId, publicKey }: ServiceAccount,
  assertion: string,
  { db, now, audiences }: ProofPlace,
): Promise<boolean> {
  if (publicKey?.alg === undefined || !SIGNATURES.includes(publicKey.alg)) return false;
  try {
    const { payload } = await jwtVerify(assertion, await importJWK(publicKey), {
      issuer: clientId,
      subject: clientId,
      audience: [...audiences],
      algorithms: [publicKey.alg],
      requiredClaims: ["exp", "iat", "jti"],
      maxTokenAge: LONGEST_LIFE,
      clockTolerance: CLOCK_SKEW,
      currentDate: now,
    });
    const { jti, iat = 0 } = payload;
    if (!jti) return false;
    const expiresAt = new Date((iat + LONGEST_LIFE + CLOCK_SKEW) * 1000);
    return await useOnce(db, { issuer: `client ${clientId}`, id: jti, expiresAt });
  } catch (error) {
    if ((error as { code?: string }).code?.startsWith("ERR_J") === true) return false;
    throw error;
  }
}
