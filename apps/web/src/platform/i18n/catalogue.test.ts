import assert from "node:assert/strict";
import test from "node:test";
import { catalogue, translator } from "./catalogue.ts";

const messages = catalogue({
  nb: { hello: "Hei {name}", files: { one: "{count} fil", other: "{count} filer" }, "code.known": "Kjent" },
  nn: { hello: "Hei {name}", files: { one: "{count} fil", other: "{count} filer" }, "code.known": "Kjend" },
  en: {
    hello: "Hello {name}",
    files: { one: "{count} file", other: "{count} files" },
    "code.known": "Known",
  },
});

test("placeholders are filled", () => {
  assert.equal(translator(messages, "nb")("hello", { name: "Ingrid" }), "Hei Ingrid");
});

test("the language's own rule chooses between one and several", () => {
  const t = translator(messages, "en");
  assert.equal(t("files", { count: 1 }), "1 file");
  assert.equal(t("files", { count: 0 }), "0 files");
});

test("numbers are written as the language writes them", () => {
  assert.equal(translator(messages, "en")("files", { count: 17_232 }), "17,232 files");
  assert.match(translator(messages, "nb")("files", { count: 17_232 }), /^17\s232 filer$/);
});

test("a value that was not given leaves its place visible instead of a hole", () => {
  assert.equal(translator(messages, "nb").find("hello"), "Hei {name}");
});

test("an unknown code is told as unknown, also when it is the name of something every object has", () => {
  const t = translator(messages, "nb");
  assert.equal(t.find("code.known"), "Kjent");
  assert.equal(t.find("code.unheard"), undefined);
  assert.equal(t.find("toString"), undefined);
});
