import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { type KeysOf, Postings } from "./postings.ts";
import { RowSet } from "./row-set.ts";

const keyed = (keysOf: KeysOf, differentKeys: number) => ({ keysOf, differentKeys: () => differentKeys });

function found(postings: Postings, ...keys: number[]): number[] {
  const seen = new RowSet();
  postings.collect(keys, seen);
  return [...seen.rows.subarray(0, seen.size)];
}

test("a key finds its rows, whether they are packed, wait, or are both", () => {
  const rowsOfKeys = fc.array(fc.array(fc.integer(), { maxLength: 4 }), { minLength: 1, maxLength: 60 });
  fc.assert(
    fc.property(rowsOfKeys, fc.nat(60), (keysOfRow, packedRows) => {
      const postings = new Postings(keyed((row, emit) => keysOfRow[row]?.forEach(emit), 100));
      postings.pack(Math.min(packedRows, keysOfRow.length));
      postings.cover(keysOfRow.length);
      keysOfRow.forEach((keys, row) => keys.forEach((key) => assert.ok(found(postings, key).includes(row))));
    }),
  );
});

test("several keys find each of their rows once", () => {
  const postings = new Postings(keyed((row, emit) => [row % 3, row % 5].forEach(emit), 8));
  postings.pack(9_000);
  const rows = found(postings, 0, 1, 2);
  assert.equal(rows.length, 9_000);
  assert.equal(new Set(rows).size, 9_000);
});

test("packed postings opened again find the same rows", () => {
  const keying = keyed((row, emit) => emit(row % 7), 7);
  const packed = new Postings(keying).pack(100);
  const again = new Postings(keying, packed);
  again.cover(100);
  assert.ok([0, 7, 98].every((row) => found(again, 0).includes(row)));
});
