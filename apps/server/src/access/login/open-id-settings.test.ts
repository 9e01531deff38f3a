import assert from "node:assert/strict";
import test from "node:test";
import { readOpenIdSettings } from "./open-id-settings.ts";

const whole = {
  VARDE_OIDC_ISSUER: "https://login.example/tenant",
  VARDE_OIDC_CLIENT_ID: "varde",
  VARDE_OIDC_CLIENT_SECRET: "a-secret",
};

test("without an issuer there are no settings", () => {
  assert.equal(readOpenIdSettings({}), undefined);
});

test("reads issuer, client and roles", () => {
  assert.deepEqual(
    readOpenIdSettings({ ...whole, VARDE_OIDC_ROLE_NAMES: "Varde mottak=firstLine, drift=systemOwner" }),
    {
      issuer: new URL("https://login.example/tenant"),
      clientId: "varde",
      clientSecret: "a-secret",
      scope: "openid profile",
      roles: { claim: "roles", names: { "Varde mottak": "firstLine", drift: "systemOwner" } },
    },
  );
});

test("refuses what cannot work, naming the setting", () => {
  const refusalOf = (change: Record<string, string | undefined>) => {
    const read = readOpenIdSettings({ ...whole, ...change });
    return read && "refusal" in read ? [read.code, read.params?.setting] : undefined;
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
