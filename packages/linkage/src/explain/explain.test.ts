import assert from "node:assert/strict";
import { test } from "node:test";
import type { EvidenceField, EvidenceLevel } from "../link-result.ts";
import { explain, type Language } from "./explain.ts";
import { SENTENCES } from "./sentences.ts";

const languages: Language[] = ["nb", "nn", "en"];

test("says a swapped date in plain words", () => {
  const row = {
    field: "birthDate",
    asked: "1967-05-03",
    found: "1967-03-05",
    level: "swappedDayMonth",
    bits: 9,
  } as const;
  assert.equal(explain(row, "nb"), "Fødselsdatoen er den samme med dag og måned byttet om.");
  assert.equal(explain(row, "nn"), "Fødselsdatoen er den same med dag og månad bytte om.");
  assert.equal(explain(row, "en"), "The birth date is the same with day and month swapped.");
});

test("says on which side something is missing", () => {
  const row = { field: "sex", asked: null, found: "F", level: "missing", bits: 0 } as const;
  assert.match(explain(row, "nb"), /mangler i varselet/);
  assert.match(explain({ ...row, asked: "F", found: null }, "nb"), /mangler i registeret/);
});

test("writes dates as the language does, as far as they are known", () => {
  const row = {
    field: "birthDate",
    asked: "1993-09-12",
    found: "1992-09",
    level: "differs",
    bits: -3,
  } as const;
  assert.equal(explain(row, "nb"), "Fødselsdatoen er ulik: 12. september 1993 og september 1992.");
  assert.equal(explain(row, "nn"), "Fødselsdatoen er ulik: 12. september 1993 og september 1992.");
  assert.equal(explain(row, "en"), "The birth date differs: 12 September 1993 and September 1992.");
  assert.match(explain({ ...row, asked: "1993" }, "nb"), /: 1993 og september 1992/);
});

test("agrees in gender with the field", () => {
  const equal = (field: EvidenceField, asked: string) =>
    explain({ field, asked, found: asked, level: "equal", bits: 4 }, "nb");
  assert.equal(equal("birthDate", "1967-05-09"), "Fødselsdatoen er den samme: 9. mai 1967.");
  assert.equal(equal("surname", "Lysgaard"), "Etternavnet er det samme: Lysgaard.");
});

test("says how many others have such a name", () => {
  const shared = (found: string) =>
    explain({ field: "namesakes", asked: null, found, level: "shared", bits: -2 }, "nb");
  assert.match(shared("1"), /^I registeret har ingen andre et navn som stemmer like godt/);
  assert.match(shared("2"), /har én annen et navn/);
  assert.match(shared("4"), /har 3 andre et navn/);
});

test("has a sentence for every field and level in every language", () => {
  for (const language of languages) {
    for (const field of Object.keys(SENTENCES[language].fields) as EvidenceField[]) {
      for (const level of Object.keys(SENTENCES[language].levels) as EvidenceLevel[]) {
        const said = explain({ field, asked: "a", found: "b", level, bits: 1 }, language);
        assert.match(said, /^\p{Lu}.*\.$/u);
        assert.doesNotMatch(said, /undefined|null/);
      }
    }
  }
});
