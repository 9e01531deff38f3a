import assert from "node:assert/strict";
import test from "node:test";
import { refuseDeactivation, refuseOwn, refuseReactivation, refuseRoles } from "./administration.rules.ts";

test("nobody administers themself", () => {
  assert.equal(refuseOwn("solveig", "solveig")?.code, "ownPerson");
  assert.equal(refuseOwn("solveig", "ingrid"), undefined);
});

test("a person is shut out once, and let in again only after that", () => {
  const shutOut = { deactivatedAt: "2026-02-02T08:00:00.000Z" };
  assert.equal(refuseDeactivation({ deactivatedAt: null }), undefined);
  assert.equal(refuseDeactivation(shutOut)?.code, "personDeactivated");
  assert.equal(refuseReactivation(shutOut), undefined);
  assert.equal(refuseReactivation({ deactivatedAt: null })?.code, "personActive");
});

test("roles are given in Varde only where the login provider brings none", () => {
  const given = { roles: ["auditor"] } as const;
  assert.equal(refuseRoles({ rolesFrom: "provider", roles: [] }, given)?.code, "rolesFromProvider");
  assert.equal(refuseRoles({ rolesFrom: "varde", roles: [] }, given), undefined);
  assert.equal(refuseRoles({ rolesFrom: "varde", roles: ["auditor"] }, { roles: [] }), undefined);
});

test("giving the same roles again is refused unless it gives a name", () => {
  const known = { rolesFrom: "varde", roles: ["auditor", "manager"] } as const;
  const person = { ...known, roles: [...known.roles] };
  assert.equal(refuseRoles(person, { roles: ["manager", "auditor"] })?.code, "rolesUnchanged");
  assert.equal(refuseRoles(person, { roles: ["manager", "auditor"], name: "Turid Nygård" }), undefined);
});
