import assert from "node:assert/strict";
import test from "node:test";
import { PERMISSIONS, type Permission, ROLES } from "@varde/contract";
import fc from "fast-check";
import { PERMISSIONS_OF, permissionsOf, SENTENCES } from "./access.permissions.ts";

const CASE_CONTENT: readonly Permission[] = [
  "readIntake",
  "handleIntake",
  "readAlerts",
  "decideIdentity",
  "readCases",
  "readEveryCase",
  "openCaseInEmergency",
  "openIdentityNumbers",
];
const READS: readonly string[] = ["readEveryCase", "watchOpenings"];

const isReading = (permission: Permission) => /^read[A-Z]/.test(permission) || READS.includes(permission);
const isAboutCases = (permission: Permission) =>
  CASE_CONTENT.includes(permission) || SENTENCES[permission].inOwnUnits === true;

test("the system owner never sees case content", () => {
  assert.deepEqual(PERMISSIONS_OF.systemOwner.filter(isAboutCases), []);
});

test("the auditor changes nothing", () => {
  assert.deepEqual(
    PERMISSIONS_OF.auditor.filter((permission) => !isReading(permission)),
    [],
  );
});

test("managers and governance see figures and no case content", () => {
  assert.deepEqual([...PERMISSIONS_OF.manager, ...PERMISSIONS_OF.governance].filter(isAboutCases), []);
});

test("what concerns one case at a time and may be done after an emergency opening is reading alone", () => {
  for (const [permission, { whenOpened, inOwnUnits }] of Object.entries(SENTENCES))
    if (whenOpened) assert.ok(inOwnUnits && isReading(permission as Permission), permission);
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
