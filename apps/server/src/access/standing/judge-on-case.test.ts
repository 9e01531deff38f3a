import assert from "node:assert/strict";
import test from "node:test";
import { PERMISSIONS, ROLES } from "@varde/contract";
import fc from "fast-check";
import { isRefusal } from "../../platform/rules/refusal.ts";
import { SENTENCES } from "../access.permissions.ts";
import { judgeOnCase } from "./judge-on-case.ts";
import { invented, UNITS } from "./testing.ts";

const FIRST_LINE_CASE = { caseId: 7, units: ["foerstelinje"] };
const SECOND_LINE_CASE = { caseId: 8, units: ["andrelinje"] };

test("officers act in the cases of their own unit, and not in those of another", () => {
  const ingrid = invented({ roles: ["firstLine"], units: ["foerstelinje"] });
  assert.deepEqual(judgeOnCase(ingrid, "prepareCases", FIRST_LINE_CASE), {});
  assert.deepEqual(judgeOnCase(ingrid, "readCases", SECOND_LINE_CASE), {
    refusal: "forbidden",
    code: "caseOfOtherUnit",
    params: { case: 8, unit: "andrelinje" },
  });
});

test("during a handover both lines reach the case", () => {
  const both = { caseId: 9, units: ["foerstelinje", "andrelinje"] };
  const ingrid = invented({ roles: ["firstLine"], units: ["foerstelinje"] });
  const amina = invented({ roles: ["secondLine"], units: ["andrelinje"] });
  assert.deepEqual(judgeOnCase(ingrid, "prepareCases", both), {});
  assert.deepEqual(judgeOnCase(amina, "assessCases", both), {});
});

test("belonging to a unit gives no right the roles do not give", () => {
  const ingrid = invented({ roles: ["firstLine"], units: ["andrelinje"] });
  assert.deepEqual(judgeOnCase(ingrid, "assessCases", SECOND_LINE_CASE), {
    refusal: "forbidden",
    code: "permissionMissing",
    params: { permission: "assessCases" },
  });
});

test("the auditor reads every case and acts on none", () => {
  const henrik = invented({ roles: ["auditor"] });
  assert.deepEqual(judgeOnCase(henrik, "readCases", FIRST_LINE_CASE), {});
  for (const act of ["prepareCases", "assessCases", "approveDecisions", "steerCases"] as const)
    assert.ok(isRefusal(judgeOnCase(henrik, act, FIRST_LINE_CASE)), act);
});

test("an emergency opening lets read a case of another unit, and do nothing to it", () => {
  const ingrid = invented({ roles: ["firstLine"], units: ["foerstelinje"], openedCases: [8] });
  assert.deepEqual(judgeOnCase(ingrid, "readCases", SECOND_LINE_CASE), {});
  assert.ok(isRefusal(judgeOnCase(ingrid, "prepareCases", SECOND_LINE_CASE)));
  assert.ok(isRefusal(judgeOnCase(ingrid, "readCases", { ...SECOND_LINE_CASE, caseId: 10 })));
});

test("an emergency opening gives nothing to somebody who may not read cases at all", () => {
  const erik = invented({ roles: ["manager"], openedCases: [8] });
  assert.ok(isRefusal(judgeOnCase(erik, "readCases", SECOND_LINE_CASE)));
});

test("being shut out beats every right, every stand-in and every opening", () => {
  fc.assert(
    fc.property(fc.subarray([...ROLES]), fc.constantFrom(...PERMISSIONS), (roles, permission) => {
      const person = invented({ roles, units: UNITS, excludedCases: [7], openedCases: [7] });
      const standing = {
        ...person,
        standsInFor: [{ ...invented({ roles: ROLES, units: UNITS }), until: new Date() }],
      };
      const judged = judgeOnCase(standing, permission, FIRST_LINE_CASE);
      assert.ok(isRefusal(judged) && judged.code === "excludedFromCase");
    }),
  );
});

test("a stand-in acts in the place of the absent, and it is said in whose", () => {
  const turid = invented({ roles: ["processOwner"], units: UNITS, name: "Turid Nygård" });
  const ingrid = {
    ...invented({ roles: ["firstLine"], units: ["foerstelinje"] }),
    standsInFor: [{ ...turid, until: new Date() }],
  };
  assert.deepEqual(judgeOnCase(ingrid, "steerCases", SECOND_LINE_CASE), { onBehalfOf: turid.person });
  assert.deepEqual(judgeOnCase(ingrid, "readCases", FIRST_LINE_CASE), {}, "the own right goes first");
});

test("nobody acts on a case in the place of somebody who is shut out of it", () => {
  const turid = invented({ roles: ["processOwner"], units: UNITS, excludedCases: [8] });
  const ingrid = {
    ...invented({ roles: ["firstLine"], units: ["foerstelinje"] }),
    standsInFor: [{ ...turid, until: new Date() }],
  };
  assert.ok(isRefusal(judgeOnCase(ingrid, "steerCases", SECOND_LINE_CASE)));
});

test("one's own right with somebody else's unit is no right", () => {
  const elin = invented({ roles: ["manager"], units: ["andrelinje"] });
  const amina = {
    ...invented({ roles: ["secondLine"], units: ["foerstelinje"] }),
    standsInFor: [{ ...elin, until: new Date() }],
  };
  assert.ok(isRefusal(judgeOnCase(amina, "assessCases", SECOND_LINE_CASE)));
});

test("whoever may do something on a case has it from a role, their own or that of somebody stood in for", () => {
  const arbitrary = fc.record({
    roles: fc.subarray([...ROLES]),
    units: fc.subarray([...UNITS]),
    openedCases: fc.subarray([7]),
  });
  fc.assert(
    fc.property(arbitrary, arbitrary, fc.constantFrom(...PERMISSIONS), (own, absent, permission) => {
      const standing = { ...invented(own), standsInFor: [{ ...invented(absent), until: new Date() }] };
      if (isRefusal(judgeOnCase(standing, permission, FIRST_LINE_CASE))) return;
      const roles = [...own.roles, ...absent.roles];
      const { roles: sufficient } = SENTENCES[permission];
      const readsAll = permission === "readCases" && roles.some((role) => role === "auditor");
      assert.ok(readsAll || roles.some((role) => sufficient.includes(role)));
    }),
  );
});
