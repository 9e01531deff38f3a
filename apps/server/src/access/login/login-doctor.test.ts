import assert from "node:assert/strict";
import { chmod, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test, { type TestContext } from "node:test";
import { loginDoctorChecks } from "./login-doctor.ts";

const codes = (env: Record<string, string>, production = true) =>
  loginDoctorChecks(env, { production }).map(({ state, code }) => `${state} ${code}`);

async function fileOf(t: TestContext, provider: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "varde-login-"));
  t.after(() => rm(folder, { recursive: true }));
  await writeFile(join(folder, "secret"), "s".repeat(40));
  const file = join(folder, "login.yaml");
  const text = `providers: [{ key: a, title: A, clientId: a, clientSecretFile: '${folder}/secret', ${provider} }]`;
  await writeFile(file, text, { mode: 0o600 });
  return file;
}

test("without a provider anyone gets in: a warning while trying, an error with real content", () => {
  assert.deepEqual(codes({}, false), ["warning loginProviderMissing"]);
  assert.deepEqual(codes({}), ["error loginProviderMissing"]);
});

test("finds no fault with a tenant that is pinned, a step-up that demands something and short sessions", async (t) => {
  const tenant = "kind: entra, tenant: 7c2ff1f4-0b3b-4c46-9b0f-0a3f3c2f9d11, stepUpContext: c1";
  assert.deepEqual(codes({ VARDE_LOGIN_FILE: await fileOf(t, tenant) }), [
    "ok loginProviderSet",
    "ok sessionsEnd",
  ]);
});

test("finds what is weak: no tenant, nothing demanded, a short secret, long sessions", () => {
  const weak = {
    VARDE_OIDC_ISSUER: "https://login.microsoftonline.com/common/v2.0",
    VARDE_OIDC_CLIENT_ID: "varde",
    VARDE_OIDC_CLIENT_SECRET: "hunter2",
    VARDE_SESSION_IDLE_MINUTES: "240",
  };
  assert.deepEqual(codes(weak), [
    "warning loginTenantNotPinned",
    "warning loginAssuranceNotDemanded",
    "warning loginStepUpUndemanding",
    "warning loginClientSecretShort",
    "warning sessionsLastLong",
  ]);
});

test("finds settings that cannot work, and a file others may change", async (t) => {
  assert.deepEqual(codes({ VARDE_LOGIN_FILE: "/nowhere/login.yaml" }), ["error loginFileUnreadable"]);
  const file = await fileOf(t, "kind: oidc, issuer: 'https://login.example', acr: [high]");
  await chmod(file, 0o666);
  const found = codes({ VARDE_LOGIN_FILE: file, VARDE_STEP_UP_MINUTES: "500" });
  assert.deepEqual(found, ["ok loginProviderSet", "error sessionLimitOutOfRange", "error loginFileOpen"]);
});
