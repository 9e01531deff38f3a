import assert from "node:assert/strict";
import { createHmac, generateKeyPairSync, type KeyObject, randomUUID } from "node:crypto";
import test from "node:test";
import { accessRoutes, PERMISSIONS } from "@varde/contract";
import { type JWTPayload, SignJWT } from "jose";
import { sql } from "kysely";
import { cliActor, personActor, recordAudit } from "../../platform/audit/index.ts";
import { type RouteModule, serve } from "../../platform/http/index.ts";
import { createCaller } from "../../platform/http/testing.ts";
import { isRefusal } from "../../platform/rules/refusal.ts";
import { LOCK_OUTS } from "../login/failures/lock-out.rules.ts";
import { type AccessServer, buildAccessServer } from "../testing.ts";
import {
  addServiceAccount,
  revokeService,
  rotateSecret,
  type WantedAccount,
  type WithSecret,
} from "./manage-service-accounts.ts";
import { SERVICE_SCOPES } from "./service-scopes.ts";

const ASSERTION = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
const NOW = new Date("2026-02-02T08:00:00Z").getTime() / 1000;

const managing = ({ db, clock }: AccessServer) => ({ db: db.app, clock, actor: cliActor() });

async function add(server: AccessServer, wanted: Partial<WantedAccount> = {}): Promise<WithSecret> {
  const made = await addServiceAccount(managing(server), {
    clientId: "hospital-reports",
    name: "Hospital reports",
    contact: "it@hospital.example",
    scopes: ["readPortfolio", "readBalance"],
    publicKey: undefined,
    days: 30,
    ...wanted,
  });
  assert.ok(!isRefusal(made), JSON.stringify(made));
  return made;
}

/** Asks for a token with these fields, as another system does. */
async function ask(
  { app }: AccessServer,
  fields: Record<string, string>,
  headers: Record<string, string> = {},
) {
  const body = new URLSearchParams({ grant_type: "client_credentials", ...fields });
  const answer = await createCaller(app).fetch("/auth/token", { method: "POST", body, headers });
  const told = (await answer.json()) as {
    access_token?: string;
    error?: string;
    scope?: string;
    expires_in?: number;
  };
  return { status: answer.status, token: told.access_token ?? "", ...told };
}

const bySecret = (
  server: AccessServer,
  { clientId, secret = "" }: WithSecret,
  more: Record<string, string> = {},
) => ask(server, { client_id: clientId, client_secret: secret, ...more });

const bearer = (app: AccessServer["app"], token: string) =>
  createCaller(app, { authorization: `Bearer ${token}` });

/** A route for each permission, one for whoever is logged in, and one that demands step-up. */
const everyPermission: RouteModule = (app) => {
  for (const may of PERMISSIONS)
    serve(app, { ...accessRoutes.getMe, path: `/api/try/${may}` }, { may }, () => ({}) as never);
  serve(
    app,
    { ...accessRoutes.getMe, path: "/api/try-step-up" },
    { may: "readPortfolio", stepUp: true },
    () => ({}) as never,
  );
};

test("every scope opens the routes of its permission and no other, and never those for people", async (t) => {
  const server = await buildAccessServer(t, { routes: [everyPermission] });
  const account = await add(server, { scopes: SERVICE_SCOPES });
  for (const scope of SERVICE_SCOPES) {
    const { token } = await bySecret(server, account, { scope });
    const caller = bearer(server.app, token);
    for (const { method, path, may } of server.app.declaredRoutes) {
      if (method === "HEAD" || may === "anyone") continue;
      const answer = await caller.fetch(path.replace(/:\w+/g, "1"), { method });
      await answer.body?.cancel();
      const isMet = [may].flat().includes(scope) && path !== "/api/try-step-up";
      assert.equal(answer.status === 403, !isMet, `${scope}: ${method} ${path} answered ${answer.status}`);
    }
  }
});

test("what is for people alone can be given to no service account", async (t) => {
  const server = await buildAccessServer(t);
  for (const scope of PERMISSIONS.filter((one) => !SERVICE_SCOPES.some((known) => known === one))) {
    const outcome = await addServiceAccount(managing(server), {
      clientId: "reports",
      name: "Reports",
      contact: "x",
      scopes: [scope],
      publicKey: undefined,
      days: 1,
    });
    assert.equal(isRefusal(outcome) && outcome.code, "scopeUnknown", scope);
  }
});

test("a token lasts ten minutes, and is told by its secret in form or header", async (t) => {
  const server = await buildAccessServer(t, { routes: [everyPermission] });
  const account = await add(server);
  const basic = Buffer.from(`${account.clientId}:${account.secret}`).toString("base64");
  const given = await ask(server, {}, { authorization: `Basic ${basic}` });
  assert.deepEqual([given.status, given.scope, given.expires_in], [200, "readPortfolio readBalance", 600]);
  const caller = bearer(server.app, given.token);
  server.clock.move("2026-02-02T08:09:59Z");
  assert.equal((await caller.fetch("/api/try/readPortfolio")).status, 500);
  server.clock.move("2026-02-02T08:10:00Z");
  const expired = await caller.fetch("/api/try/readPortfolio");
  assert.deepEqual([expired.status, expired.headers.get("www-authenticate")], [401, "Bearer"]);
});

test("refuses wrong secrets, other accounts' secrets, several proofs at once, other grants and foreign scopes", async (t) => {
  const server = await buildAccessServer(t);
  const [one, other] = [await add(server), await add(server, { clientId: "another" })];
  const client_id = one.clientId;
  const client_secret = one.secret ?? "";
  const errorOf = async (fields: Record<string, string>, headers = {}) =>
    (await ask(server, fields, headers)).error;
  assert.equal(await errorOf({ client_id, client_secret: "guessed" }), "invalid_client");
  assert.equal(await errorOf({ client_id, client_secret: other.secret ?? "" }), "invalid_client");
  assert.equal(await errorOf({ client_id: "nobody", client_secret }), "invalid_client");
  assert.equal(await errorOf({ client_id }), "invalid_client");
  const authorization = `Basic ${Buffer.from(`${client_id}:${client_secret}`).toString("base64")}`;
  assert.equal(await errorOf({ client_id, client_secret }, { authorization }), "invalid_client");
  assert.equal(await errorOf({ client_id, client_secret, grant_type: "password" }), "unsupported_grant_type");
  assert.equal(
    await errorOf({ client_id, client_secret, scope: "readPortfolio readIntake" }),
    "invalid_scope",
  );
  assert.equal(await errorOf({ client_id, client_secret, scope: "operate" }), "invalid_scope");
  const twice = await createCaller(server.app).fetch("/auth/token", {
    method: "POST",
    body: new URLSearchParams([
      ["grant_type", "client_credentials"],
      ["client_id", client_id],
      ["client_id", "x"],
    ]),
  });
  assert.deepEqual(await twice.json(), { error: "invalid_request" });
});

test("a key of its own proves an account: once, for this server, and only with its own algorithm", async (t) => {
  const server = await buildAccessServer(t, { routes: [everyPermission] });
  const keys = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const pem = keys.publicKey.export({ type: "spki", format: "pem" }).toString();
  const { clientId, secret } = await add(server, { publicKey: pem });
  assert.equal(secret, undefined);
  const claims = (more: JWTPayload = {}): JWTPayload => ({
    iss: clientId,
    sub: clientId,
    aud: "http://localhost:3000/auth/token",
    iat: NOW,
    exp: NOW + 60,
    jti: randomUUID(),
    ...more,
  });
  const sign = (content: JWTPayload, key: KeyObject = keys.privateKey) =>
    new SignJWT(content).setProtectedHeader({ alg: "ES256" }).sign(key);
  const prove = (assertion: string) =>
    ask(server, { client_assertion_type: ASSERTION, client_assertion: assertion });
  const good = await sign(claims());
  const first = await prove(good);
  assert.equal(first.status, 200);
  assert.equal((await bearer(server.app, first.token).fetch("/api/try/readPortfolio")).status, 500);
  const [, payload = ""] = (await sign(claims())).split(".");
  const head = (header: object) => Buffer.from(JSON.stringify(header)).toString("base64url");
  const unsigned = `${head({ alg: "HS256" })}.${payload}`;
  const refused = {
    again: good,
    none: `${head({ alg: "none" })}.${payload}.`,
    publicKeyAsSecret: `${unsigned}.${createHmac("sha256", pem).update(unsigned).digest("base64url")}`,
    otherKey: await sign(claims(), generateKeyPairSync("ec", { namedCurve: "P-256" }).privateKey),
    otherAudience: await sign(claims({ aud: "https://another.example/token" })),
    otherIssuer: await sign(claims({ iss: "another" })),
    expired: await sign(claims({ iat: NOW - 600, exp: NOW - 540 })),
    longLived: await sign(claims({ iat: NOW - 331, exp: NOW + 3600 })),
    withoutId: await sign(claims({ jti: undefined })),
    garbage: "a.b.c",
  };
  for (const [name, assertion] of Object.entries(refused)) {
    assert.equal((await prove(assertion)).error, "invalid_client", name);
  }
});

test("revoking ends secrets and tokens at once and for ever", async (t) => {
  const server = await buildAccessServer(t, { routes: [everyPermission] });
  const account = await add(server);
  const { token } = await bySecret(server, account);
  await revokeService(managing(server), { clientId: account.clientId, reason: "Avtalen er sagt opp" });
  assert.equal((await bearer(server.app, token).fetch("/api/try/readPortfolio")).status, 401);
  assert.equal((await bySecret(server, account)).error, "invalid_client");
  const again = await rotateSecret(managing(server), { clientId: account.clientId, overlapDays: 0 });
  assert.equal(isRefusal(again) && again.code, "serviceAccountRevoked");
});

test("a rotated secret works beside the one before it for the days given, and alone after that", async (t) => {
  const server = await buildAccessServer(t);
  const before = await add(server);
  const after = await rotateSecret(managing(server), { clientId: before.clientId, overlapDays: 2 });
  assert.ok(!isRefusal(after));
  const statuses = async () => [
    (await bySecret(server, before)).status,
    (await bySecret(server, after)).status,
  ];
  assert.deepEqual(await statuses(), [200, 200]);
  server.clock.move("2026-02-04T08:00:00Z");
  assert.deepEqual(await statuses(), [401, 200]);
  server.clock.move("2026-03-04T08:00:00Z");
  assert.deepEqual(await statuses(), [401, 401]);
  const { rows } = await sql<{ row: string }>`select s::text as row from access.service_secrets s`.execute(
    server.db.app,
  );
  for (const { row } of rows) assert.doesNotMatch(row, new RegExp(after.secret ?? ""));
});

test("guessing locks out that account from that address, and nobody else", async (t) => {
  const server = await buildAccessServer(t);
  const [account, other] = [await add(server), await add(server, { clientId: "another" })];
  for (let i = 0; i < LOCK_OUTS.client.failures; i++) {
    await bySecret(server, { ...account, secret: "guessed" });
  }
  const locked = await bySecret(server, account);
  assert.deepEqual([locked.status, locked.error], [429, "temporarily_unavailable"]);
  assert.equal((await bySecret(server, other)).status, 200);
  server.clock.move("2026-02-02T08:15:00Z");
  assert.equal((await bySecret(server, account)).status, 200);
});

test("a page of another site can use no token, and a token makes no cookie count", async (t) => {
  const server = await buildAccessServer(t, { routes: [everyPermission] });
  const { token } = await bySecret(server, await add(server));
  const foreign = [{ origin: "https://evil.example" }, { "sec-fetch-site": "cross-site" }];
  for (const headers of foreign) {
    const answer = await bearer(server.app, token).fetch("/api/try/readPortfolio", { headers });
    assert.equal(((await answer.json()) as { code: string }).code, "foreignOrigin");
  }
  const answer = await bearer(server.app, token).fetch("/api/me");
  assert.equal(((await answer.json()) as { code: string }).code, "personRequired");
});

test("every token, every refusal and what an account does stand in the audit log under its name", async (t) => {
  const server = await buildAccessServer(t, {
    routes: [
      (app) =>
        serve(
          app,
          { ...accessRoutes.getMe, path: "/api/read" },
          { may: "readPortfolio" },
          async ({ person }) => {
            await recordAudit(server.db.app, {
              at: server.clock.now(),
              actor: personActor(person),
              act: "readPortfolio",
            });
            return {} as never;
          },
        ),
    ],
  });
  const account = await add(server);
  const { token } = await bySecret(server, account);
  await bearer(server.app, token).fetch("/api/read");
  await bearer(server.app, token).fetch("/api/access/people");
  await bySecret(server, { ...account, secret: "guessed" });
  const { rows } = await sql<{ act: string; kind: string; name: string }>`
    select act, actor->>'kind' as kind, actor->>'name' as name from platform.audit order by id`.execute(
    server.db.app,
  );
  const name = "Hospital reports";
  assert.deepEqual(rows.slice(1), [
    { act: "issueToken", kind: "service", name },
    { act: "readPortfolio", kind: "service", name },
    { act: "refusedAttempt", kind: "service", name },
    { act: "tokenRefused", kind: "service", name },
  ]);
  assert.equal(rows[0]?.act, "addServiceAccount");
});
