import assert from "node:assert/strict";
import test from "node:test";
import { browserName } from "./browser-name.ts";

test("names browser and system as people do", () => {
  const chrome =
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/142.0.0.0 Safari/537.36";
  assert.equal(browserName(chrome), "Chrome, Windows");
  assert.equal(browserName(`${chrome} Edg/142.0`), "Edge, Windows");
  assert.equal(
    browserName("Mozilla/5.0 (Macintosh; Intel Mac OS X 15_1) Version/26.0 Safari/605.1"),
    "Safari, macOS",
  );
  assert.equal(
    browserName("Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0"),
    "Firefox, Linux",
  );
});

test("says nothing of what it does not know, whatever is claimed", () => {
  assert.equal(browserName("<script>alert(1)</script>"), "");
  assert.equal(browserName(undefined), "");
});
