import { randomBytes } from "node:crypto";
import type { FastifyReply, FastifyRequest } from "fastify";
import type { Kysely } from "kysely";
import { type Actor, recordAudit, strangerActor } from "../../platform/audit/index.ts";
import type { Clock } from "../../platform/clock/clock.ts";
import type { App, OwnOrigins } from "../../platform/http/index.ts";
import { countFailure, findLock, forgetFailures } from "../login/failures/failed-logins.sql.ts";
import { addressKey, addressOf, clientKey } from "../login/failures/failure-keys.ts";
import { LOCK_OUTS, secondsLocked } from "../login/failures/lock-out.rules.ts";
import { minutesAfter } from "../sessions/session.rules.ts";
import { hashOf } from "../sessions/session-store.ts";
import { provesClient, readClientProof, type TokenRequest } from "./client-authentication.ts";
import { findServiceAccount, type ServiceAccount } from "./service-accounts.sql.ts";
import { isServiceScope } from "./service-scopes.ts";
import { insertToken } from "./service-tokens.sql.ts";

/** What issuing tokens needs. */
export interface TokenParts {
  readonly db: Kysely<unknown>;
  readonly clock: Clock;
  readonly origins: OwnOrigins;
}

export const TOKEN_PATH = "/auth/token";
/** Minutes a token is good for. */
const TOKEN_LIFE = 10;
const REQUESTS_PER_MINUTE = 60;

/** The errors of RFC 6749 section 5.2, and the one of a lock-out. */
type TokenError =
  | "invalid_request"
  | "invalid_client"
  | "invalid_scope"
  | "unsupported_grant_type"
  | "temporarily_unavailable";

const STATUS: Readonly<Record<TokenError, number>> = {
  invalid_request: 400,
  invalid_client: 401,
  invalid_scope: 400,
  unsupported_grant_type: 400,
  temporarily_unavailable: 429,
};

/** `POST /auth/token`: gives a service account a token for some minutes (client credentials, RFC 6749 section 4.4). */
export async function serveTokens(app: App, parts: TokenParts): Promise<void> {
  await app.register(async (inner) => {
    inner.removeAllContentTypeParsers();
    inner.addContentTypeParser(
      "application/x-www-form-urlencoded",
      { parseAs: "string" },
      (_request, body, done) => done(null, formOf(String(body))),
    );
    inner.post<{ Body?: TokenRequest | undefined }>(
      TOKEN_PATH,
      {
        config: { may: "anyone", rateLimit: { max: REQUESTS_PER_MINUTE, timeWindow: "1 minute" } },
        schema: { hide: true },
        bodyLimit: 20_000,
      },
      (request, reply) => answerTokenRequest(request, reply, parts),
    );
  });
}

/** A form as an object; nothing where a field comes twice, which leaves open what is meant. */
function formOf(text: string): TokenRequest | undefined {
  const fields = [...new URLSearchParams(text)];
  return new Set(fields.map(([name]) => name)).size === fields.length
    ? Object.fromEntries(fields)
    : undefined;
}

async function answerTokenRequest(
  request: FastifyRequest<{ Body?: TokenRequest | undefined }>,
  reply: FastifyReply,
  parts: TokenParts,
): Promise<FastifyReply> {
  const { db, clock } = parts;
  const [at, address, body] = [clock.now(), addressOf(request), request.body];
  reply.header("cache-control", "no-store").header("pragma", "no-cache");
  const proof = body && readClientProof(request.headers.authorization, body);
  const keys = [addressKey(address), ...(proof ? [clientKey(proof.clientId, address)] : [])];
  const locked = secondsLocked(await findLock(db, keys, at), at);
  if (locked > 0) return sendError(reply.header("retry-after", locked), "temporarily_unavailable");
  if (!body) return sendError(reply, "invalid_request");
  if (body.grant_type !== "client_credentials") return sendError(reply, "unsupported_grant_type");
  const account = proof && (await findServiceAccount(db, proof.clientId, at));
  const place = { db, now: at, audiences: audiencesOf(request, parts) };
  if (!proof || !account || !isInUse(account, at) || !(await provesClient(account, proof, place))) {
    await countFailure(db, addressKey(address), { at, limit: LOCK_OUTS.address });
    if (account)
      await countFailure(db, clientKey(account.clientId, address), { at, limit: LOCK_OUTS.client });
    await recordRefused(parts, { account, address, error: "invalid_client" });
    return sendError(reply.header("www-authenticate", 'Basic realm="varde"'), "invalid_client");
  }
  await forgetFailures(db, clientKey(account.clientId, address));
  const scopes = body.scope ? body.scope.split(" ").filter(Boolean) : account.scopes;
  if (!scopes.every((scope) => isServiceScope(scope) && account.scopes.includes(scope))) {
    await recordRefused(parts, { account, address, error: "invalid_scope" });
    return sendError(reply, "invalid_scope");
  }
  return reply.send(await issueToken(parts, account, { scopes: scopes.filter(isServiceScope), address, at }));
}

function isInUse({ revokedAt, expiresAt }: ServiceAccount, now: Date): boolean {
  return revokedAt === null && now < expiresAt;
}

/** What an assertion may be meant for: this server, or its token endpoint. */
function audiencesOf(request: FastifyRequest, { origins }: TokenParts): readonly string[] {
  const origin = origins.of(request) ?? origins.publicOrigin;
  return [origin, `${origin}/`, origin + TOKEN_PATH];
}

async function issueToken(
  { db }: TokenParts,
  account: ServiceAccount,
  { scopes, address, at }: { scopes: ServiceAccount["scopes"]; address: string; at: Date },
) {
  const token = randomBytes(32).toString("base64url");
  const expiresAt = minutesAfter(at, TOKEN_LIFE);
  await db.transaction().execute(async (tx) => {
    await insertToken(tx, { hash: hashOf(token), accountId: account.id, scopes, issuedAt: at, expiresAt });
    await recordAudit(tx, {
      at,
      actor: serviceActor(account),
      act: "issueToken",
      object: { type: "serviceAccount", id: account.clientId },
      details: { scopes, address },
    });
  });
  return { access_token: token, token_type: "Bearer", expires_in: TOKEN_LIFE * 60, scope: scopes.join(" ") };
}

async function recordRefused(
  { db, clock }: TokenParts,
  { account, address, error }: { account: ServiceAccount | undefined; address: string; error: TokenError },
): Promise<void> {
  await recordAudit(db, {
    at: clock.now(),
    actor: account ? serviceActor(account) : strangerActor(address),
    act: "tokenRefused",
    ...(account && { object: { type: "serviceAccount", id: account.clientId } }),
    details: { code: error, address },
  });
}

function serviceActor({ id, name }: ServiceAccount): Actor {
  return { kind: "service", id, name };
}

function sendError(reply: FastifyReply, error: TokenError): FastifyReply {
  return reply.code(STATUS[error]).send({ error });
}
