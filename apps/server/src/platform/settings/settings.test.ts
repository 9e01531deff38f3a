import assert from "node:assert/strict";
import { resolve } from "node:path";
import test from "node:test";
import { readSettings, SettingRefused } from "./settings.ts";

test("an empty environment gives settings that work on one machine", () => {
  const settings = readSettings({});
  assert.equal(settings.dataDir, resolve("data"));
  assert.equal(settings.port, 3000);
  assert.equal(settings.host, "localhost");
  assert.equal(settings.publicUrl.href, "http://localhost:3000/");
  assert.equal(settings.databaseUrl, undefined);
});

test("the public address follows the port unless it is told", () => {
  assert.equal(readSettings({ PORT: "8080" }).publicUrl.href, "http://localhost:8080/");
  const told = readSettings({ PORT: "8080", VARDE_PUBLIC_URL: "https://varde.example.org" });
  assert.equal(told.publicUrl.href, "https://varde.example.org/");
});

for (const [setting, value] of [
  ["PORT", "http"],
  ["PORT", "70000"],
  ["DATABASE_URL", "mysql://localhost/varde"],
  ["VARDE_PUBLIC_URL", "varde.example.org"],
  ["VARDE_LOG", "loud"],
] as const)
  test(`refuses ${setting}=${value} and names the setting`, () => {
    assert.throws(
      () => readSettings({ [setting]: value }),
      (error) => error instanceof SettingRefused && error.setting === setting,
    );
  });
