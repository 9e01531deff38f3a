import assert from "node:assert/strict";
import test from "node:test";
import fc from "fast-check";
import { withoutContent } from "./get-operations.ts";

test("leaves out of an error what it may quote from a message or a register", () => {
  assert.equal(
    withoutContent(
      'duplicate key value violates unique constraint "people_pkey"\nDetail: Key (nin)=(15829945476)',
    ),
    "duplicate key value violates unique constraint …",
  );
  assert.equal(
    withoutContent("no reply from post@invented.example after 30 s"),
    "no reply from … after 30 s",
  );
  assert.equal(withoutContent("Key (surname)=(Lindqvist) exists"), "Key …=… exists");
  assert.equal(withoutContent("number 1234567 not found in 12 rows"), "number … not found in 12 rows");
});

test("never shows an identity number, wherever it stands", () => {
  fc.assert(
    fc.property(fc.string(), fc.stringMatching(/^\d{11}$/), fc.string(), (before, number, after) => {
      assert.ok(!withoutContent(before + number + after).includes(number));
    }),
  );
});
