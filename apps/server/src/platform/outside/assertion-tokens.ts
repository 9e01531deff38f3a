import { randomUUID } from "node:crypto";
import { importJWK, type JWK, SignJWT } from "jose";
import { z } from "zod";
import type { Clock } from "../clock/clock.ts";
import type { TokenSource } from "./access-token.ts";
import type { Caller, Silence } from "./calling.ts";
import { readJson } from "./read-json.ts";

/** A provider of tokens (OAuth 2.0) that is shown an assertion signed with the client's own key. */
export interface AssertionClient {
  readonly tokenUrl: URL;
  /** Whom the assertion is for. */
  readonly audience: string;
  readonly clientId: string;
  /** The private key, whose `kid` the provider knows. */
  readonly key: JWK;
  /** What the assertion claims besides who it is from and for, and how long it holds. */
  readonly claims: (scope: string) => Readonly<Record<string, string>>;
  /** The form the assertion is sent in. */
  readonly form: (assertion: string, scope: string) => Readonly<Record<string, string>>;
}

const reply = z.looseObject({ access_token: z.string().min(1), expires_in: z.number().positive() });

const ASSERTION_SECONDS = 60;
/** A token is no longer used this long before it ends, so that it does not end under way. */
const MARGIN_MS = 20_000;

/** Fetches tokens and keeps each until shortly before it ends; those who ask at once share one request. */
export function createAssertionTokens(client: AssertionClient, call: Caller, clock: Clock): TokenSource {
  const kept = new Map<string, { token: string; until: number }>();
  const underWay = new Map<string, Promise<string | Silence>>();

  const fetchToken = async (scope: string): Promise<string | Silence> => {
    const assertion = await signAssertion(client, scope, clock.now());
    const answer = await call({
      url: client.tokenUrl,
      method: "POST",
      headers: { "content-type": "application/x-www-form-urlencoded", accept: "application/json" },
      body: new URLSearchParams(client.form(assertion, scope)).toString(),
    });
    if ("silent" in answer) return { ...answer, detail: `no token: ${answer.detail}` };
    if (answer.status !== 200)
      return { silent: "accessRefused", detail: `no token: HTTP ${answer.status} ${errorIn(answer.text)}` };
    const read = reply.safeParse(readJson(answer.text));
    if (!read.success) return { silent: "notUnderstood", detail: "no token: not in the shape agreed" };
    const { access_token: token, expires_in: seconds } = read.data;
    kept.set(scope, { token, until: clock.now().getTime() + seconds * 1000 - MARGIN_MS });
    return token;
  };

  return {
    tokenFor: async (scope) => {
      const known = kept.get(scope);
      if (known && clock.now().getTime() < known.until) return known.token;
      const asked = underWay.get(scope) ?? fetchToken(scope).finally(() => underWay.delete(scope));
      underWay.set(scope, asked);
      return asked;
    },
    forget: (scope) => {
      kept.delete(scope);
    },
  };
}

async function signAssertion(
  { audience, clientId, key, claims }: AssertionClient,
  scope: string,
  now: Date,
): Promise<string> {
  const alg = key.alg ?? "RS256";
  const at = Math.floor(now.getTime() / 1000);
  return new SignJWT({ ...claims(scope) })
    .setProtectedHeader({ alg, ...(key.kid ? { kid: key.kid } : {}) })
    .setIssuer(clientId)
    .setAudience(audience)
    .setIssuedAt(at)
    .setExpirationTime(at + ASSERTION_SECONDS)
    .setJti(randomUUID())
    .sign(await importJWK(key, alg));
}

/** The provider's word for what is wrong (`invalid_scope`), which is safe to log. */
function errorIn(text: string): string {
  const read = z.looseObject({ error: z.string().max(60) }).safeParse(readJson(text));
  return read.success ? read.data.error : "";
}
