import assert from "node:assert/strict";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import test, { type TestContext } from "node:test";
import { accessRoutes, type Me } from "@varde/contract";
import { sql } from "kysely";
import type { Database } from "../../platform/database/index.ts";
import { type App, ownOrigins, serve } from "../../platform/http/index.ts";
import { createCaller, type TestCaller } from "../../platform/http/testing.ts";
import type { AccessAuthentication } from "../authentication.ts";
import { buildAccessServer } from "../testing.ts";
import { NO_ASSURANCE } from "./providers/login-rules.ts";
import { openIdProvider } from "./providers/open-id-provider.ts";

interface Arrival {
  readonly caller: TestCaller;
  readonly path: string;
  readonly answer: Response;
  /** Every address the browser was sent to. */
  readonly way: readonly string[];
}

/** Follows redirects as a browser does, to the first answer that is none. */
async function follow(caller: TestCaller, start: string, host: string): Promise<Arrival> {
  const way = [start];
  for (;;) {
    const path = way.at(-1) ?? start;
    const answer = await caller.fetch(path);
    const location = answer.headers.get("location");
    if (!location) return { caller, path, answer, way };
    const next = new URL(location, `http://${host}${path}`);
    if (next.host !== host || way.length > 10)
      return { caller, path: next.href, answer, way: [...way, next.href] };
    way.push(next.pathname + next.search);
  }
}

async function logIn(
  app: App,
  {
    begin = "/auth/login",
    returnTo = "/",
    host = "localhost:3000",
    subject = "ingrid",
    caller = createCaller(app, { host }),
  } = {},
) {
  const page = await follow(caller, `${begin}?returnTo=${encodeURIComponent(returnTo)}`, host);
  const chosen = await caller.fetch(page.path, {
    method: "POST",
    body: new URLSearchParams({ subject }),
    headers: { origin: `http://${host}` },
  });
  const back = new URL(chosen.headers.get("location") ?? "", `http://${host}`);
  return { page, ...(await follow(caller, back.pathname + back.search, host)) };
}

async function acts(db: Database): Promise<string[]> {
  const { rows } = await sql<{ act: string; name: string }>`
    select act, actor->>'name' as name from platform.audit order by id`.execute(db.app);
  return rows.map(({ act, name }) => `${name}: ${act}`);
}

test("logs in through the provider, back to the page asked for, and out again", async (t) => {
  const server = await buildAccessServer(t);
  const { page, caller, path } = await logIn(server.app, { returnTo: "/intake?state=quarantined" });
  const choice = await page.answer.text();
  assert.match(choice, /<html lang="nb">/);
  assert.equal(choice.match(/<button /g)?.length, 8);
  assert.equal(path, "/intake?state=quarantined");
  const me: Me = await caller.call(accessRoutes.getMe);
  assert.deepEqual([me.person.name, me.person.roles, me.demo], ["Ingrid Solbakken", ["firstLine"], true]);
  assert.ok(me.permissions.includes("handleIntake") && !me.permissions.includes("operate"));

  const cookies = new Map(caller.cookies);
  const out = await caller.fetch("/auth/logout", {
    method: "POST",
    headers: { "x-csrf-token": me.csrfToken },
  });
  assert.deepEqual(await out.json(), { goTo: "/" });
  for (const [name, value] of cookies) caller.cookies.set(name, value);
  assert.equal((await caller.fetch("/api/me")).status, 401);
  assert.deepEqual(await acts(server.db), ["Ingrid Solbakken: login", "Ingrid Solbakken: logout"]);
});

test("asks who one is again after logging out", async (t) => {
  const { app } = await buildAccessServer(t);
  const { caller } = await logIn(app);
  const again = await logIn(app, { caller, subject: "solveig" });
  assert.equal((await again.caller.call(accessRoutes.getMe)).person.name, "Solveig Bakke");
});

test("a session known before login is worth nothing after it", async (t) => {
  const { app } = await buildAccessServer(t);
  const planted = createCaller(app);
  await planted.fetch("/auth/login");
  const known = planted.cookies.get("varde");
  assert.ok(known);
  const victim = createCaller(app);
  victim.cookies.set("varde", known);
  await logIn(app, { caller: victim });
  assert.notEqual(victim.cookies.get("varde"), known);
  assert.equal((await victim.fetch("/api/me")).status, 200);
  assert.equal((await planted.fetch("/api/me")).status, 401);
});

test("a demonstration shows step-up too: choose the same person again, and no other", async (t) => {
  const { app } = await buildAccessServer(t, {
    routes: [
      (inner) =>
        serve(
          inner,
          { ...accessRoutes.getMe, path: "/api/sure" },
          { may: "loggedIn", stepUp: true },
          () => ({}) as never,
        ),
    ],
  });
  const { caller } = await logIn(app);
  const [begin, returnTo] = ["/auth/step-up", "/alerts/12"];
  assert.equal((await caller.fetch("/api/sure")).status, 403);
  const other = await logIn(app, { begin, returnTo, caller, subject: "amina" });
  assert.match(await other.answer.text(), /En annen person logget inn[^]*loginOtherPerson/);
  assert.equal((await caller.call(accessRoutes.getMe)).person.name, "Ingrid Solbakken");
  assert.equal((await caller.fetch("/api/sure")).status, 403);
  assert.equal((await logIn(app, { begin, returnTo, caller })).path, "/alerts/12");
  assert.equal(
    (await caller.fetch("/api/sure")).status,
    500,
    "let through to a handler that answers nothing",
  );
});

test("never leads to another site after login", async (t) => {
  const { app } = await buildAccessServer(t);
  for (const returnTo of ["https://evil.example/", "//evil.example", "/\\evil.example"]) {
    assert.equal((await logIn(app, { returnTo })).path, "/");
  }
});

test("refuses an answer nobody here asked for, and one that was used before", async (t) => {
  const { app } = await buildAccessServer(t);
  const { way, caller } = await logIn(app);
  const callback = way.find((address) => address.startsWith("/auth/callback")) ?? "";
  for (const other of [createCaller(app), caller]) {
    const answer = await other.fetch(callback);
    assert.equal(answer.status, 400);
    assert.match(await answer.text(), /Innloggingen ble avbrutt[^]*loginExpired/);
  }
  assert.equal((await caller.fetch("/auth/callback?error=access_denied&state=__proto__")).status, 400);
});

/** Begins a login and gives the answer of a provider that refuses it. */
async function beginRefused(caller: TestCaller): Promise<string> {
  const begun = await caller.fetch("/auth/login");
  const state = new URL(begun.headers.get("location") ?? "").searchParams.get("state") ?? "";
  const iss = "http://localhost:3000/demo-login";
  return `/auth/callback?${new URLSearchParams({ error: "access_denied", state, iss }).toString()}`;
}

test("each login has ten minutes, however old the one begun before it", async (t) => {
  const { app, clock } = await buildAccessServer(t);
  const caller = createCaller(app);
  await beginRefused(caller);
  clock.move("2026-02-02T08:09:00Z");
  const back = await beginRefused(caller);
  clock.move("2026-02-02T08:18:00Z");
  assert.equal((await caller.fetch(back)).status, 403);
  clock.move("2026-02-02T08:19:00Z");
  assert.equal((await caller.fetch(back)).status, 400);
});

test("tells that the provider refused, in the browser's language", async (t) => {
  const { app } = await buildAccessServer(t);
  const caller = createCaller(app, { "accept-language": "en" });
  const answer = await caller.fetch(await beginRefused(caller));
  assert.equal(answer.status, 403);
  assert.match(await answer.text(), /The login was refused[^]*loginRefused/);
});

test("lets nobody in who has no role, and writes it down", async (t) => {
  const demo = await buildAccessServer(t);
  const [provider] = (demo.app.authentication as AccessAuthentication).parts.providers;
  assert.ok(provider);
  const rules = { ...provider.rules, roles: { claim: "nothing", names: {} } };
  const server = await buildAccessServer(t, { providers: [{ ...provider, rules }] });
  const { answer, caller } = await logIn(server.app);
  assert.equal(answer.status, 403);
  assert.match(await answer.text(), /Du har ingen rolle[^]*noRole/);
  assert.equal((await caller.fetch("/api/me")).status, 401);
  assert.deepEqual(await acts(server.db), ["Ingrid Solbakken: loginWithoutRole"]);
});

test("a demonstration can be opened through any name of this machine and any forwarded port", async (t) => {
  const { app } = await buildAccessServer(t);
  for (const host of ["127.0.0.1:3000", "localhost:8080", "[::1]:3000"]) {
    const { caller, path } = await logIn(app, { host, returnTo: "/portfolio" });
    assert.equal(path, "/portfolio", host);
    assert.equal((await caller.call(accessRoutes.getMe)).person.name, "Ingrid Solbakken");
  }
});

test("a browser that came by another name is sent to the public address first", async (t) => {
  const { app } = await buildAccessServer(t);
  const answer = await createCaller(app, { host: "varde.internal" }).fetch("/auth/login?returnTo=/intake");
  assert.equal(answer.headers.get("location"), "http://localhost:3000/auth/login?returnTo=/intake");
});

test("behind https the session cookie is secure and bound to the host", async (t) => {
  const { app } = await buildAccessServer(t, {
    origins: ownOrigins(new URL("https://varde.example")),
    demo: false,
  });
  const caller = createCaller(app, { host: "varde.example", "x-forwarded-proto": "https" });
  const answer = await caller.fetch("/auth/login");
  assert.match(
    answer.headers.get("set-cookie") ?? "",
    /^__Host-varde=[^;]+; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
  );
});

test("limits logins from one address", async (t) => {
  const { app } = await buildAccessServer(t, { loginsPerMinute: 2 });
  const statuses: number[] = [];
  for (let i = 0; i < 3; i++) statuses.push((await createCaller(app).fetch("/auth/login")).status);
  assert.deepEqual(statuses, [302, 302, 429]);
});

/** A provider that can be found when told to; it only says where it is. */
async function startDiscovery(t: TestContext) {
  let isUp = false;
  const server = createServer((_request, response) => {
    if (!isUp) return void response.writeHead(503).end();
    const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    response.setHeader("content-type", "application/json");
    response.end(
      JSON.stringify({
        issuer,
        authorization_endpoint: `${issuer}/authorize`,
        token_endpoint: `${issuer}/token`,
      }),
    );
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  t.after(() => server.close());
  return {
    issuer: new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}`),
    rise: () => (isUp = true),
  };
}

test("says so with a code while the provider is down, and finds it when it is back", async (t) => {
  const { issuer, rise } = await startDiscovery(t);
  const provider = openIdProvider({
    key: "login",
    title: { nb: "Varde", nn: "Varde", en: "Varde" },
    callback: "/auth/callback",
    issuer,
    clientId: "varde",
    credential: { kind: "secret", secret: "s" },
    pushesRequests: false,
    bindsTokens: false,
    rules: {
      scope: "openid profile",
      parameters: {},
      subject: ["sub"],
      tenants: [],
      login: NO_ASSURANCE,
      stepUp: NO_ASSURANCE,
      organisations: [],
      roles: { claim: "roles", names: {} },
    },
  });
  const { app } = await buildAccessServer(t, { providers: [provider], demo: false });
  const down = await createCaller(app).fetch("/auth/login");
  assert.equal(down.status, 503);
  assert.equal(down.headers.get("retry-after"), "10");
  assert.match(await down.text(), /Innloggingen svarer ikke[^]*loginProviderUnavailable/);
  rise();
  const up = await createCaller(app).fetch("/auth/login");
  const address = new URL(up.headers.get("location") ?? "");
  assert.equal(address.origin + address.pathname, `${issuer.origin}/authorize`);
  assert.equal(address.searchParams.get("code_challenge_method"), "S256");
  assert.equal(address.searchParams.get("redirect_uri"), "http://localhost:3000/auth/callback");
  assert.equal((await createCaller(app).fetch("/demo-login/auth")).status, 404);
});
