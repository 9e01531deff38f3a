import assert from "node:assert/strict";
import test from "node:test";
import { DatabaseUnavailable } from "../../database/database-unavailable.ts";
import { refused } from "../../rules/refusal.ts";
import { problemOf, problemOfRefusal, StoppedRequest } from "./problem.ts";
import { problemOfError } from "./problem-of-error.ts";

const errorWith = (more: object, message = "no"): Error => Object.assign(new Error(message), more);

test("an error nobody foresaw tells the request's id and nothing of itself", () => {
  const problem = problemOfError(errorWith({ code: "XX000" }, "secret of Kari at line 7"), "request-1");
  assert.equal(problem.status, 500);
  assert.deepEqual(problem.params, { requestId: "request-1" });
  assert.doesNotMatch(JSON.stringify(problem), /Kari|line 7|XX000/);
});

test("errors of the request are told by their own codes", () => {
  const codes = {
    FST_ERR_CTP_BODY_TOO_LARGE: [413, "bodyTooLarge"],
    FST_ERR_CTP_INVALID_MEDIA_TYPE: [415, "mediaTypeNotAccepted"],
    FST_ERR_CTP_EMPTY_JSON_BODY: [400, "bodyNotJson"],
    FST_ERR_CTP_INVALID_JSON_BODY: [400, "bodyNotJson"],
  };
  for (const [code, expected] of Object.entries(codes)) {
    const { status, code: told } = problemOfError(errorWith({ code }), "r");
    assert.deepEqual([status, told], expected);
  }
});

test("each place that was wrong is listed with its code", () => {
  const validation = [
    { instancePath: "/person/birthDate", keyword: "invalid_format", message: "Invalid date", schemaPath: "" },
    { instancePath: "/", keyword: "invalid_type", message: "Expected object", schemaPath: "" },
  ];
  const problem = problemOfError(
    errorWith({ code: "FST_ERR_VALIDATION", validation, validationContext: "body" }),
    "r",
  );
  assert.equal(problem.status, 400);
  assert.deepEqual(problem.errors, [
    { path: "body.person.birthDate", code: "invalid_format", message: "Invalid date" },
    { path: "body", code: "invalid_type", message: "Expected object" },
  ]);
});

test("a database that does not answer is told as such, with when to try again", () => {
  const wrapped = new DatabaseUnavailable("databaseUnreachable", "connect ECONNREFUSED 10.0.0.7:5432");
  for (const error of [wrapped, errorWith({ code: "57P01" }, "terminating connection")]) {
    const problem = problemOfError(error, "r");
    assert.equal(problem.status, 503);
    assert.equal(problem.code, "databaseUnavailable");
    assert.equal(problem.params?.retryAfterSeconds, 5);
    assert.doesNotMatch(JSON.stringify(problem), /10\.0\.0\.7/);
  }
});

test("a stopped request is told with the problem it carries", () => {
  const problem = problemOf(403, "permissionMissing");
  assert.equal(problemOfError(new StoppedRequest(problem), "r"), problem);
});

test("a refusal becomes a conflict with its code, law and params", () => {
  assert.deepEqual(problemOfRefusal(refused("alreadyDecided", "forvaltningsloven § 35", { by: 2 })), {
    type: "about:blank",
    title: "Conflict",
    status: 409,
    code: "alreadyDecided",
    law: "forvaltningsloven § 35",
    params: { by: 2 },
  });
});

test("a value the database has no room for, and a form that is broken, are the caller's to mend", () => {
  for (const code of ["22003", "22021", "22P05"])
    assert.equal(problemOfError(Object.assign(new Error("x"), { code }), "r").code, "valueNotStorable");
  const broken = new Error("Multipart: Boundary not found");
  assert.deepEqual(problemOfError(broken, "r").status, 400);
});
