import assert from "node:assert/strict";
import { test } from "node:test";
import { fiksMessages } from "./fiks/fiks-message.ts";
import { caseNamed, depositTexts, HOSTILE_TEXTS, inventArchivedCase } from "./testing.ts";
import { faultsOf, schemasMissing } from "./testing-schemas.ts";
import { xmlText } from "./xml/write-xml.ts";

const cases = [
  inventArchivedCase(1),
  inventArchivedCase(2, { posts: [], remarks: [] }),
  ...HOSTILE_TEXTS.map((text, index) => caseNamed(text, index + 3)),
];

test("the official schema takes every message, hostile titles and all", {
  skip: schemasMissing(),
}, async () => {
  for (const message of cases.flatMap(fiksMessages))
    assert.equal(await faultsOf("message", ["-"], xmlText(message)), "");
  const open = { ...inventArchivedCase(90), closed: null };
  assert.equal(await faultsOf("message", ["-"], xmlText(fiksMessages(open)[0]!)), "");
});

test("the official schemas take the deposit, and refuse one that is broken", {
  skip: schemasMissing(),
}, async () => {
  const { structure, changes } = depositTexts(cases);
  assert.equal(await faultsOf("structure", ["-"], structure), "");
  assert.equal(await faultsOf("changes", ["-"], changes), "");
  const broken = structure.replace(/<saksstatus>.*?<\/saksstatus>/, "");
  assert.match(await faultsOf("structure", ["-"], broken), /saksansvarlig|saksstatus/);
});
