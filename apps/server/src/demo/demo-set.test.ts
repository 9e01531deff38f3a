import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { demoMailbox, demoRegister } from "./demo-set.ts";
import { SCENARIOS } from "./stories/scenarios.ts";

const messages = [...demoMailbox("2026-11-22")];
const rows = messages.flatMap(({ truth }) => truth);

describe("the demo set", () => {
  test("shows every scenario and every state", () => {
    const told = new Set(rows.map(({ scenario }) => scenario));
    assert.deepEqual(
      SCENARIOS.filter(({ name }) => !told.has(name)),
      [],
    );
    assert.deepEqual([...new Set(rows.map(({ message_state }) => message_state))].sort(), [
      "duplicate",
      "irrelevant",
      "quarantined",
      "registered",
    ]);
  });

  test("holds register people under their own number, clear ones and blurred ones", () => {
    const numbers = new Set([...demoRegister("2026-10-01")].map(({ hprNummer }) => String(hprNummer)));
    const known = rows.filter(({ hpr }) => hpr !== "");
    assert.ok(known.every(({ hpr }) => numbers.has(hpr)));
    assert.ok(known.filter(({ noise }) => noise === "").length >= 3, "clear matches");
    assert.ok(known.filter(({ noise }) => noise !== "").length >= 5, "doubtful matches");
  });

  test("is the same each time but for its dates", () => {
    const moved = [...demoMailbox("2026-11-29")].flatMap(({ truth }) => truth);
    const who = (list: typeof rows) =>
      list.map(({ surname, forename, scenario }) => [surname, forename, scenario]);
    assert.deepEqual(who(moved), who(rows));
  });

  test("ends before today", () => {
    const dates = messages.map(
      ({ bytes }) => /^Date: (.*)$/m.exec(Buffer.from(bytes).toString("latin1"))?.[1],
    );
    assert.ok(dates.every((date) => date && Date.parse(date) < Date.parse("2026-11-22T00:00:00Z")));
  });
});
