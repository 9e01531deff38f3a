import assert from "node:assert/strict";
import test, { after } from "node:test";
import { ROLES, type Role } from "@varde/contract";
import fc from "fast-check";
import { permissionsOf } from "../../apps/server/src/access/index.ts";
import { type LoggedInCaller, loginAs } from "../../apps/server/src/access/testing.ts";
import { meets } from "../../apps/server/src/platform/http/index.ts";
import { seedCases } from "../composition/cases/seed-cases.ts";
import { arbitraryOf, type Schema } from "../composition/schemas/arbitrary-of.ts";
import { type Operation, operationsOf } from "../composition/schemas/operations.ts";
import { openWholeServer } from "../composition/whole-server.ts";
import { HOSTILE, mutated } from "./mutated.ts";

/** Requests to each operation; the same ones each time, so that what is found can be found again. */
const RUNS = { numRuns: 24, seed: 20_261_122 };

const whole = await openWholeServer({ after });
const { app } = whole;
await seedCases(whole);
const { operations, lookup } = operationsOf(app);

interface Asked {
  readonly path: string;
  readonly body: unknown;
}

const textOf = (value: unknown) => (typeof value === "string" ? value : JSON.stringify(value)).slice(0, 2000);

/** Requests to an operation: fitting ones and hostile ones, in address, query and body. */
function requestsTo({ path, parameters, body }: Operation): fc.Arbitrary<Asked> {
  const given = (place: string) =>
    Object.fromEntries(
      parameters
        .filter((one) => one.in === place)
        .map(({ name, schema }) => [
          name,
          fc.oneof(valueOf(schema), fc.constantFrom(...HOSTILE)).map(textOf),
        ]),
    );
  const sent = body ? arbitraryOf(body, lookup) : fc.constant(undefined);
  return fc
    .record({
      inPath: fc.record(given("path")),
      query: fc.record(given("query"), { requiredKeys: [] }),
      body: body ? fc.oneof(sent, mutated(sent)) : sent,
    })
    .map(({ inPath, query, body: chosen }) => {
      const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => wellFormed(inPath[name] ?? "1"));
      const search = new URLSearchParams(query as Record<string, string>);
      return { path: `${filled}?${search.toString()}`, body: chosen };
    });
}

const valueOf = (schema: Schema) => arbitraryOf(schema, lookup);

/** Half of a surrogate pair has no place in an address; dots alone would lead to another one. */
function wellFormed(value: string): string {
  const text = encodeURIComponent(value.toWellFormed());
  return text === "" || text === "." || text === ".." ? "%2e%2e" : text;
}

async function ask(caller: LoggedInCaller, method: string, { path, body }: Asked): Promise<Response> {
  const hasBody = method !== "GET";
  return caller.fetch(path, {
    method,
    ...(hasBody && { body: JSON.stringify(body ?? {}), headers: { "content-type": "application/json" } }),
  });
}

/** No answer is an error of ours, and every refusal is a problem that tells nothing of the inside. */
async function demandSound(answer: Response, asked: Asked): Promise<void> {
  const text = await answer.text();
  const said = `${answer.status} to ${asked.path.slice(0, 300)} ${JSON.stringify(asked.body)?.slice(0, 300)}: ${text.slice(0, 300)}`;
  assert.ok(answer.status < 500, said);
  assert.notEqual(answer.status, 429, "the limits hide what is looked for");
  assert.doesNotMatch(text, /\bat .*\.(ts|js):\d+|node_modules|syntax error at or near|pg_catalog/, said);
  if (answer.status < 400) return;
  assert.match(answer.headers.get("content-type") ?? "", /^application\/problem\+json/, said);
  const { status, code } = JSON.parse(text) as { status: number; code: string };
  assert.deepEqual([status, typeof code], [answer.status, "string"], said);
}

for (const operation of operations) {
  const { method, path } = operation;
  test(`${method} ${path} answers whatever it is asked`, async () => {
    const role = roleFor(operation);
    const caller = await loginAs(app, role, { subject: `${role} ${method} ${path}` });
    await fc.assert(
      fc.asyncProperty(requestsTo(operation), async (asked) =>
        demandSound(await ask(caller, method, asked), asked),
      ),
      RUNS,
    );
  });
}

test("a body that is no JSON, or says it is something else, is refused as a problem", async () => {
  const caller = await loginAs(app, "firstLine");
  for (const [type, body] of [
    ["application/json", "{"],
    ["application/json", ""],
    ["application/json", '{"a":1}}'],
    ["application/json; charset=utf-7", "{}"],
    ["text/plain", "{}"],
    ["application/xml", '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>'],
    ["multipart/form-data", "--"],
    ["multipart/form-data; boundary=x", '--x\r\nContent-Disposition: form-data; name="../a"\r\n\r\n'],
    ["application/x-www-form-urlencoded", "decision=confirm"],
    ["__proto__", "{}"],
  ] as const) {
    const init = { method: "POST", headers: { "content-type": type }, body };
    await demandSound(await caller.fetch("/api/alerts/1/decide", init), { path: type, body });
    await demandSound(await caller.fetch("/api/intake/upload", init), { path: type, body });
  }
});

/** Somebody whom the operation lets in, so that what is asked reaches its handler. */
function roleFor({ method, path }: Operation): Role {
  const route = app.declaredRoutes.find(
    (one) => one.method === method && one.path.replace(/:(\w+)/g, "{$1}") === path,
  );
  assert.ok(route, `${method} ${path} is described and not served`);
  const role = ROLES.find((one) => meets(permissionsOf([one]), route.may));
  assert.ok(role, `nobody may use ${method} ${path}`);
  return role;
}
