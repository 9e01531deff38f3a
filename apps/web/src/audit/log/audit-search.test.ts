import assert from "node:assert/strict";
import test from "node:test";
import { readAuditSearch } from "./audit-search.ts";

test("an address that was sent to somebody shows the same", () => {
  const search = {
    actor: "loadRegister",
    objectType: "case",
    objectId: "12",
    from: "2026-11-01",
    refused: true,
  };
  assert.deepEqual(readAuditSearch(search), search);
});

test("a number in the address is an id", () => {
  assert.deepEqual(readAuditSearch({ objectId: 12 }), { objectId: "12" });
});

test("what is empty or no day is left out", () => {
  assert.deepEqual(readAuditSearch({ act: " ", to: "2026-02-31", refused: "no", other: "x" }), {});
});
