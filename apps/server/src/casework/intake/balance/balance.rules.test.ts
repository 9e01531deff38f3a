import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { balanceMailbox, findGaps, type Standing, sumOf } from "./balance.rules.ts";

const box = { name: "post", kind: "folder" as const };
const at = (folder: string, key: string): Standing => ({ folder, key, name: `${folder}/${key}` });

describe("the balance of a mailbox", () => {
  test("names what stands in the mailbox without a ledger row, and the other way round", () => {
    const { missing, extra, missingItems, extraItems } = balanceMailbox(
      box,
      [at("INBOX", "1"), at("INBOX", "2")],
      [at("INBOX", "2"), at("Archive", "3")],
    );
    assert.deepEqual(
      { missing, extra, missingItems, extraItems },
      {
        missing: 1,
        extra: 1,
        missingItems: ["INBOX/1"],
        extraItems: ["Archive/3"],
      },
    );
  });

  test("counts a mailbox that cannot be reached against nothing", () => {
    const { reachable, messages, missing, extra } = balanceMailbox(box, undefined, [at("INBOX", "1")]);
    assert.deepEqual(
      { reachable, messages, missing, extra },
      { reachable: false, messages: 1, missing: 0, extra: 0 },
    );
  });

  test("adds up: messages less missing are the ledger rows less extra, in every folder and in all", () => {
    const some = fc.array(
      fc.record({ folder: fc.constantFrom("A", "B", "C"), key: fc.constantFrom("1", "2", "3", "4") }),
    );
    fc.assert(
      fc.property(some, some, (there, rows) => {
        const balance = balanceMailbox(
          box,
          there.map(({ folder, key }) => at(folder, key)),
          rows.map(({ folder, key }) => at(folder, key)),
        );
        assert.equal(balance.messages - balance.missing, balance.ledger - balance.extra);
        assert.equal(
          balance.folders.reduce((sum, one) => sum + one.messages, 0),
          balance.messages,
        );
        assert.equal(
          balance.folders.reduce((sum, one) => sum + one.ledger, 0),
          balance.ledger,
        );
        assert.deepEqual(sumOf([balance, balance]).missing, 2 * balance.missing);
      }),
    );
  });
});

describe("numbers in sequence", () => {
  test("are told where one never came", () => {
    assert.deepEqual(findGaps(["GB-C148-1", "GB-C148-4", "GB-C149-2", "GB-C148-3"]), ["GB-C148-2"]);
  });
  test("keep their leading zeros", () => {
    assert.deepEqual(findGaps(["N-0007", "N-0009"]), ["N-0008"]);
  });
  test("that jump far are another sequence", () => {
    assert.deepEqual(findGaps(["26-00017", "26-90001"]), []);
  });
  test("are not looked for in numbers without figures at their end", () => {
    assert.deepEqual(findGaps(["ABC", "2026/11/DE"]), []);
  });
});
