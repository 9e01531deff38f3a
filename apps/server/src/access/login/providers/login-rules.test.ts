import assert from "node:assert/strict";
import test from "node:test";
import { type Claims, judgeLogin, type LoginRules, NO_ASSURANCE } from "./login-rules.ts";

const RULES: LoginRules = {
  scope: "openid",
  parameters: {},
  subject: ["sub"],
  tenants: [],
  login: NO_ASSURANCE,
  stepUp: NO_ASSURANCE,
  organisations: [],
  roles: undefined,
};
const TENANT = "7c2ff1f4-0b3b-4c46-9b0f-0a3f3c2f9d11";
const begunAt = new Date("2026-02-02T08:00:00Z");
const seconds = (time: string) => new Date(`2026-02-02T${time}Z`).getTime() / 1000;

function codeOf(claims: Claims, rules: Partial<LoginRules>, stepUp?: { begunAt: Date }): string {
  const judged = judgeLogin({ sub: "s", ...claims }, { ...RULES, ...rules }, stepUp);
  return "subject" in judged ? "admitted" : judged.code;
}

test("names a person by all the claims that do so together, and admits nobody who lacks one", () => {
  const rules = { ...RULES, subject: ["tid", "oid"] };
  assert.deepEqual(judgeLogin({ tid: TENANT, oid: "o" }, rules), { subject: `${TENANT} o` });
  for (const claims of [
    { sub: "s", oid: "o" },
    { tid: TENANT, oid: "" },
    { tid: TENANT, oid: 7 },
  ]) {
    assert.equal(codeOf(claims, rules), "loginWithoutSubject");
  }
});

test("admits people of the pinned tenant only", () => {
  const tenants = [TENANT];
  assert.equal(codeOf({ tid: TENANT }, { tenants }), "admitted");
  assert.equal(codeOf({ tid: "9188040d-6c67-4c5b-b112-36a304b66dad" }, { tenants }), "loginForeignTenant");
  assert.equal(codeOf({}, { tenants }), "loginForeignTenant");
});

test("demands the level of assurance, in one value or among several", () => {
  const login = { claim: "acr", accepted: ["idporten-loa-high"], ask: {} };
  assert.equal(codeOf({ acr: "idporten-loa-high" }, { login }), "admitted");
  assert.equal(codeOf({ acr: ["c1", "idporten-loa-high"] }, { login }), "admitted");
  assert.equal(codeOf({ acr: "idporten-loa-substantial" }, { login }), "loginAssuranceTooLow");
  assert.equal(codeOf({ acr: "idporten-loa-high-not" }, { login }), "loginAssuranceTooLow");
  assert.equal(codeOf({}, { login }), "loginAssuranceTooLow");
});

test("step-up demands a higher level than login where one is set", () => {
  const stepUp = { claim: "acrs", accepted: ["c1"], ask: {} };
  const auth_time = seconds("08:00:30");
  assert.equal(codeOf({}, { stepUp }), "admitted");
  assert.equal(codeOf({ auth_time }, { stepUp }, { begunAt }), "loginAssuranceTooLow");
  assert.equal(codeOf({ auth_time, acrs: ["c1"] }, { stepUp }, { begunAt }), "admitted");
});

test("step-up demands that the person was authenticated after it was begun, give or take a minute", () => {
  assert.equal(codeOf({ auth_time: seconds("08:00:30") }, {}, { begunAt }), "admitted");
  assert.equal(codeOf({ auth_time: seconds("07:59:00") }, {}, { begunAt }), "admitted");
  assert.equal(codeOf({ auth_time: seconds("07:58:59") }, {}, { begunAt }), "loginNotFresh");
  assert.equal(codeOf({ auth_time: "2026" }, {}, { begunAt }), "loginNotFresh");
  assert.equal(codeOf({}, {}, { begunAt }), "loginNotFresh");
});

test("demands an organisation the person may represent, in both shapes of Ansattporten", () => {
  const organisations = ["974761394", "310000000"];
  const resource = (ID: unknown) => ({
    authorization_details: [
      { type: "ansattporten:altinn:resource", authorized_parties: [{ orgno: { ID } }] },
    ],
  });
  const service = {
    authorization_details: [{ type: "ansattporten:altinn:service", reportees: [{ ID: "0192:310000000" }] }],
  };
  assert.equal(codeOf(resource("0192:974761394"), { organisations }), "admitted");
  assert.equal(codeOf(service, { organisations }), "admitted");
  for (const claims of [
    resource("0192:999999999"),
    resource(null),
    { authorization_details: "0192:974761394" },
    {},
  ]) {
    assert.equal(codeOf(claims, { organisations }), "loginOrganisationMissing");
  }
});
