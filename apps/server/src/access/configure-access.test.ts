import assert from "node:assert/strict";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test, { type TestContext } from "node:test";
import { Kysely, PostgresDialect } from "kysely";
import { systemClock } from "../platform/clock/clock.ts";
import { ownOrigins } from "../platform/http/index.ts";
import { isRefusal } from "../platform/rules/refusal.ts";
import { type AccessSettings, configureAccess } from "./configure-access.ts";

const unused = new Kysely<unknown>({
  dialect: new PostgresDialect({
    pool: () => Promise.reject(new Error("configuring asks nothing of the database")),
  }),
});

async function configured(t: TestContext, given: Pick<AccessSettings, "env" | "demo">) {
  const secretsFolder = await mkdtemp(join(tmpdir(), "varde-secrets-"));
  t.after(() => rm(secretsFolder, { recursive: true }));
  const origins = ownOrigins(new URL("http://localhost:3000"));
  const settings = { db: unused, clock: systemClock, origins, secretsFolder, version: "0.0.0", ...given };
  const access = await configureAccess(settings);
  const made = (await readdir(secretsFolder)).sort();
  if (isRefusal(access)) return { code: access.code, made };
  const { providers, demo, sessionSecrets } = access.parts;
  return { code: undefined, issuer: providers[0]?.issuer, demo, sessionSecrets, made };
}

const provider = {
  VARDE_OIDC_ISSUER: "https://login.example/",
  VARDE_OIDC_CLIENT_ID: "varde",
  VARDE_OIDC_CLIENT_SECRET: "s",
};

test("a configured provider is used, also where a demonstration was asked for", async (t) => {
  const access = await configured(t, { env: provider, demo: true });
  assert.deepEqual([access.issuer, access.demo], ["https://login.example/", false]);
  assert.deepEqual(access.made, ["session-secret"]);
});

test("the demonstration lets people in only where it is asked for", async (t) => {
  const demo = await configured(t, { env: {}, demo: true });
  assert.deepEqual([demo.issuer, demo.demo], ["demo", true]);
  assert.deepEqual(demo.made, ["demo-login.json", "session-secret"]);
  assert.equal((await configured(t, { env: {}, demo: false })).code, "loginNotConfigured");
});

test("session secrets from the environment are used on every host, and short ones refused", async (t) => {
  const secrets = ["n".repeat(40), "o".repeat(40)];
  const env = { ...provider, VARDE_SESSION_SECRET: secrets.join(" ") };
  const access = await configured(t, { env, demo: false });
  assert.deepEqual(access.sessionSecrets, secrets);
  assert.deepEqual(access.made, []);
  const short = await configured(t, { env: { ...env, VARDE_SESSION_SECRET: "hunter2" }, demo: false });
  assert.equal(short.code, "sessionSecretTooShort");
});
