import assert from "node:assert/strict";
import test from "node:test";
import { forbidden, invalid, isRefusal, missing, refused } from "./refusal.ts";

test("a refusal tells its kind, its code, its source and what fills its sentence, and nothing empty", () => {
  assert.deepEqual(refused("hprNotReadBack", "helsepersonelloven § 57", { number: 12 }), {
    refusal: "refused",
    code: "hprNotReadBack",
    law: "helsepersonelloven § 57",
    params: { number: 12 },
  });
  assert.deepEqual(missing("noSuchMessage"), { refusal: "missing", code: "noSuchMessage" });
  assert.deepEqual(forbidden("ownCase"), { refusal: "forbidden", code: "ownCase" });
  assert.deepEqual(invalid("dateOrder"), { refusal: "invalid", code: "dateOrder" });
});

test("tells refusals from results", () => {
  assert.equal(isRefusal(refused("closed")), true);
  for (const result of [undefined, null, 1, "refusal", [], {}, { code: "SP" }]) {
    assert.equal(isRefusal(result), false);
  }
});
