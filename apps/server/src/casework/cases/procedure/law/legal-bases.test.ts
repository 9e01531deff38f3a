import assert from "node:assert/strict";
import test from "node:test";
import { addDays } from "../clocks/calendar.ts";
import { findLegalBasis, LEGAL_BASES, legalBasesOn } from "./legal-bases.ts";
import { TRACK, TRACKS } from "./tracks.ts";

test("a lapsed foreign basis stood in the fourth paragraph of § 57 and stands in the fifth", () => {
  assert.equal(
    findLegalBasis("hpl57-lapsedForeignBasis", "2022-06-30")?.provision,
    "helsepersonelloven § 57 fjerde ledd",
  );
  assert.equal(
    findLegalBasis("hpl57-lapsedForeignBasis", "2022-07-01")?.provision,
    "helsepersonelloven § 57 femte ledd",
  );
});

test("a legal basis that is repealed is found for its time, and not after", () => {
  assert.ok(findLegalBasis("hpl59a-limitation", "2022-06-30"));
  assert.equal(findLegalBasis("hpl59a-limitation", "2022-07-01"), undefined);
});

test("no two versions of a legal basis are in force on one day, and a later one follows on the day after", () => {
  for (const key of new Set(LEGAL_BASES.map((one) => one.key))) {
    const versions = LEGAL_BASES.filter((one) => one.key === key).toSorted((a, b) =>
      a.validFrom.localeCompare(b.validFrom),
    );
    versions.slice(1).forEach((later, index) => {
      assert.equal(later.validFrom, addDays(versions[index]?.validUntil ?? "", 1), key);
    });
  }
});

test("every track can be decided on a legal basis that is in force today", () => {
  const keys = new Set(legalBasesOn("2026-11-22").map(({ key }) => key));
  for (const track of TRACKS)
    assert.deepEqual(
      TRACK[track].provisions.filter((key) => !keys.has(key)),
      [],
      track,
    );
});
