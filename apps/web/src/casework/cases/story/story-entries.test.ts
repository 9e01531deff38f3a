import assert from "node:assert/strict";
import test from "node:test";
import type { CaseHistoryEntry, CaseView } from "@varde/contract/cases";
import { storyOf } from "./story-entries.ts";

const actor = { id: null, name: "Ingrid Solbakken", kind: "person" } as const;
const acted = (id: number, act: string, day: string): CaseHistoryEntry => ({
  id,
  act,
  sentence: act,
  at: `${day}T08:00:00.000Z`,
  by: actor,
  onBehalfOf: null,
  stageBefore: "triage",
  stageAfter: "triage",
  law: null,
  input: {},
  before: {},
  after: {},
});
const noted = (id: number, day: string): CaseView["notes"][number] => ({
  id,
  text: "Notat",
  mentions: [],
  by: actor,
  at: `${day}T09:00:00.000Z`,
});

test("acts and notes stand in one line of time, newest first", () => {
  const story = storyOf(
    [acted(2, "requestDocuments", "2026-02-03"), acted(1, "recordLookUp", "2026-02-01")],
    [noted(1, "2026-02-02")],
    { isWhole: true },
  );
  assert.deepEqual(
    story.map(({ kind }) => kind),
    ["letters", "notes", "lookUps"],
  );
});

test("a note from before the acts that are read waits until they are", () => {
  const entries = [acted(9, "take", "2026-02-05")];
  assert.equal(storyOf(entries, [noted(1, "2026-02-01")], { isWhole: false }).length, 1);
  assert.equal(storyOf(entries, [noted(1, "2026-02-01")], { isWhole: true }).length, 2);
});
