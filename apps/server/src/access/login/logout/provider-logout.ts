import type { FastifyReply, FastifyRequest } from "fastify";
import { personActor, recordAudit, strangerActor } from "../../../platform/audit/index.ts";
import type { App } from "../../../platform/http/index.ts";
import { isRefusal } from "../../../platform/rules/refusal.ts";
import { endProviderSessions, type ProviderLogout } from "../../sessions/open-sessions.sql.ts";
import { countFailure, findLock } from "../failures/failed-logins.sql.ts";
import { addressKey, addressOf } from "../failures/failure-keys.ts";
import { LOCK_OUTS } from "../failures/lock-out.rules.ts";
import type { LoginParts } from "../login-parts.ts";
import type { IdentityProvider } from "../providers/identity-provider.ts";
import { verifyLogoutToken } from "./logout-token.ts";
import { useOnce } from "./used-tokens.sql.ts";

/** Largest logout request, in bytes; tokens are some hundred. */
const BODY_LIMIT = 20_000;

/**
 * Lets login providers end sessions here when a person logs out there: `POST /auth/backchannel-logout/:provider` with
 * a logout token, `GET /auth/frontchannel-logout/:provider` in a frame of the provider's page.
 */
export async function serveProviderLogout(app: App, parts: LoginParts): Promise<void> {
  const config = {
    may: "anyone" as const,
    rateLimit: { max: parts.loginsPerMinute * 5, timeWindow: "1 minute" },
  };
  const options = { config, schema: { hide: true }, bodyLimit: BODY_LIMIT };
  const providerOf = (key: string) => parts.providers.find((provider) => provider.key === key);
  await app.register(async (inner) => {
    inner.addContentTypeParser(
      "application/x-www-form-urlencoded",
      { parseAs: "string" },
      (_request, body, done) => done(null, Object.fromEntries(new URLSearchParams(String(body)))),
    );
    inner.post<{ Params: { provider: string }; Body?: { logout_token?: string } }>(
      "/auth/backchannel-logout/:provider",
      options,
      async (request, reply) => {
        const provider = providerOf(request.params.provider);
        const token = request.body?.logout_token;
        const isDone =
          provider !== undefined &&
          typeof token === "string" &&
          (await endByToken(provider, token, parts, request));
        return isDone ? reply.send() : reply.code(400).send({ error: "invalid_request" });
      },
    );
    inner.get<{ Params: { provider: string }; Querystring: { iss?: string; sid?: string } }>(
      "/auth/frontchannel-logout/:provider",
      options,
      async (request, reply) => {
        const provider = providerOf(request.params.provider);
        if (!provider) return reply.code(400).send({ error: "invalid_request" });
        return endByFrame(provider, request.query, parts, reply);
      },
    );
  });
}

async function endByToken(
  provider: IdentityProvider,
  token: string,
  parts: LoginParts,
  request: FastifyRequest,
): Promise<boolean> {
  const { db, clock, origins } = parts;
  const [at, address] = [clock.now(), addressOf(request)];
  if (await findLock(db, [addressKey(address)], at)) return false;
  const client = await provider.clientFor(origins.of(request) ?? origins.publicOrigin);
  const asked = await verifyLogoutToken(client, token, at);
  const once =
    !isRefusal(asked) &&
    (await useOnce(db, { issuer: `logout ${provider.issuer}`, id: asked.id, expiresAt: asked.expiresAt }));
  if (isRefusal(asked) || !once) {
    await countFailure(db, addressKey(address), { at, limit: LOCK_OUTS.address });
    await recordAudit(db, {
      at,
      actor: strangerActor(address),
      act: "providerLogoutRefused",
      details: { provider: provider.key, code: isRefusal(asked) ? asked.code : "logoutTokenUsedBefore" },
    });
    return false;
  }
  await endAndRecord({ provider: provider.key, sid: asked.sid, subject: asked.subject }, parts);
  return true;
}

/** A frame carries no cookie, so the session is known by the provider's own name for it, which only the two know. */
async function endByFrame(
  provider: IdentityProvider,
  { iss, sid }: { iss?: string; sid?: string },
  parts: LoginParts,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const isOwn = URL.parse(iss ?? "")?.href === URL.parse(provider.issuer)?.href;
  if (isOwn && typeof sid === "string" && sid !== "")
    await endAndRecord({ provider: provider.key, sid }, parts);
  const framedBy = URL.parse(provider.issuer)?.origin ?? "'none'";
  return reply
    .header("content-security-policy", `default-src 'none'; frame-ancestors ${framedBy}`)
    .removeHeader("x-frame-options")
    .header("cache-control", "no-store")
    .type("text/html; charset=utf-8")
    .send("<!doctype html><title>Varde</title>");
}

async function endAndRecord(asked: ProviderLogout, { db, clock }: LoginParts): Promise<void> {
  await db.transaction().execute(async (tx) => {
    for (const person of await endProviderSessions(tx, asked)) {
      await recordAudit(tx, {
        at: clock.now(),
        actor: personActor(person),
        act: "logout",
        object: { type: "person", id: person.id },
        details: { askedBy: asked.provider },
      });
    }
  });
}
