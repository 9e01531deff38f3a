import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { SaxesParser } from "saxes";
import { fiksMessages } from "./fiks/fiks-message.ts";
import { caseNamed, depositTexts, HOSTILE_TEXTS, inventArchivedCase } from "./testing.ts";
import { type RemovedCharacters, xmlText } from "./xml/write-xml.ts";

/** The texts of every element of a name, in order; throws where the document is not well formed. */
function textsOf(xml: string, wanted: string): string[] {
  const texts: string[] = [];
  let inside = false;
  const parser = new SaxesParser();
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", ({ name }) => {
    inside = name === wanted;
    if (inside) texts.push("");
  });
  parser.on("text", (text) => {
    if (inside) texts.push((texts.pop() ?? "") + text);
  });
  parser.on("closetag", () => {
    inside = false;
  });
  parser.write(xml).close();
  return texts;
}

test("opens the folder with the first post, and each further post follows in a message of its own", () => {
  const archived = inventArchivedCase();
  const messages = fiksMessages(archived).map((message) => xmlText(message));
  assert.equal(messages.length, archived.posts.length);
  assert.deepEqual(
    messages.map((message) => textsOf(message, "sakssekvensnummer").length),
    [1, 0, 0],
  );
  assert.deepEqual(
    messages.flatMap((message) => textsOf(message, "antallFiler")),
    ["2", "2", "2"],
  );
  const { file } = archived.posts[0]!.documents[0]!;
  assert.equal(textsOf(messages[0]!, "sjekksum")[0], file.sha256);
  assert.match(textsOf(messages[0]!, "skjermingshjemmel")[0]!, /offentleglova § 13.*helsepersonelloven/);
});

test("every unit of a deposit has an identity of its own, the same each time and the same as in the messages", () => {
  const cases = [inventArchivedCase(1), inventArchivedCase(2)];
  const ids = textsOf(depositTexts(cases).structure, "systemID");
  assert.equal(new Set(ids).size, ids.length);
  assert.deepEqual(textsOf(depositTexts(cases).structure, "systemID"), ids);
  const messages = cases.flatMap((one) => fiksMessages(one).map((message) => xmlText(message)));
  const sent = messages.flatMap((message) => textsOf(message, "systemID"));
  assert.deepEqual([...sent].sort(), ids.slice(2).sort());
});

test("numbers the journal posts of a year without gaps across the cases of a deposit", () => {
  const { structure } = depositTexts([inventArchivedCase(1), inventArchivedCase(2)]);
  assert.deepEqual(textsOf(structure, "journalsekvensnummer"), ["1", "2", "3", "4", "5", "6"]);
  assert.deepEqual(textsOf(structure, "journalpostnummer"), ["1", "2", "3", "1", "2", "3"]);
});

test("keeps hostile titles as text, and tells of every character XML cannot hold", () => {
  const removed: RemovedCharacters[] = [];
  const titles = HOSTILE_TEXTS.map((text) => {
    const [first] = fiksMessages(caseNamed(text));
    return textsOf(
      xmlText(first!, (of) => removed.push(of)),
      "tittel",
    )[0];
  });
  assert.equal(titles[0], HOSTILE_TEXTS[0]);
  assert.equal(titles[1], "null bell escape lone  end ");
  assert.equal(titles[3], "–");
  assert.equal(titles[4], HOSTILE_TEXTS[4]);
  assert.ok(removed.some(({ element, count }) => element === "tittel" && count === 5));
});

test("whatever a title holds, messages and deposit stay well formed and say it back", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      const archived = caseNamed(text);
      const [first] = fiksMessages(archived);
      const said = text
        .replace(/\r\n?/g, "\n")
        .replace(/[^\t\n\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, "");
      const expected = said.trim() === "" ? "–" : said;
      assert.equal(textsOf(xmlText(first!), "tittel")[0], expected);
      assert.ok(textsOf(depositTexts([archived]).structure, "tittel").includes(expected));
    }),
    { numRuns: 50 },
  );
});
