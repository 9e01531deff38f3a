import assert from "node:assert/strict";
import test from "node:test";
import { followKeys, takesText } from "./sequence.ts";

const SHORTCUTS = ["?", "j", "g m", "g v"];

test("a single key is a shortcut at once", () => {
  assert.deepEqual(followKeys("", "?", SHORTCUTS), { pending: "", match: "?" });
});

test("a sequence waits for its second key", () => {
  assert.deepEqual(followKeys("", "g", SHORTCUTS), { pending: "g" });
  assert.deepEqual(followKeys("g", "v", SHORTCUTS), { pending: "", match: "g v" });
});

test("a key that fits no sequence starts anew instead of being swallowed", () => {
  assert.deepEqual(followKeys("g", "j", SHORTCUTS), { pending: "", match: "j" });
  assert.deepEqual(followKeys("g", "g", SHORTCUTS), { pending: "g" });
  assert.deepEqual(followKeys("g", "x", SHORTCUTS), { pending: "" });
});

test("a key without any shortcut leaves nothing pending", () => {
  assert.deepEqual(followKeys("", "q", SHORTCUTS), { pending: "" });
});

test("keys belong to the field that is being written in", () => {
  assert.equal(takesText({ tag: "INPUT" }), true);
  assert.equal(takesText({ tag: "INPUT", type: "search" }), true);
  assert.equal(takesText({ tag: "TEXTAREA" }), true);
  assert.equal(takesText({ tag: "SELECT" }), true);
  assert.equal(takesText({ tag: "DIV", editable: true }), true);
});

test("keys are shortcuts on buttons, boxes and links", () => {
  assert.equal(takesText({ tag: "INPUT", type: "checkbox" }), false);
  assert.equal(takesText({ tag: "INPUT", type: "radio" }), false);
  assert.equal(takesText({ tag: "BUTTON" }), false);
  assert.equal(takesText({ tag: "A" }), false);
});
