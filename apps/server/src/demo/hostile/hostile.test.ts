import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { MESSAGE_STATES, QUARANTINE_REASONS } from "@varde/contract/intake";
import { getHostileMessage, HOSTILE_MESSAGES } from "./index.ts";

const build = (name: string): Buffer => Buffer.from(getHostileMessage(name).build());

describe("hostile messages", () => {
  test("have names of their own, and an end that the product knows", () => {
    assert.equal(new Set(HOSTILE_MESSAGES.map(({ name }) => name)).size, HOSTILE_MESSAGES.length);
    const reasons: readonly string[] = QUARANTINE_REASONS;
    for (const { name, expected } of HOSTILE_MESSAGES) {
      assert.ok(MESSAGE_STATES.includes(expected.state), name);
      assert.ok(expected.reason === undefined || reasons.includes(expected.reason), name);
    }
  });

  test("are small themselves where they grow when opened", () => {
    for (const name of ["zipBombOfBombs", "spreadsheetBomb", "billionLaughs"])
      assert.ok(build(name).length < 300_000, name);
  });

  test("are as large as they say: 30 MB, 10,000 recipients, fifty messages deep", () => {
    assert.ok(build("thirtyMegabytes").length > 30_000_000);
    assert.equal(
      build("tenThousandRecipients")
        .toString()
        .match(/@authorities\.example/g)?.length,
      10_000,
    );
    assert.equal(
      build("deepNesting")
        .toString()
        .match(/message\/rfc822/g)?.length,
      50,
    );
  });

  test("are refused by name when nobody made them", () => {
    assert.throws(() => getHostileMessage("gentle"), RangeError);
  });
});
