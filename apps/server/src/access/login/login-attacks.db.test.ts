import assert from "node:assert/strict";
import { createHmac, generateKeyPairSync } from "node:crypto";
import test from "node:test";
import { accessRoutes } from "@varde/contract";
import { type JWTPayload, SignJWT } from "jose";
import { sql } from "kysely";
import { createCaller } from "../../platform/http/testing.ts";
import { buildAccessServer } from "../testing.ts";
import { LOCK_OUTS } from "./failures/lock-out.rules.ts";
import { begin, buildPlayedServer, codeOn, logInThrough, providerAt, wayBack } from "./testing/log-in.ts";
import { startPlayedIssuer, type WriteToken } from "./testing/played-issuer.ts";

const written = (header: object, claims: JWTPayload, signature = ""): string =>
  [header, claims].map((part) => Buffer.from(JSON.stringify(part)).toString("base64url")).join(".") +
  `.${signature}`;

test("a good answer lets in, so that what is refused below is refused for its fault", async (t) => {
  const { app, played } = await buildPlayedServer(t);
  const { caller, answer } = await logInThrough(app, played, { path: "/auth/login?returnTo=/intake" });
  assert.equal(answer.headers.get("location"), "/intake");
  assert.equal((await caller.call(accessRoutes.getMe)).person.name, "Kari Moen");
});

test("refuses tokens without signature, signed with a shared secret, or by somebody else", async (t) => {
  const { app, played } = await buildPlayedServer(t);
  const stranger = generateKeyPairSync("rsa", { modulusLength: 2048 }).privateKey;
  const symmetric =
    (key: string): WriteToken =>
    (claims) => {
      const unsigned = written({ alg: "HS256", kid: "played" }, claims).slice(0, -1);
      return `${unsigned}.${createHmac("sha256", key).update(unsigned).digest("base64url")}`;
    };
  const forged: Record<string, WriteToken> = {
    none: (claims) => written({ alg: "none" }, claims),
    noneInCapitals: (claims) => written({ alg: "NONE" }, claims, "x"),
    publicKeyAsSecret: symmetric(JSON.stringify(played.publicKey)),
    clientSecret: symmetric("a secret of the client"),
    otherKey: (claims) =>
      new SignJWT(claims).setProtectedHeader({ alg: "RS256", kid: "played" }).sign(stranger),
  };
  for (const [name, write] of Object.entries(forged)) {
    const { caller, answer } = await logInThrough(app, played, { write });
    assert.equal(await codeOn(answer), "loginFailed", name);
    assert.equal((await caller.fetch("/api/me")).status, 401, name);
  }
});

test("refuses tokens that are expired, meant for another, from another, or for another login", async (t) => {
  const { app, played } = await buildPlayedServer(t);
  const past = Math.floor(Date.now() / 1000) - 3600;
  const wrong: Record<string, JWTPayload> = {
    expired: { exp: past },
    otherAudience: { aud: "another-client" },
    amongOthers: { aud: ["varde", "another-client"], azp: "another-client" },
    otherIssuer: { iss: "https://login.evil.example" },
    otherNonce: { nonce: "of-another-login" },
  };
  for (const [name, claims] of Object.entries(wrong)) {
    const { answer } = await logInThrough(app, played, { claims });
    assert.equal(await codeOn(answer), "loginFailed", name);
  }
});

test("an answer is taken once: neither code nor state can be used again, here or in another browser", async (t) => {
  const { app, played } = await buildPlayedServer(t);
  const { caller, back } = await logInThrough(app, played);
  for (const browser of [caller, createCaller(app)]) {
    assert.equal(await codeOn(await browser.fetch(back)), "loginExpired");
  }
  const begun = await begin(caller, played);
  const failed = await caller.fetch(wayBack(played, begun, { claims: { aud: "another" } }));
  assert.equal(await codeOn(failed), "loginFailed");
  assert.equal(await codeOn(await caller.fetch(wayBack(played, begun))), "loginExpired");
});

test("an answer of one provider is never taken for another's", async (t) => {
  const [honest, evil] = [await startPlayedIssuer(t), await startPlayedIssuer(t)];
  const providers = [providerAt(honest, { key: "honest" }), providerAt(evil, { key: "evil" })];
  const { app } = await buildAccessServer(t, { providers, demo: false });
  const at = "/auth/login?provider=honest";
  const callback = "/auth/callback/honest";
  const mixedUp = {
    otherCallback: { callback: "/auth/callback/evil", iss: evil.issuer.origin },
    otherIssuer: { callback, iss: evil.issuer.origin },
    noIssuer: { callback, iss: "" },
  };
  for (const [name, back] of Object.entries(mixedUp)) {
    const { caller, answer } = await logInThrough(app, honest, { path: at, ...back });
    assert.notEqual(answer.status, 302, name);
    assert.equal((await caller.fetch("/api/me")).status, 401, name);
  }
  assert.equal(evil.requests.length, 0, "the code of one provider is never shown to another");
  assert.equal((await logInThrough(app, honest, { path: at, callback })).answer.status, 302);
});

test("a session id planted before login, or stolen before step-up, is worth nothing afterwards", async (t) => {
  const { app, played } = await buildPlayedServer(t);
  const { caller } = await logInThrough(app, played);
  const stolen = caller.cookies.get("varde") ?? "";
  const claims = { auth_time: Math.floor(Date.now() / 1000) };
  const { answer } = await logInThrough(app, played, {
    path: "/auth/step-up?returnTo=/alerts",
    caller,
    claims,
  });
  assert.equal(answer.headers.get("location"), "/alerts");
  assert.equal((await caller.fetch("/api/me")).status, 200);
  const thief = createCaller(app);
  thief.cookies.set("varde", stolen);
  assert.equal((await thief.fetch("/api/me")).status, 401);
});

test("who one is comes from the session alone, whatever headers and addresses say", async (t) => {
  const { app, played } = await buildPlayedServer(t);
  await logInThrough(app, played);
  const smuggled = {
    "x-forwarded-user": "kari",
    "x-remote-user": "kari",
    "remote-user": "kari",
    "x-auth-request-user": "kari",
    "x-ms-client-principal-name": "kari",
    "x-test-login": "kari",
    authorization: `Basic ${Buffer.from("kari:").toString("base64")}`,
    cookie: "varde=kari; varde=kari.x",
  };
  for (const [name, value] of Object.entries(smuggled)) {
    const answer = await createCaller(app, { [name]: value }).fetch("/api/me?personId=kari");
    assert.equal(answer.status, 401, name);
  }
  const bearer = await createCaller(app, { authorization: "Bearer kari" }).fetch("/api/me");
  assert.equal(((await bearer.json()) as { code: string }).code, "tokenNotAccepted");
});

test("other sites can neither log somebody out nor change anything in their name", async (t) => {
  const { app, played } = await buildPlayedServer(t);
  const { caller } = await logInThrough(app, played);
  const { csrfToken } = await caller.call(accessRoutes.getMe);
  const forged: Record<string, string>[] = [
    {},
    { "x-csrf-token": "guessed" },
    { origin: "https://evil.example", "x-csrf-token": csrfToken },
    { "sec-fetch-site": "cross-site", "content-type": "text/plain" },
  ];
  for (const headers of forged) {
    for (const [path, method] of [
      ["/auth/logout", "POST"],
      ["/api/me/language", "PUT"],
      ["/api/me/sessions/end-others", "POST"],
    ] as const) {
      assert.equal((await caller.fetch(path, { method, headers })).status, 403, path);
    }
  }
  assert.equal((await caller.fetch("/api/me")).status, 200);
});

test("whoever fails again and again is locked out by address, and let in when the time is out", async (t) => {
  const { app, played, clock, db } = await buildPlayedServer(t);
  const caller = createCaller(app);
  await sql`insert into access.failed_logins (key, failures, since)
    values ('address:127.0.0.1', ${LOCK_OUTS.address.failures - 1}, ${clock.now()})`.execute(db.app);
  assert.equal(await codeOn(await caller.fetch("/auth/callback/played?state=guessed")), "loginExpired");
  const last = await logInThrough(app, played, { claims: { aud: "another" } });
  assert.equal(await codeOn(last.answer), "loginFailed", "what another site can send counts for nothing");
  const locked = await logInThrough(app, played);
  assert.deepEqual([locked.answer.status, await codeOn(locked.answer)], [429, "loginLockedOut"]);
  clock.move("2026-02-02T08:16:00Z");
  assert.equal((await logInThrough(app, played)).answer.status, 302);
});

test("an account that is refused again and again is locked out, wherever it comes from", async (t) => {
  const { app, played, clock } = await buildPlayedServer(t);
  const claims = { roles: ["none of ours"] };
  for (let i = 0; i < LOCK_OUTS.account.failures; i++) {
    assert.equal(await codeOn((await logInThrough(app, played, { claims })).answer), "noRole");
  }
  assert.equal(await codeOn((await logInThrough(app, played)).answer), "loginLockedOut");
  assert.equal((await logInThrough(app, played, { claims: { sub: "ola" } })).answer.status, 302);
  clock.move("2026-02-02T08:16:00Z");
  assert.equal((await logInThrough(app, played)).answer.status, 302);
});

test("every login and every refused one is written down with its reason and address, and nothing strangers make up", async (t) => {
  const { app, played, db } = await buildPlayedServer(t);
  const { caller, back } = await logInThrough(app, played);
  await logInThrough(app, played, { claims: { aud: "another" } });
  await caller.fetch(back);
  await createCaller(app).fetch("/auth/callback/played?state=guessed");
  const { rows } = await sql`
    select act, actor->>'kind' as kind, details->>'code' as code, details->>'provider' as provider,
           details->>'address' as address
    from platform.audit order by id`.execute(db.app);
  const address = "127.0.0.1";
  assert.deepEqual(rows, [
    { act: "login", kind: "person", code: null, provider: "played", address },
    { act: "loginRefused", kind: "stranger", code: "loginFailed", provider: "played", address },
    { act: "loginRefused", kind: "stranger", code: "loginExpired", provider: null, address },
  ]);
});
