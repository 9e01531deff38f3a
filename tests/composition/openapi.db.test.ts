import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test, { after } from "node:test";
import { Validator } from "@seriousme/openapi-schema-validator";
import { openApiOf } from "../../apps/server/src/platform/http/index.ts";
import { buildWholeServer } from "./whole-server.ts";

type Operations = Record<string, { summary?: string; responses?: object }>;

const app = await buildWholeServer({ after });
const description = JSON.parse(JSON.stringify(openApiOf(app))) as { paths: Record<string, Operations> };

test("docs/openapi.json describes the interface as it is", () => {
  const written: unknown = JSON.parse(
    readFileSync(new URL("../../docs/openapi.json", import.meta.url), "utf8"),
  );
  assert.deepEqual(written, description, "Run: node tools/write-openapi.ts");
});

test("the description is valid OpenAPI 3.1, with every reference resolved", async () => {
  const validator = new Validator();
  const { valid, errors } = await validator.validate(structuredClone(description));
  assert.ok(valid, JSON.stringify(errors, null, 2));
  assert.equal(validator.version, "3.1");
  assert.doesNotThrow(() => validator.resolveRefs());
});

test("every operation says what it does and what it answers", () => {
  const mute = Object.entries(description.paths).flatMap(([path, operations]) =>
    Object.entries(operations)
      .filter(
        ([, { summary, responses = {} }]) =>
          !summary || !Object.keys(responses).some((code) => code.startsWith("2")),
      )
      .map(([method]) => `${method.toUpperCase()} ${path}`),
  );
  assert.deepEqual(mute, []);
});

test("every route of the contract's addresses is described", () => {
  const undescribed = app.declaredRoutes
    .filter(({ method, path }) => method !== "HEAD" && path.startsWith("/api/") && !HIDDEN.has(path))
    .filter(({ method, path }) => !description.paths[path.replace(/:(\w+)/g, "{$1}")]?.[method.toLowerCase()])
    .map(({ method, path }) => `${method} ${path}`);
  assert.deepEqual(undescribed, []);
});

/** The description itself, and the stream of notices, which OpenAPI has no words for. */
const HIDDEN = new Set(["/api/openapi.json", "/api/live"]);
