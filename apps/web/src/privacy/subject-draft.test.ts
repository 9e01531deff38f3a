import assert from "node:assert/strict";
import test from "node:test";
import { EMPTY_SUBJECT, isSubjectDraft, readSubject } from "./subject-draft.ts";

const purpose = "Krav om innsyn 22.11.2026";

test("a person is asked for in the way that was chosen, and by nothing else", () => {
  const all = { ...EMPTY_SUBJECT, hprNumber: "1 000 007", nationalId: "01817812345", purpose };
  const named = { ...all, surname: "Lind", forename: "Eva", birthDate: "1.7.1978" };
  assert.deepEqual(readSubject(named).subject, { hprNumber: 1_000_007 });
  assert.deepEqual(readSubject({ ...named, foundBy: "nationalId" }).subject, { nationalId: "01817812345" });
  assert.deepEqual(readSubject({ ...named, foundBy: "name" }).subject, {
    surname: "Lind",
    forename: "Eva",
    birthDate: "1978-07-01",
  });
});

test("says for every field what must be mended", () => {
  assert.deepEqual(readSubject(EMPTY_SUBJECT).errors, { hprNumber: "number", purpose: "purpose" });
  assert.deepEqual(
    readSubject({ ...EMPTY_SUBJECT, foundBy: "name", birthDate: "31.2.1978", purpose }).errors,
    {
      surname: "missing",
      forename: "missing",
      birthDate: "date",
    },
  );
});

test("a draft of another shape is no draft", () => {
  assert.equal(isSubjectDraft(EMPTY_SUBJECT), true);
  for (const other of [null, {}, { ...EMPTY_SUBJECT, foundBy: "shoe size" }])
    assert.equal(isSubjectDraft(other), false);
});
