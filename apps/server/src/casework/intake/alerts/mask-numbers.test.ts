import assert from "node:assert/strict";
import test from "node:test";
import fc from "fast-check";
import { enteredEntry } from "./entered-entry.ts";
import { maskFields, maskParts, unmaskNumber } from "./mask-numbers.ts";

const NUMBER = "15829945476";
const from = { part: "1", line: 3, label: "Personnummer" };
const entry = (value: string) => ({
  ...enteredEntry({ kind: "alert", surname: "Jönsson", nationalId: value }),
  fields: { nationalId: { value, raw: value, from } },
});
const part = (...texts: string[]) => ({
  path: "1",
  kind: "text" as const,
  mediaType: "text/plain",
  size: 1,
  lines: texts.map((text, line) => ({ line, text })),
});

test("hides the end of an identity number, in the value and in the words it was read from", () => {
  const { nationalId } = maskFields(entry(NUMBER).fields);
  assert.deepEqual(nationalId, { value: "158299*****", raw: "158299*****", from });
});

test("hides at least half of any number, and keeps its length", () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[0-9A-Z-]{2,20}$/), (number) => {
      const masked = maskFields(entry(number).fields).nationalId?.value ?? "";
      assert.equal(masked.length, number.length);
      assert.ok(masked.replaceAll("*", "").length <= Math.ceil(number.length / 2));
    }),
  );
});

test("hides numbers in the text of a message: those that were read, and those that look like Nordic ones", () => {
  const [masked] = maskParts(
    [
      part(
        `Personnummer: ${NUMBER}`,
        "PNR 19820115-1234, CPR 150182-1234, HETU 150182A123B",
        "Pass XK 442-17",
      ),
    ],
    [entry("XK 442-17")],
  );
  assert.deepEqual(
    masked?.lines.map(({ text }) => text),
    ["Personnummer: 158299*****", "PNR 198201*******, CPR 150182*****, HETU 150182*****", "Pass XK 44****"],
  );
});

test("leaves dates, HPR numbers, telephone numbers and alert numbers as they are", () => {
  const text = "1982-01-15 15.01.1982 HPR 9876543 tlf. 22 00 00 00 IMI-2025-000123 2025/18.09";
  assert.equal(maskParts([part(text)], [])[0]?.lines[0]?.text, text);
});

test("a masked number an officer left standing is the one it masks, and nobody else's", () => {
  assert.equal(unmaskNumber("158299*****", entry(NUMBER)), NUMBER);
  assert.equal(unmaskNumber("158298*****", entry(NUMBER)), "158298*****");
  assert.equal(unmaskNumber("158299*****", undefined), "158299*****");
  assert.equal(unmaskNumber("22048112345", entry(NUMBER)), "22048112345");
});
