import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { Postings } from "./postings.ts";

function found(postings: Postings, key: number): number[] {
  const rows: number[] = [];
  postings.visit(key, (row) => rows.push(row));
  return rows;
}

test("a key finds its rows, whether they are packed, wait, or are both", () => {
  const rowsOfKeys = fc.array(fc.array(fc.integer(), { maxLength: 4 }), { minLength: 1, maxLength: 60 });
  fc.assert(
    fc.property(rowsOfKeys, fc.nat(60), (keysOfRow, packedRows) => {
      const postings = new Postings((row, emit) => keysOfRow[row]?.forEach(emit), 3);
      postings.pack(Math.min(packedRows, keysOfRow.length));
      postings.cover(keysOfRow.length);
      keysOfRow.forEach((keys, row) => keys.forEach((key) => assert.ok(found(postings, key).includes(row))));
    }),
  );
});

test("packed postings opened again find the same rows", () => {
  const keysOf = (row: number, emit: (key: number) => void) => emit(row % 7);
  const packed = new Postings(keysOf, 1).pack(100);
  const again = new Postings(keysOf, 1, packed);
  again.cover(100);
  assert.ok([0, 7, 98].every((row) => found(again, 0).includes(row)));
});
