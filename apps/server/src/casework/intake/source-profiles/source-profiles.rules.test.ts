import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Reading } from "../reading/reading.ts";
import { inventEntry } from "../testing.ts";
import { compareVerdicts, refuseActivation } from "./source-profiles.rules.ts";

const now = new Date("2026-06-01T12:00:00Z");
const hoursAgo = (hours: number) => new Date(now.getTime() - hours * 3_600_000);

describe("a source profile is switched on", () => {
  test("only after a test of not more than a day ago", () => {
    assert.equal(refuseActivation({ state: "draft", testedAt: null }, now)?.code, "profileNotTested");
    assert.equal(
      refuseActivation({ state: "draft", testedAt: hoursAgo(25) }, now)?.code,
      "profileTestTooOld",
    );
    assert.equal(refuseActivation({ state: "draft", testedAt: hoursAgo(1) }, now), undefined);
    assert.equal(refuseActivation({ state: "retired", testedAt: hoursAgo(1) }, now), undefined);
  });
  test("not twice", () => {
    assert.equal(
      refuseActivation({ state: "active", testedAt: hoursAgo(1) }, now)?.code,
      "profileAlreadyActive",
    );
  });
});

describe("what a draft would change", () => {
  const alerts = (...entries: ReturnType<typeof inventEntry>[]): Reading["verdict"] => ({
    outcome: "alerts",
    entries,
  });
  const unknown: Reading["verdict"] = {
    outcome: "quarantined",
    reason: "unknownSource",
    params: {},
    entries: [],
  };
  const noise: Reading["verdict"] = { outcome: "irrelevant", reason: "noise", params: {} };

  test("is nothing where both read the same", () => {
    assert.equal(compareVerdicts(alerts(inventEntry()), alerts(inventEntry())).change, "same");
    assert.equal(compareVerdicts(noise, noise).change, "same");
  });
  test("is better where more complete alerts or more fields are read", () => {
    assert.equal(compareVerdicts(unknown, alerts(inventEntry())).change, "better");
    const fuller = compareVerdicts(alerts(inventEntry()), alerts(inventEntry({ birthPlace: "Umeå" })));
    assert.deepEqual([fuller.change, fuller.fields], ["better", ["birthPlace"]]);
  });
  test("is worse where an alert is lost or a value only differs", () => {
    assert.equal(compareVerdicts(alerts(inventEntry()), noise).change, "worse");
    assert.equal(
      compareVerdicts(alerts(inventEntry()), alerts(inventEntry({ surname: "Other" }))).change,
      "worse",
    );
  });
});
