import assert from "node:assert/strict";
import test from "node:test";
import { QUERY_PATHS, readsOfTopic } from "./live-topics.ts";

test("a change renews the reads it concerns and no others", () => {
  assert.match("/api/intake/messages/:id", readsOfTopic("messages"));
  assert.match("/api/portfolio", readsOfTopic("messages"));
  assert.doesNotMatch("/api/registers/hpr", readsOfTopic("messages"));
});

test("a topic the page has never heard of renews everything", () => {
  assert.equal(readsOfTopic("somethingElse"), QUERY_PATHS);
});

test("who is logged in is not renewed by changes", () => {
  assert.doesNotMatch("/api/me", QUERY_PATHS);
});

test("what one has oneself, such as sessions, is renewed like everything else", () => {
  assert.match("/api/me/sessions", QUERY_PATHS);
});
