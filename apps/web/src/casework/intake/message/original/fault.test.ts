import assert from "node:assert/strict";
import test from "node:test";
import { faultOf } from "./fault.ts";

test("a part that could not be read is told with its file, its line and the cause", () => {
  const reasonParams = { part: "1.2", fileName: "alert.xml", line: 14, cause: "brokenXml" };
  assert.deepEqual(faultOf({ state: "quarantined", reasonParams }), reasonParams);
});

test("a message that is broken as a whole has a cause and no part", () => {
  const reasonParams = { cause: "cutOff" };
  assert.deepEqual(faultOf({ state: "quarantined", reasonParams }), { cause: "cutOff" });
});

test("a message that was read has no fault, whatever else keeps it waiting", () => {
  assert.equal(faultOf({ state: "quarantined", reasonParams: { missing: "name" } }), undefined);
  assert.equal(
    faultOf({ state: "registered", reasonParams: { cause: "brokenXml", part: "1.2" } }),
    undefined,
  );
});
