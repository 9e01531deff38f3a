import assert from "node:assert/strict";
import test from "node:test";
import { PERMISSIONS, type Permission, ROLES } from "@varde/contract";
import fc from "fast-check";
import { PERMISSIONS_OF, permissionsOf } from "./access.permissions.ts";

const CASE_CONTENT: readonly Permission[] = ["readIntake", "handleIntake", "readAlerts", "decideIdentity"];
const CHANGES: readonly Permission[] = [
  "handleIntake",
  "decideIdentity",
  "runBalance",
  "editProfiles",
  "loadRegister",
  "operate",
];

test("the system owner never sees case content", () => {
  assert.deepEqual(
    PERMISSIONS_OF.systemOwner.filter((permission) => CASE_CONTENT.includes(permission)),
    [],
  );
});

test("the auditor changes nothing", () => {
  assert.deepEqual(
    PERMISSIONS_OF.auditor.filter((permission) => CHANGES.includes(permission)),
    [],
  );
});

test("managers and governance see figures only", () => {
  assert.deepEqual(PERMISSIONS_OF.manager, ["readPortfolio", "readBalance"]);
  assert.deepEqual(PERMISSIONS_OF.governance, ["readPortfolio"]);
});

test("only the system owner edits source profiles, loads registers and operates the robot", () => {
  for (const permission of ["editProfiles", "loadRegister", "operate"] as const) {
    assert.deepEqual(
      ROLES.filter((role) => PERMISSIONS_OF[role].includes(permission)),
      ["systemOwner"],
    );
  }
});

test("every permission belongs to some role", () => {
  assert.deepEqual(permissionsOf(ROLES), new Set(PERMISSIONS));
});

test("several roles permit what each permits, and no role permits nothing", () => {
  assert.equal(permissionsOf([]).size, 0);
  fc.assert(
    fc.property(fc.subarray([...ROLES]), fc.constantFrom(...PERMISSIONS), (roles, permission) => {
      assert.equal(
        permissionsOf(roles).has(permission),
        roles.some((role) => PERMISSIONS_OF[role].includes(permission)),
      );
    }),
  );
});
