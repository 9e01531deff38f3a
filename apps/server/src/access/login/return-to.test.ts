import assert from "node:assert/strict";
import test from "node:test";
import fc from "fast-check";
import { safeReturnTo } from "./return-to.ts";

test("goes back to the page that was asked for, with its query and fragment", () => {
  for (const page of [
    "/",
    "/intake",
    "/intake?state=quarantined&q=a%20b",
    "/alerts/12#identity",
    "/authors",
  ]) {
    assert.equal(safeReturnTo(page), page);
  }
});

test("refuses every address that leads to another site", () => {
  const elsewhere = [
    "https://evil.example",
    "//evil.example",
    "///evil.example",
    "/\\evil.example",
    "\\\\evil.example",
    "/\t/evil.example",
    "/\n/evil.example",
    "/.//evil.example",
    "/%2e%2e//evil.example",
    "javascript:alert(1)",
    "intake",
    "http:/evil.example",
    "",
    undefined,
    `/${"a".repeat(3000)}`,
  ];
  for (const address of elsewhere) assert.equal(safeReturnTo(address), "/", JSON.stringify(address));
});

test("refuses addresses that are no page or lead straight back into login", () => {
  for (const address of [
    "/auth/login",
    "/auth/logout?x",
    "/api/me",
    "/demo-login/choose/1",
    "/x/../auth/login",
    "/health",
  ]) {
    assert.equal(safeReturnTo(address), "/", address);
  }
});

test("whatever is asked, a browser stays on the own site", () => {
  const pieces = fc.constantFrom(
    "/",
    "\\",
    "//",
    ".",
    "..",
    "@",
    ":",
    "?",
    "#",
    "%2f",
    "%5c",
    "\t",
    "\n",
    " ",
    "evil.example",
    "https:",
    "x",
  );
  const asked = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.array(pieces, { maxLength: 12 }).map((parts) => `/${parts.join("")}`),
  );
  fc.assert(
    fc.property(asked, (address) => {
      const { origin } = new URL(safeReturnTo(address), "https://varde.example/auth/callback");
      assert.equal(origin, "https://varde.example");
    }),
    { numRuns: 3000 },
  );
});
