import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { FIELD_NAMES } from "@varde/contract/intake";
import fc from "fast-check";
import {
  LANGUAGES,
  NAMED_PROFESSIONS,
  professionNames,
  SENDING_COUNTRIES,
  wordsOf,
  writeDate,
} from "./index.ts";

describe("wordings", () => {
  test("name each field by words that name no other field in the same language", () => {
    for (const { code, labels } of LANGUAGES) {
      const words = FIELD_NAMES.flatMap((field) => wordsOf(labels[field]).map((word) => word.toLowerCase()));
      assert.equal(new Set(words).size, words.length, `${code}: a word is used for two fields`);
      assert.ok(
        words.every((word) => word.trim() === word && word !== ""),
        code,
      );
    }
  });

  test("exist for every language that a country writes in", () => {
    const codes = new Set(LANGUAGES.map(({ code }) => code));
    for (const { languages } of SENDING_COUNTRIES) assert.ok(languages.every((code) => codes.has(code)));
  });

  test("name every profession in every language", () => {
    for (const { code } of LANGUAGES) {
      for (const profession of NAMED_PROFESSIONS) assert.ok(professionNames(profession, code).every(Boolean));
    }
  });

  test("name no two professions alike in one language", () => {
    for (const { code } of LANGUAGES) {
      const names = NAMED_PROFESSIONS.flatMap((profession) => professionNames(profession, code));
      assert.equal(new Set(names).size, names.length, code);
    }
  });
});

describe("dates", () => {
  test("are written with their year in every style and language", () => {
    const day = fc.date({ min: new Date("1940-01-01"), max: new Date("2035-12-31"), noInvalidDate: true });
    fc.assert(
      fc.property(day, fc.constantFrom(...LANGUAGES), (date, { code, dates }) => {
        const iso = date.toISOString().slice(0, 10);
        for (const style of dates) assert.ok(writeDate(iso, style, code).includes(iso.slice(0, 4)));
      }),
    );
  });

  test("keep what is unknown unknown", () => {
    assert.equal(writeDate("1967", "words", "sv"), "1967");
    assert.equal(writeDate("1967-05", "dots", "de"), "05/1967");
  });

  test("put the day before the month, in words, numbers and Roman months", () => {
    assert.equal(writeDate("1967-05-03", "slashes", "fr"), "03/05/1967");
    assert.equal(writeDate("1967-05-03", "roman", "pl"), "3.V.1967");
    assert.equal(writeDate("1967-05-03", "abbreviated", "en"), "03-May-1967");
    assert.equal(writeDate("1967-05-03", "words", "da"), "3. maj 1967");
  });
});
