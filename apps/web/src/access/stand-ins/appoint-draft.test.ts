import assert from "node:assert/strict";
import test from "node:test";
import { EMPTY_APPOINTMENT, isAppointDraft, readAppointment } from "./appoint-draft.ts";

const WRITTEN = { ...EMPTY_APPOINTMENT, standInId: "b", until: "4.12.2026", reason: "Ferie" };

test("says for every field what must be mended", () => {
  assert.deepEqual(readAppointment(EMPTY_APPOINTMENT, false).errors, {
    absentId: "choose",
    standInId: "choose",
    until: "notADate",
    reason: "short",
  });
  assert.deepEqual(readAppointment({ ...WRITTEN, from: "31.2.2026" }, true).errors, { from: "notADate" });
});

test("the last day of a stand-in is whole, and the first begins at midnight in Norway", () => {
  const { body } = readAppointment({ ...WRITTEN, from: "1.12.2026" }, true);
  assert.deepEqual([body?.from, body?.until], ["2026-11-30T23:00:00.000Z", "2026-12-04T23:00:00.000Z"]);
});

test("without limits everything passes on, and one's own stand-in names nobody else as absent", () => {
  const { body } = readAppointment({ ...WRITTEN, absentId: "a" }, true);
  assert.deepEqual(body, {
    standInId: "b",
    until: "2026-12-04T23:00:00.000Z",
    permissions: null,
    units: null,
    reason: "Ferie",
  });
});

test("a draft of another shape is no draft", () => {
  assert.equal(isAppointDraft(WRITTEN), true);
  for (const other of [null, "text", {}, { ...WRITTEN, units: "a" }])
    assert.equal(isAppointDraft(other), false);
});
