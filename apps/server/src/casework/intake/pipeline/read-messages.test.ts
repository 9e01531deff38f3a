import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { batchOf } from "./read-messages.ts";

const MEGABYTE = 1024 * 1024;
const unread = (...given: [size: number, attempts?: number][]) =>
  given.map(([size, attempts = 0], index) => ({ id: index + 1, size, attempts }));
const ids = (messages: { id: number }[]) => messages.map(({ id }) => id);

describe("messages read together", () => {
  test("are as many as fit in memory, and always at least one", () => {
    assert.deepEqual(ids(batchOf(unread([9 * MEGABYTE], [6 * MEGABYTE], [2 * MEGABYTE], [1]))), [1, 2]);
    assert.deepEqual(ids(batchOf(unread([90 * MEGABYTE], [1]))), [1]);
    assert.deepEqual(batchOf([]), []);
  });
  test("never hold one that has ended its readers before beside others", () => {
    assert.deepEqual(ids(batchOf(unread([1, 2], [1], [1]))), [1]);
    assert.deepEqual(ids(batchOf(unread([1], [1, 1], [1, 2], [1]))), [1, 2]);
  });
});
