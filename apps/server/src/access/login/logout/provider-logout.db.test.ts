import assert from "node:assert/strict";
import { createHmac } from "node:crypto";
import test from "node:test";
import type { JWTPayload } from "jose";
import { sql } from "kysely";
import type { App } from "../../../platform/http/index.ts";
import { createCaller } from "../../../platform/http/testing.ts";
import { buildPlayedServer, logInThrough } from "../testing/log-in.ts";
import type { PlayedIssuer } from "../testing/played-issuer.ts";

const EVENT = { "http://schemas.openid.net/event/backchannel-logout": {} };
const NOW = new Date("2026-02-02T08:00:00Z").getTime() / 1000;

const tokenFor = (played: PlayedIssuer, claims: JWTPayload) =>
  played.sign(
    {
      iss: played.issuer.origin,
      aud: "varde",
      iat: NOW,
      exp: NOW + 120,
      jti: crypto.randomUUID(),
      events: EVENT,
      ...claims,
    },
    { typ: "logout+jwt" },
  );

async function send(app: App, token: string, provider = "played"): Promise<number> {
  const answer = await createCaller(app).fetch(`/auth/backchannel-logout/${provider}`, {
    method: "POST",
    body: new URLSearchParams({ logout_token: token }),
  });
  return answer.status;
}

test("ends the one session the provider names, or all of the person", async (t) => {
  const { app, played, db } = await buildPlayedServer(t);
  const enter = async (sid: string, sub = "kari") =>
    (await logInThrough(app, played, { claims: { sid, sub } })).caller;
  const [desk, phone, laptop, other] = [
    await enter("desk"),
    await enter("phone"),
    await enter("laptop"),
    await enter("desk of another", "ola"),
  ];
  const statuses = () =>
    Promise.all([desk, phone, laptop, other].map(async (one) => (await one.fetch("/api/me")).status));
  assert.equal(await send(app, await tokenFor(played, { sid: "desk" })), 200);
  assert.deepEqual(await statuses(), [401, 200, 200, 200]);
  assert.equal(await send(app, await tokenFor(played, { sub: "kari", sid: "phone" })), 200);
  assert.deepEqual(await statuses(), [401, 401, 200, 200]);
  assert.equal(await send(app, await tokenFor(played, { sub: "kari" })), 200);
  assert.deepEqual(await statuses(), [401, 401, 401, 200]);
  const { rows } = await sql`select details from platform.audit where act = 'logout'`.execute(db.app);
  assert.equal(rows.length, 3);
});

test("takes a logout token once, and writes down that it came again", async (t) => {
  const { app, played, db } = await buildPlayedServer(t);
  const token = await tokenFor(played, { sid: "desk" });
  assert.equal(await send(app, token), 200);
  const { caller } = await logInThrough(app, played, { claims: { sid: "desk" } });
  assert.equal(await send(app, token), 400);
  assert.equal((await caller.fetch("/api/me")).status, 200);
  const { rows } = await sql`
    select details->>'code' as code from platform.audit where act = 'providerLogoutRefused'`.execute(db.app);
  assert.deepEqual(rows, [{ code: "logoutTokenUsedBefore" }]);
});

test("refuses tokens that are forged, old, meant for another, or no logout tokens at all", async (t) => {
  const { app, played } = await buildPlayedServer(t);
  const { caller } = await logInThrough(app, played, { claims: { sid: "desk" } });
  const sid = "desk";
  const good = await tokenFor(played, { sid });
  const [, payload = ""] = good.split(".");
  const head = (header: object) => Buffer.from(JSON.stringify(header)).toString("base64url");
  const unsigned = `${head({ alg: "HS256", kid: "played" })}.${payload}`;
  const secret = JSON.stringify(played.publicKey);
  const refused = {
    none: `${head({ alg: "none" })}.${payload}.`,
    sharedSecret: `${unsigned}.${createHmac("sha256", secret).update(unsigned).digest("base64url")}`,
    tampered: good.replace(payload, Buffer.from(JSON.stringify({ sid })).toString("base64url")),
    otherAudience: await tokenFor(played, { sid, aud: "another" }),
    otherIssuer: await tokenFor(played, { sid, iss: "https://evil.example" }),
    old: await tokenFor(played, { sid, iat: NOW - 3600, exp: NOW + 120 }),
    expired: await tokenFor(played, { sid, exp: NOW - 60 }),
    withNonce: await tokenFor(played, { sid, nonce: "n" }),
    withoutEvent: await tokenFor(played, { sid, events: {} }),
    withoutId: await tokenFor(played, { sid, jti: undefined }),
    ofNobody: await tokenFor(played, {}),
    garbage: "a.b.c",
    empty: "",
  };
  for (const [name, token] of Object.entries(refused)) assert.equal(await send(app, token), 400, name);
  assert.equal(await send(app, good, "unknown"), 400);
  assert.equal((await caller.fetch("/api/me")).status, 200);
  assert.equal(await send(app, good), 200);
});

test("a frame of the provider's page ends the session it names, and no stranger can guess one", async (t) => {
  const { app, played } = await buildPlayedServer(t);
  const { caller } = await logInThrough(app, played, { claims: { sid: "desk" } });
  const frame = (query: Record<string, string>) =>
    createCaller(app).fetch(`/auth/frontchannel-logout/played?${new URLSearchParams(query).toString()}`);
  const guesses: Record<string, string>[] = [
    {},
    { sid: "desk" },
    { iss: "https://evil.example", sid: "desk" },
    { iss: played.issuer.origin, sid: "" },
  ];
  for (const query of guesses) {
    await frame(query);
    assert.equal((await caller.fetch("/api/me")).status, 200);
  }
  const answer = await frame({ iss: played.issuer.origin, sid: "desk" });
  assert.equal(
    answer.headers.get("content-security-policy"),
    `default-src 'none'; frame-ancestors ${played.issuer.origin}`,
  );
  assert.equal(answer.headers.get("x-frame-options"), null);
  assert.equal((await caller.fetch("/api/me")).status, 401);
});

test("logging out leads on to the provider, which ends its own login too", async (t) => {
  const { app, played } = await buildPlayedServer(t);
  const { caller } = await logInThrough(app, played);
  const me = (await (await caller.fetch("/api/me")).json()) as { csrfToken: string };
  const out = await caller.fetch("/auth/logout", {
    method: "POST",
    headers: { "x-csrf-token": me.csrfToken },
  });
  const { goTo } = (await out.json()) as { goTo: string };
  const address = new URL(goTo);
  assert.equal(address.origin + address.pathname, `${played.issuer.origin}/logout`);
  assert.equal(address.searchParams.get("post_logout_redirect_uri"), "http://localhost:3000/");
  assert.ok(address.searchParams.get("id_token_hint"));
});
