import assert from "node:assert/strict";
import test from "node:test";
import { refusedLicences } from "./licences.rules.ts";

const bomOf = (...licences: (string | undefined)[]) => ({
  bomFormat: "CycloneDX",
  specVersion: "1.5",
  components: licences.map((id, index) => ({
    name: `package-${index}`,
    version: "1.0.0",
    ...(id && { licenses: [id.includes(" ") ? { expression: id } : { license: { id } }] }),
  })),
});

test("takes permissive licences, and one of several to choose from", () => {
  assert.deepEqual(refusedLicences(bomOf("MIT", "(GPL-3.0-only OR MIT)", "MIT AND ISC")), []);
});

test("refuses a licence that binds what it is shipped with, and one nobody names", () => {
  const refused = refusedLicences(bomOf("GPL-3.0-only", undefined, "MIT AND GPL-2.0-only"));
  assert.deepEqual(
    refused.map(({ licence }) => licence),
    ["GPL-3.0-only", undefined, "MIT AND GPL-2.0-only"],
  );
});

test("leaves our own packages to us", () => {
  const own = { ...bomOf(), components: [{ name: "@varde/server", version: "0.1.0" }] };
  assert.deepEqual(refusedLicences(own), []);
});
