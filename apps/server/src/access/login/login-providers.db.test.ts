import assert from "node:assert/strict";
import { generateKeyPairSync } from "node:crypto";
import test from "node:test";
import { accessRoutes } from "@varde/contract";
import { decodeJwt, decodeProtectedHeader, EmbeddedJWK, type JWK, jwtVerify } from "jose";
import { sql } from "kysely";
import { createCaller } from "../../platform/http/testing.ts";
import { buildAccessServer } from "../testing.ts";
import { begin, buildPlayedServer, codeOn, logInThrough, providerAt } from "./testing/log-in.ts";
import { startPlayedIssuer } from "./testing/played-issuer.ts";

const TENANT = "7c2ff1f4-0b3b-4c46-9b0f-0a3f3c2f9d11";
const freshly = () => Math.floor(Date.now() / 1000);

test("Entra ID: people are named by tenant and object, and groups give roles", async (t) => {
  const roles = { claim: "groups", names: { "2f7e-mottak": "firstLine", "2f7e-drift": "systemOwner" } };
  const { app, played, db } = await buildPlayedServer(t, { kind: "entra", tenant: TENANT, roles });
  const claims = {
    tid: TENANT,
    oid: "0b1d",
    sub: "pairwise",
    groups: ["2f7e-mottak", "2f7e-other"],
    roles: ["auditor"],
  };
  const { caller } = await logInThrough(app, played, { claims });
  assert.deepEqual((await caller.call(accessRoutes.getMe)).person.roles, ["firstLine"]);
  await logInThrough(app, played, { claims: { ...claims, sub: "pairwise of another client" } });
  const { rows } = await sql`select subject from access.people`.execute(db.app);
  assert.deepEqual(rows, [{ subject: `${TENANT} 0b1d` }]);
});

test("Entra ID: refuses people of another tenant, also with the same object id", async (t) => {
  const { app, played } = await buildPlayedServer(t, { kind: "entra", tenant: TENANT });
  const claims = { tid: "9188040d-6c67-4c5b-b112-36a304b66dad", oid: "0b1d" };
  assert.equal(await codeOn((await logInThrough(app, played, { claims })).answer), "loginForeignTenant");
});

test("Entra ID: step-up asks for the authentication context and demands it in the token", async (t) => {
  const { app, played } = await buildPlayedServer(t, { kind: "entra", tenant: TENANT, stepUpContext: "c1" });
  const claims = { tid: TENANT, oid: "0b1d" };
  const { caller } = await logInThrough(app, played, { claims });
  const { asked } = await begin(caller, played, "/auth/step-up");
  assert.deepEqual([asked.get("prompt"), asked.get("max_age")], ["login", "0"]);
  assert.deepEqual(JSON.parse(asked.get("claims") ?? ""), {
    id_token: { acrs: { essential: true, value: "c1" } },
  });
  const path = "/auth/step-up";
  const auth_time = freshly();
  const without = await logInThrough(app, played, { caller, path, claims: { ...claims, auth_time } });
  assert.equal(await codeOn(without.answer), "loginAssuranceTooLow");
  const done = await logInThrough(app, played, {
    caller,
    path,
    claims: { ...claims, auth_time, acrs: ["c1"] },
  });
  assert.equal(done.answer.status, 302);
});

test("ID-porten: the request is pushed, the level asked for and checked, and the system owner gives the roles", async (t) => {
  const { app, played, db } = await buildPlayedServer(t, { kind: "idporten" });
  const { address, asked } = await begin(createCaller(app), played);
  assert.deepEqual([...address.searchParams.keys()].sort(), ["client_id", "request_uri"]);
  assert.equal(asked.get("acr_values"), "idporten-loa-high");
  const low = await logInThrough(app, played, { claims: { acr: "idporten-loa-substantial" } });
  assert.equal(await codeOn(low.answer), "loginAssuranceTooLow");
  const claims = { acr: "idporten-loa-high", name: undefined, pid: "05896899999" };
  assert.equal(await codeOn((await logInThrough(app, played, { claims })).answer), "noRole");
  await sql`update access.people set roles = '{auditor}', name = 'Henrik Lunde'`.execute(db.app);
  const { caller } = await logInThrough(app, played, { claims });
  const { person } = await caller.call(accessRoutes.getMe);
  assert.deepEqual([person.name, person.roles], ["Henrik Lunde", ["auditor"]]);
  const { rows } = await sql<{ row: string; token: string }>`
    select p::text as row, s.id_token as token
    from access.people p join access.sessions s on s.person_id = p.id`.execute(db.app);
  assert.doesNotMatch(rows[0]?.row ?? "", /05896899999/);
  assert.throws(() => decodeJwt(rows[0]?.token ?? ""), "the token, which holds the number, is stored sealed");
});

test("Ansattporten: asks on whose behalf, and demands the organisation", async (t) => {
  const authorizationDetails = [
    { type: "ansattporten:altinn:resource", resource: "urn:altinn:resource:varde" },
  ];
  const roles = { claim: "roles" };
  const entry = {
    kind: "ansattporten",
    level: "substantial",
    authorizationDetails,
    organisations: ["974761394"],
    roles,
  };
  const { app, played } = await buildPlayedServer(t, entry);
  const { asked } = await begin(createCaller(app), played);
  assert.deepEqual(JSON.parse(asked.get("authorization_details") ?? ""), authorizationDetails);
  const acr = "idporten-loa-high";
  assert.equal(
    await codeOn((await logInThrough(app, played, { claims: { acr } })).answer),
    "loginOrganisationMissing",
  );
  const party = { orgno: { ID: "0192:974761394" } };
  const claims = {
    acr,
    authorization_details: [{ ...authorizationDetails[0], authorized_parties: [party] }],
  };
  assert.equal((await logInThrough(app, played, { claims })).answer.status, 302);
});

test("HelseID: Varde proves itself with a key, pushes the request, binds the tokens, and checks the level", async (t) => {
  const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const key = { ...(privateKey.export({ format: "jwk" }) as JWK), alg: "ES256", kid: "varde-2026" };
  const played = await startPlayedIssuer(t);
  const entry = { kind: "helseid", roles: { claim: "roles" } };
  const provider = providerAt(played, entry, { kind: "privateKey", key });
  const { app } = await buildAccessServer(t, { providers: [provider], demo: false });
  const level = "helseid://claims/identity/security_level";
  const low = await logInThrough(app, played, { claims: { [level]: "3" } });
  assert.equal(await codeOn(low.answer), "loginAssuranceTooLow");
  const { caller } = await logInThrough(app, played, { claims: { [level]: "4" } });
  assert.equal((await caller.call(accessRoutes.getMe)).person.name, "Kari Moen");

  const [pushed, token] = [played.requests.at(-2), played.requests.at(-1)];
  assert.deepEqual([pushed?.path, token?.path], ["/par", "/token"]);
  assert.match(pushed?.body.scope ?? "", /helseid:\/\/scopes\/identity\/security_level/);
  for (const request of [pushed, token]) {
    const assertion = request?.body.client_assertion ?? "";
    const { payload } = await jwtVerify(assertion, publicKey, { issuer: "varde", subject: "varde" });
    assert.equal(payload.aud, played.issuer.origin);
    assert.ok((payload.exp ?? 0) - (payload.iat ?? 0) <= 60);
    const { kid, typ } = decodeProtectedHeader(assertion);
    assert.deepEqual([kid, typ], ["varde-2026", "client-authentication+jwt"]);
    assert.equal(request?.body.client_secret, undefined);
  }
  const proof = await jwtVerify(String(token?.headers.dpop), EmbeddedJWK, { typ: "dpop+jwt" });
  assert.deepEqual([proof.payload.htm, proof.payload.htu], ["POST", `${played.issuer.origin}/token`]);
});

test("several providers: the person chooses in their own language, and comes back to the page asked for", async (t) => {
  const [entra, helse] = [await startPlayedIssuer(t), await startPlayedIssuer(t)];
  const title = { nb: "Ansatt <i>her</i>", nn: "Tilsett", en: "Employee" };
  const providers = [
    providerAt(entra, { key: "entra", title }),
    providerAt(helse, { key: "helse", title: "HelseID" }),
  ];
  const { app } = await buildAccessServer(t, { providers, demo: false });
  const caller = createCaller(app, { "accept-language": "nn" });
  const page = await (await caller.fetch("/auth/login?returnTo=/alerts/12")).text();
  assert.match(page, /<html lang="nn">[^]*Korleis vil du logge inn[^]*Tilsett[^]*HelseID/);
  const bokmaal = await (await createCaller(app).fetch("/auth/login?returnTo=https://evil.example")).text();
  assert.match(bokmaal, /Ansatt &#60;i&#62;her/);
  assert.doesNotMatch(bokmaal, /evil\.example/);
  const chosen =
    /href="(\/auth\/login\?provider=helse[^"]*)"/.exec(page)?.[1]?.replaceAll("&#38;", "&") ?? "";
  const { answer } = await logInThrough(app, helse, {
    caller,
    path: chosen,
    callback: "/auth/callback/helse",
  });
  assert.equal(answer.headers.get("location"), "/alerts/12");
  assert.match(await (await caller.fetch("/auth/login?provider=unknown")).text(), /HelseID/);
});
