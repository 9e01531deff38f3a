import assert from "node:assert/strict";
import test from "node:test";
import { fileRoute, type Problem, ProblemError, route } from "@varde/contract";
import { z } from "zod";
import { forbidden, invalid, missing, refused } from "../../rules/refusal.ts";
import type { RouteModule } from "../app.ts";
import { buildTestServer } from "../testing.ts";
import { operationId, serve } from "./serve.ts";
import { serveFile } from "./serve-file.ts";

const getThing = route({
  method: "GET",
  path: "/api/things/:id",
  summary: "One thing",
  params: z.object({ id: z.coerce.number().int() }),
  query: z.object({ limit: z.coerce.number().int().max(5).default(3) }),
  response: z.object({
    id: z.number(),
    inner: z.object({ limit: z.number() }),
    list: z.array(z.object({ a: z.string() })),
  }),
});
const postThing = route({
  method: "POST",
  path: "/api/things",
  summary: "Make a thing",
  body: z.object({ name: z.string().min(2), size: z.number().int() }),
  response: z.object({ name: z.string() }),
});
const thingFile = fileRoute({
  method: "GET",
  path: "/api/things/:name/file",
  summary: "Its file",
  params: z.object({ name: z.string() }),
});

const things: RouteModule = (app) => {
  serve(app, getThing, { may: "readIntake" }, ({ params, query }) => {
    if (params.id === 404) return missing("noSuchThing");
    if (params.id === 409) return refused("thingIsClosed", "loven § 1", { id: 409 });
    if (params.id === 403) return forbidden("ownThing");
    if (params.id === 400) return invalid("thingInFuture");
    if (params.id === 500) return { id: "five hundred" } as never;
    const view = {
      id: params.id,
      inner: { limit: query.limit, secret: 1 },
      list: [{ a: "x", secret: 2 }],
      secret: 3,
    };
    return view;
  });
  serve(app, postThing, { may: "handleIntake", bodyLimit: 200 }, ({ body }) => ({ name: body.name }));
  serveFile(app, thingFile, { may: "readIntake" }, ({ params }) =>
    params.name === "none"
      ? missing("noSuchFile")
      : { fileName: params.name, mediaType: "text/html", content: Buffer.from("<script>alert(1)</script>") },
  );
};

const problemFrom = async (call: Promise<unknown>): Promise<Problem> => {
  const error: unknown = await call.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  assert.ok(error instanceof ProblemError);
  return error.problem;
};
const json = (body: unknown) => ({
  method: "POST",
  body: JSON.stringify(body),
  headers: { "content-type": "application/json" },
});

test("gives handlers checked input and cuts the answer to the contract's shape", async (t) => {
  const officer = (await buildTestServer(t, { routes: [things] })).loginAs("readIntake");
  const view = await officer.call(getThing, { params: { id: 7 }, query: { limit: 2 } });
  assert.deepEqual(view, { id: 7, inner: { limit: 2 }, list: [{ a: "x" }] });
});

test("answers a refusal by its kind, with code, law and params", async (t) => {
  const officer = (await buildTestServer(t, { routes: [things] })).loginAs("readIntake");
  for (const status of [400, 403, 404, 409]) {
    assert.equal((await problemFrom(officer.call(getThing, { params: { id: status } }))).status, status);
  }
  const { code, law, params } = await problemFrom(officer.call(getThing, { params: { id: 409 } }));
  assert.deepEqual({ code, law, params }, { code: "thingIsClosed", law: "loven § 1", params: { id: 409 } });
});

test("records what the person may not do and what the rules do not allow, and nothing that was merely mistaken", async (t) => {
  const server = await buildTestServer(t, { routes: [things] });
  const officer = server.loginAs("readIntake");
  for (const id of [400, 403, 404, 409]) await problemFrom(officer.call(getThing, { params: { id } }));
  const { person } = officer;
  assert.deepEqual(server.refusedAttempts, [
    { person, method: "GET", path: "/api/things/403", code: "ownThing", byRules: false },
    { person, method: "GET", path: "/api/things/409", code: "thingIsClosed", byRules: true },
  ]);
});

test("says a refusal in words where there are any, in the language of the one who asks", async (t) => {
  const server = await buildTestServer(t, {
    routes: [things],
    explainRefusal: ({ code, params }, language) =>
      code === "thingIsClosed" ? `${language}: ${params?.id}` : undefined,
  });
  const officer = server.loginAs("readIntake");
  const saying = async (id: number) => (await problemFrom(officer.call(getThing, { params: { id } }))).detail;
  assert.equal(await saying(409), "nb: 409");
  assert.equal(await saying(404), undefined);
});

test("lists every place where the input cannot be accepted, without repeating what was sent", async (t) => {
  const officer = (await buildTestServer(t, { routes: [things] })).loginAs("handleIntake");
  const answer = await officer.fetch("/api/things", json({ name: "Ø", size: "kari" }));
  assert.equal(answer.status, 400);
  assert.equal(answer.headers.get("content-type"), "application/problem+json; charset=utf-8");
  const problem = (await answer.json()) as Problem;
  assert.equal(problem.code, "invalidRequest");
  assert.deepEqual(
    problem.errors?.map(({ path, code }) => [path, code]),
    [
      ["body.name", "too_small"],
      ["body.size", "invalid_type"],
    ],
  );
  assert.doesNotMatch(JSON.stringify(problem), /kari/);
});

test("refuses unreadable, foreign and too large bodies, each with its own code", async (t) => {
  const officer = (await buildTestServer(t, { routes: [things] })).loginAs("handleIntake");
  const sent = async (body: string, type: string) => {
    const answer = await officer.fetch("/api/things", {
      method: "POST",
      body,
      headers: { "content-type": type },
    });
    const { status, code } = (await answer.json()) as Problem;
    return [status, code];
  };
  assert.deepEqual(await sent("{", "application/json"), [400, "bodyNotJson"]);
  assert.deepEqual(await sent("", "application/json"), [400, "bodyNotJson"]);
  assert.deepEqual(await sent("name=x", "text/plain"), [415, "mediaTypeNotAccepted"]);
  assert.deepEqual(await sent(JSON.stringify({ name: "x".repeat(300) }), "application/json"), [
    413,
    "bodyTooLarge",
  ]);
});

test("an answer that breaks its contract is an error of ours that tells nothing of the answer", async (t) => {
  const officer = (await buildTestServer(t, { routes: [things] })).loginAs("readIntake");
  const problem = await problemFrom(officer.call(getThing, { params: { id: 500 } }));
  assert.equal(problem.code, "unexpectedError");
  assert.doesNotMatch(JSON.stringify(problem), /five hundred|number|expected /);
});

test("hands out files to be saved, never to be run", async (t) => {
  const officer = (await buildTestServer(t, { routes: [things] })).loginAs("readIntake");
  const answer = await officer.fetch(`/api/things/${encodeURIComponent('../../etc/blåbær\r\n".html')}/file`);
  assert.equal(answer.status, 200);
  assert.equal(answer.headers.get("x-content-type-options"), "nosniff");
  assert.match(answer.headers.get("content-security-policy") ?? "", /^sandbox; default-src 'none'/);
  const disposition = answer.headers.get("content-disposition") ?? "";
  assert.match(
    disposition,
    /^attachment; filename="bl\?b\?r_\.html"; filename\*=UTF-8''bl%C3%A5b%C3%A6r_\.html$/,
  );
  assert.equal(await answer.text(), "<script>alert(1)</script>");
  assert.equal((await officer.fetch("/api/things/none/file")).status, 404);
});

test("a route that does not say who may use it keeps the server from starting", async (t) => {
  const careless: RouteModule = (app) => void app.get("/api/careless", async () => "open");
  await assert.rejects(
    buildTestServer(t, { routes: [careless] }),
    /\/api\/careless does not say who may use it/,
  );
});

test("names operations by method and address", () => {
  assert.equal(
    operationId("POST", "/api/operations/jobs/:queue/:id/retry"),
    "postOperationsJobsByQueueByIdRetry",
  );
});
