import assert from "node:assert/strict";
import { generateKeyPairSync } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test, { type TestContext } from "node:test";
import { isRefusal } from "../../../platform/rules/refusal.ts";
import { readProviders } from "./read-providers.ts";

const one = {
  VARDE_OIDC_ISSUER: "https://login.example/tenant",
  VARDE_OIDC_CLIENT_ID: "varde",
  VARDE_OIDC_CLIENT_SECRET: "a-secret",
};

/** Reads a file of providers whose `{folder}` holds a secret and two keys. */
async function readFileOf(t: TestContext, text: string) {
  const folder = await mkdtemp(join(tmpdir(), "varde-login-"));
  t.after(() => rm(folder, { recursive: true }));
  const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  await writeFile(join(folder, "secret"), "a secret\n");
  await writeFile(join(folder, "key.pem"), privateKey.export({ type: "pkcs8", format: "pem" }));
  const elliptic = generateKeyPairSync("ec", { namedCurve: "P-256" }).privateKey.export({ format: "jwk" });
  await writeFile(join(folder, "key.json"), JSON.stringify({ ...elliptic, kid: "in-the-file" }));
  const file = join(folder, "login.yaml");
  await writeFile(file, text.replaceAll("{folder}", folder));
  return readProviders({ VARDE_LOGIN_FILE: file });
}

test("without any setting there is no provider", () => {
  assert.deepEqual(readProviders({}), []);
});

test("reads one provider from the environment, with its own words for roles", () => {
  const read = readProviders({ ...one, VARDE_OIDC_ROLE_NAMES: "Varde mottak=firstLine, drift=systemOwner" });
  assert.ok(!isRefusal(read));
  const [{ issuer, credential, callback, rules } = assert.fail()] = read;
  assert.deepEqual(
    [issuer.href, callback, rules.scope],
    ["https://login.example/tenant", "/auth/callback", "openid profile"],
  );
  assert.deepEqual(credential, { kind: "secret", secret: "a-secret" });
  assert.deepEqual(rules.roles, {
    claim: "roles",
    names: { "Varde mottak": "firstLine", drift: "systemOwner" },
  });
});

test("refuses what cannot work in the environment, naming the setting", () => {
  const refusalOf = (change: Record<string, string | undefined>) => {
    const read = readProviders({ ...one, ...change });
    return isRefusal(read) ? [read.code, read.params?.setting] : undefined;
  };
  assert.deepEqual(refusalOf({ VARDE_OIDC_ISSUER: "login.example" }), [
    "loginIssuerNotHttps",
    "VARDE_OIDC_ISSUER",
  ]);
  assert.deepEqual(refusalOf({ VARDE_OIDC_ISSUER: "http://login.example" }), [
    "loginIssuerNotHttps",
    "VARDE_OIDC_ISSUER",
  ]);
  assert.equal(refusalOf({ VARDE_OIDC_ISSUER: "http://127.0.0.1:9000" }), undefined);
  assert.deepEqual(refusalOf({ VARDE_OIDC_CLIENT_ID: "" }), ["loginSettingMissing", "VARDE_OIDC_CLIENT_ID"]);
  assert.deepEqual(refusalOf({ VARDE_OIDC_CLIENT_SECRET: undefined }), [
    "loginSettingMissing",
    "VARDE_OIDC_CLIENT_SECRET",
  ]);
  assert.deepEqual(refusalOf({ VARDE_OIDC_ROLE_NAMES: "drift=boss" }), [
    "loginRoleUnknown",
    "VARDE_OIDC_ROLE_NAMES",
  ]);
});

test("reads several providers from a file, each with the address and demands of its kind", async (t) => {
  const read = await readFileOf(
    t,
    `providers:
  - { kind: entra, key: ansatt, title: Ansatt, tenant: 7c2ff1f4-0b3b-4c46-9b0f-0a3f3c2f9d11, clientId: a, clientSecretFile: "{folder}/secret" }
  - { kind: idporten, key: idporten, title: ID-porten, environment: test, level: substantial, clientId: b, privateKeyFile: "{folder}/key.pem", keyId: k1 }
  - { kind: ansattporten, key: ansattporten, title: Ansattporten, clientId: c, privateKeyFile: "{folder}/key.json" }
  - { kind: helseid, key: helseid, title: HelseID, clientId: d, privateKeyFile: "{folder}/key.json" }
`,
  );
  assert.ok(!isRefusal(read), JSON.stringify(read));
  assert.deepEqual(
    read.map(({ issuer, callback, pushesRequests, bindsTokens }) => [
      issuer.href,
      callback,
      pushesRequests,
      bindsTokens,
    ]),
    [
      [
        "https://login.microsoftonline.com/7c2ff1f4-0b3b-4c46-9b0f-0a3f3c2f9d11/v2.0",
        "/auth/callback/ansatt",
        false,
        false,
      ],
      ["https://test.idporten.no/", "/auth/callback/idporten", true, false],
      ["https://ansattporten.no/", "/auth/callback/ansattporten", true, false],
      ["https://helseid-sts.nhn.no/", "/auth/callback/helseid", true, true],
    ],
  );
  assert.deepEqual(
    read.map(({ credential }) =>
      credential.kind === "secret" ? "secret" : [credential.key.alg, credential.key.kid],
    ),
    ["secret", ["RS256", "k1"], ["ES256", "in-the-file"], ["ES256", "in-the-file"]],
  );
  assert.deepEqual(read[1]?.rules.login.accepted, ["idporten-loa-substantial", "idporten-loa-high"]);
});

test("refuses a file with a mistake, saying where it is and what is wrong", async (t) => {
  const entra = "{ kind: entra, key: a, title: A, clientId: a, clientSecretFile: x, tenant: ";
  const mistakes: [text: string, code: string, where: RegExp][] = [
    ["providers: [", "loginFileWrong", /no YAML/],
    ["providers: []", "loginFileWrong", /^providers: /],
    [`providers: [${entra}contoso }]`, "loginFileWrong", /^providers\[0\]\.tenant: /],
    ["providers: [{ kind: saml, key: a }]", "loginFileWrong", /^providers\[0\]\.kind: /],
    [`providers: [${entra}7c2ff1f4-0b3b-4c46-9b0f-0a3f3c2f9d11, secret: s }]`, "loginFileWrong", /secret/],
    [`providers: [${entra}7c2ff1f4-0b3b-4c46-9b0f-0a3f3c2f9d11 }]`, "loginKeyUnreadable", /^$/],
    [
      "providers: [{ kind: helseid, key: h, title: H, clientId: h, clientSecretFile: '{folder}/secret' }]",
      "loginCredentialMissing",
      /^$/,
    ],
    [
      "providers: [{ kind: helseid, key: h, title: H, clientId: h, privateKeyFile: '{folder}/secret' }]",
      "loginKeyUnreadable",
      /^$/,
    ],
  ];
  for (const [text, code, where] of mistakes) {
    const read = await readFileOf(t, text);
    assert.ok(isRefusal(read), text);
    assert.equal(read.code, code, text);
    assert.match(String(read.params?.where ?? ""), where, text);
  }
  const none = readProviders({ VARDE_LOGIN_FILE: "/nowhere/login.yaml" });
  assert.equal(isRefusal(none) && none.code, "loginFileUnreadable");
});

test("refuses two providers of one key, whose people would be taken for each other", async (t) => {
  const entry =
    "{ kind: oidc, key: a, title: A, issuer: 'https://login.example', clientId: a, clientSecretFile: '{folder}/secret' }";
  const read = await readFileOf(t, `providers: [${entry}, ${entry}]`);
  assert.match(String(isRefusal(read) && read.params?.where), /key of its own/);
});
