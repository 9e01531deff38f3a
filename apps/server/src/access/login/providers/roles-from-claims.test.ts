import assert from "node:assert/strict";
import test from "node:test";
import { rolesFromClaims } from "./roles-from-claims.ts";

const names = { "varde-mottak": "firstLine", "varde-drift": "systemOwner" } as const;

test("translates the provider's words, understands our own, and passes over every other", () => {
  const claims = { groups: ["varde-mottak", "auditor", "admin", "toString", 7, null] };
  assert.deepEqual(rolesFromClaims(claims, { claim: "groups", names }), ["firstLine", "auditor"]);
});

test("finds roles inside other claims, under names with points, and in a text", () => {
  const mapping = { claim: "resource_access.varde.roles", names };
  assert.deepEqual(rolesFromClaims({ resource_access: { varde: { roles: ["varde-drift"] } } }, mapping), [
    "systemOwner",
  ]);
  assert.deepEqual(rolesFromClaims({ "resource_access.varde.roles": ["auditor"] }, mapping), ["auditor"]);
  assert.deepEqual(rolesFromClaims({ roles: "manager firstLine,auditor" }, { claim: "roles", names }), [
    "firstLine",
    "manager",
    "auditor",
  ]);
});

test("gives no role where the claim is missing or of another kind", () => {
  for (const claims of [{}, { roles: null }, { roles: { firstLine: true } }, { roles: 1 }]) {
    assert.deepEqual(rolesFromClaims(claims, { claim: "roles", names }), []);
  }
  assert.deepEqual(rolesFromClaims({}, { claim: "constructor.name", names }), []);
});
