import assert from "node:assert/strict";
import test from "node:test";
import { type Permission, ROLES } from "@varde/contract";
import fc from "fast-check";
import { SENTENCES } from "../access.permissions.ts";
import { passedOn } from "../standing/standing.ts";
import { refuseStandIn, stateOf, type WantedStandIn } from "./stand-in.rules.ts";

const now = new Date("2026-02-02T08:00:00Z");
const days = (n: number) => new Date(now.getTime() + n * 86_400_000);
const amina = { id: "amina", mayForOthers: false };

const wanted = (changes: Partial<WantedStandIn> = {}): WantedStandIn => ({
  absentId: "amina",
  standInId: "jonas",
  from: now,
  until: days(7),
  limits: { permissions: null, units: null },
  ...changes,
});
const codeOf = (changes: Partial<WantedStandIn>, by = amina) =>
  refuseStandIn(wanted(changes), by, ["secondLine"], now)?.code;

test("a person appoints a stand-in for themself", () => {
  assert.equal(codeOf({}), undefined);
});

test("nobody stands in for themself", () => {
  assert.equal(codeOf({ standInId: "amina" }), "standInForOneself");
});

test("a period ends after it begins, not in the past, and within a year", () => {
  assert.equal(codeOf({ from: days(2), until: days(1) }), "periodEndsBeforeItBegins");
  assert.equal(codeOf({ from: days(-2), until: days(-1) }), "periodEndsBeforeItBegins");
  assert.equal(codeOf({ until: days(367) }), "standInTooLong");
});

test("a limit names only what the absent person has to give", () => {
  assert.equal(codeOf({ limits: { permissions: ["assessCases"], units: null } }), undefined);
  assert.equal(codeOf({ limits: { permissions: ["operate"], units: null } }), "permissionNotPassedOn");
  assert.equal(
    codeOf({ limits: { permissions: ["openCaseInEmergency"], units: null } }),
    "permissionNotPassedOn",
  );
  assert.equal(
    codeOf({ limits: { permissions: ["readAlerts"], units: ["andrelinje"] } }),
    "permissionNotPassedOn",
  );
});

test("somebody without any right to give has no stand-in", () => {
  assert.equal(refuseStandIn(wanted(), amina, [], now)?.code, "nothingToPassOn");
});

test("a stand-in is ahead, then runs, then is over, unless it is ended", () => {
  const period = { from: days(1), until: days(2), endedAt: null };
  assert.deepEqual(
    [now, days(1), days(2)].map((at) => stateOf(period, at)),
    ["ahead", "running", "over"],
  );
  assert.equal(stateOf({ ...period, endedAt: now }, days(3)), "ended");
});

test("what stays with a person never passes to a stand-in, whatever the limits", () => {
  const permissions = fc.option(fc.subarray(Object.keys(SENTENCES) as Permission[]));
  const units = fc.option(fc.constant(["utland"]));
  fc.assert(
    fc.property(fc.subarray([...ROLES]), permissions, units, (roles, only, within) => {
      for (const permission of passedOn(roles, { permissions: only, units: within })) {
        assert.ok(!SENTENCES[permission].neverByStandIn);
        assert.ok(only === null || only.includes(permission));
        assert.ok(within === null || SENTENCES[permission].inOwnUnits);
      }
    }),
  );
});
