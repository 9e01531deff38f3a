import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv } from "ajv";
import { exportJWK, generateKeyPair, type JWK } from "jose";
import { parse } from "yaml";
import type { TestScope } from "../testing/index.ts";
import type { Fault, OutsideAnswer, Simulator, TokenSource } from "./index.ts";

/** Lets a simulated system listen on a free port until the test ends; its address. */
export async function listen(scope: TestScope, { app }: Simulator): Promise<URL> {
  const address = await app.listen({ host: "127.0.0.1", port: 0 });
  scope.after(() => app.close());
  return new URL(address);
}

/** The control route of a simulated system. */
export function control(url: URL): {
  fail(fault: Fault, times?: number): Promise<void>;
  heal(): Promise<void>;
  state(): Promise<{ requests: number }>;
} {
  const fault = new URL("/simulator/fault", url);
  return {
    fail: async (name, times) => {
      const { status } = await fetch(fault, {
        method: "PUT",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ fault: name, times }),
      });
      assert.equal(status, 204, `the simulator cannot show ${name}`);
    },
    heal: async () => {
      await fetch(fault, { method: "DELETE" });
    },
    state: async () => (await (await fetch(new URL("/simulator", url))).json()) as { requests: number },
  };
}

/** A key of an invented client. */
export async function makeClientKey(): Promise<JWK> {
  const { privateKey } = await generateKeyPair("RS256", { extractable: true });
  return { ...(await exportJWK(privateKey)), kid: "varde-test", alg: "RS256" };
}

/** Tokens of a provider that always gives one. */
export const givenToken = (token: string): TokenSource => ({
  tokenFor: () => Promise.resolve(token),
  forget: () => {},
});

/** What every adapter is held to, whatever the system: each fault is told for what it is, and passes. */
export async function assertToldFaults(url: URL, ask: () => Promise<OutsideAnswer<unknown>>): Promise<void> {
  const faults = [
    ["down", "unreachable"],
    ["slow", "timedOut"],
    ["error", "failed"],
    ["busy", "tooManyCalls"],
    ["garbage", "notUnderstood"],
    ["changedSchema", "notUnderstood"],
  ] as const;
  for (const [fault, reason] of faults) {
    await control(url).fail(fault);
    const answer = await ask();
    assert.equal(answer.answer, "unavailable", `${fault}: ${JSON.stringify(answer)}`);
    if (answer.answer === "unavailable") assert.equal(answer.reason, reason, `${fault}: ${answer.detail}`);
    await control(url).heal();
    assert.equal((await ask()).answer, "found", `well again after ${fault}`);
  }
}

/** Calls without patience, for tests. */
export const IMPATIENT = { timeoutMs: 1000, retries: 1, firstWaitMs: 1 };

/**
 * A check against a schema of an official OpenAPI document, below the folder VARDE_TEST_CONTRACTS names. Where that is not
 * given or lacks the document, says so on the test and returns nothing.
 */
export function officialSchema(
  t: { skip(message: string): void },
  file: string,
  schema: string,
): ((value: unknown) => void) | undefined {
  const path = join(process.env.VARDE_TEST_CONTRACTS ?? "", file);
  if (!process.env.VARDE_TEST_CONTRACTS || !existsSync(path)) {
    t.skip(`VARDE_TEST_CONTRACTS names no folder with ${file}`);
    return undefined;
  }
  const ajv = new Ajv({ strict: false, validateFormats: false, allErrors: true });
  const document: unknown = JSON.parse(JSON.stringify(parse(readFileSync(path, "utf8"))), nullableAsType);
  ajv.addSchema(document as object, "official");
  const validate = ajv.compile({ $ref: `official#/components/schemas/${schema}` });
  return (value) => assert.ok(validate(value), ajv.errorsText(validate.errors));
}

/** OpenAPI 3.0 lets a reference be nullable, which JSON Schema says as a choice. */
function nullableAsType(_key: string, value: unknown): unknown {
  if (typeof value !== "object" || value === null || !("nullable" in value) || "type" in value) return value;
  const { nullable, ...schema } = value;
  return nullable ? { anyOf: [schema, { type: "null" }] } : schema;
}
