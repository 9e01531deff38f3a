import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { describe, test } from "node:test";
import { inventPeople } from "@varde/linkage/invented";
import PostalMime from "postal-mime";
import { type InventedMessage, inventMailbox, type MailboxOptions } from "./invent-mailbox.ts";
import { NAMED_PROFESSIONS } from "./language/index.ts";

const people = [...inventPeople({ seed: "register", count: 400 })];
const options: MailboxOptions = { seed: 7, people, messages: 300, startDate: "2026-01-05" };
const mailbox = [...inventMailbox(options)];
const rows = mailbox.flatMap(({ truth }) => truth);

const hash = (messages: Iterable<InventedMessage>): string => {
  const sum = createHash("sha256");
  for (const { fileName, bytes, truth } of messages)
    sum.update(fileName).update(bytes).update(JSON.stringify(truth));
  return sum.digest("hex");
};

const isIn = (list: readonly string[], value: string): boolean => list.includes(value);

describe("an invented mailbox", () => {
  test("has the same bytes for the same seed, and others for another seed", () => {
    assert.equal(hash(inventMailbox(options)), hash(mailbox));
    assert.notEqual(hash(inventMailbox({ ...options, seed: 8 })), hash(mailbox));
  });

  test("has as many messages as were asked for, each with truth", () => {
    assert.equal(mailbox.length, options.messages);
    assert.ok(mailbox.every(({ truth }) => truth.length > 0));
  });

  test("makes messages only as they are taken", () => {
    const [first] = inventMailbox({ ...options, messages: 1_000_000_000 });
    assert.equal(first?.fileName, "00001.eml");
  });

  test("registers only alerts that name somebody", () => {
    const registered = rows.filter(({ message_state }) => message_state === "registered");
    assert.ok(registered.every(({ surname, forename }) => surname !== "" || forename !== ""));
  });

  test("quarantines a message of several alerts as a whole", () => {
    for (const { truth } of mailbox)
      assert.equal(new Set(truth.map(({ message_state }) => message_state)).size, 1);
  });

  test("ties every update and withdrawal to an alert of the mailbox, but for those meant to have none", () => {
    const opened = new Set(
      rows.filter(({ kind }) => kind === "alert").map(({ alert_number }) => alert_number),
    );
    for (const row of rows.filter(({ relates_to }) => relates_to !== "")) {
      assert.equal(opened.has(row.relates_to), row.scenario !== "changeWithoutAlert", JSON.stringify(row));
    }
  });

  test("gives no alert number to two people", () => {
    const owners = new Map<string, string>();
    for (const { alert_number: number, surname, forename, scenario } of rows) {
      if (number === "" || scenario === "circularWithGap") continue;
      const owner = `${surname} ${forename}`;
      assert.equal(owners.get(number) ?? owner, owner, number);
      owners.set(number, owner);
    }
  });

  test("keeps its dates in order: decided before sent, in force from the decision on, ended later", () => {
    for (const row of rows.filter(({ decision_date }) => decision_date !== "")) {
      assert.ok(row.birth_date < row.decision_date, JSON.stringify(row));
      assert.ok(row.effective_from >= row.decision_date, JSON.stringify(row));
      assert.ok(row.effective_until === "" || row.effective_until > row.effective_from, JSON.stringify(row));
    }
  });

  test("names only register people, professions and countries that exist", () => {
    const numbers = people.map(({ id }) => id);
    for (const row of rows) {
      assert.ok(row.hpr === "" || isIn(numbers, row.hpr));
      assert.ok(row.profession === "" || isIn(NAMED_PROFESSIONS, row.profession));
      assert.match(row.sending_country, /^([A-Z]{2})?$/);
    }
  });

  test("repeats earlier messages: the same bytes, the same id, the same content", async () => {
    const copies = mailbox.filter(({ truth }) => truth[0]?.message_state === "duplicate");
    assert.ok(copies.length > 5);
    const bodies = new Set(
      mailbox.filter(({ truth }) => truth[0]?.message_state !== "duplicate").map(bodyOf),
    );
    for (const message of copies.filter(({ truth }) => truth[0]?.scenario !== "copyForwarded")) {
      assert.ok(bodies.has(bodyOf(message)), message.fileName);
    }
  });

  test("holds synthetic Norwegian identity numbers only", async () => {
    const found: string[] = [];
    for (const { bytes } of mailbox) {
      const { text = "", html = "" } = await PostalMime.parse(bytes);
      found.push(...(`${text} ${html}`.match(/(?<!\d)\d{11}(?!\d)/g) ?? []));
    }
    assert.ok(found.length > 0);
    for (const number of found) assert.ok(Number(number.slice(2, 4)) > 80, number);
  });

  test("is read by another parser: every message has a sender and a subject, every attachment bytes", async () => {
    for (const { fileName, bytes } of mailbox) {
      const message = await PostalMime.parse(bytes, { forceRfc822Attachments: true });
      assert.ok(message.from?.address?.endsWith(".example"), fileName);
      assert.ok(message.subject, fileName);
      for (const { content } of message.attachments)
        assert.ok(Buffer.from(content as ArrayBuffer).length > 0, fileName);
    }
  });
});

/** What stands below the headers, without the boundaries that differ in every message. */
function bodyOf({ bytes }: InventedMessage): string {
  const text = Buffer.from(bytes).toString("latin1");
  return text.slice(text.indexOf("\r\n\r\n")).replace(/=_[0-9a-f]{24}/g, "");
}
