import fc from "fast-check";

/** Values somebody who means harm, or a broken program, puts where something else belongs. */
export const HOSTILE: readonly unknown[] = [
  null,
  "",
  -1,
  0,
  1.5,
  Number.MAX_SAFE_INTEGER,
  1e308,
  true,
  [],
  [[[[[]]]]],
  {},
  { $ne: null },
  { toString: "x" },
  "'; drop table access.people; --",
  "' or '1'='1",
  "1) union select null, version() --",
  "{{7*7}}${7*7}<%= 7*7 %>#{7*7}",
  "<script>alert(1)</script>",
  '=HYPERLINK("http://evil.example")',
  "../../../../etc/passwd",
  "..\\..\\windows\\win.ini",
  "\u0000",
  "a\u0000b",
  "\ud800",
  "\r\nSet-Cookie: varde=stolen",
  "%00%0d%0a",
  "\u202Eexe.pdf",
  "😀".repeat(200),
  "x".repeat(100_000),
  "9".repeat(400),
  "NaN",
  "-0",
  "2026-02-30",
  "0000-00-00T00:00:00Z",
  "9999-12-31T23:59:59.999999999Z",
  "+275760-09-13T00:00:00.001Z",
  "__proto__",
  "constructor",
];

/** A request that fits, with one of its values replaced by a hostile one, one left out, or one too many. */
export function mutated(fitting: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  return fc
    .tuple(fitting, fc.constantFrom(...HOSTILE), fc.nat(), fc.constantFrom("replace", "omit", "add", "whole"))
    .map(([value, hostile, place, how]) => {
      if (how === "whole" || typeof value !== "object" || value === null) return hostile;
      if (how === "add")
        return withOwn(value, ["__proto__", "constructor", "isAdmin", "roles"][place % 4]!, hostile);
      const names = Object.keys(value);
      if (names.length === 0) return hostile;
      const name = names[place % names.length]!;
      if (how === "replace") return withOwn(value, name, hostile);
      return Object.fromEntries(Object.entries(value).filter(([key]) => key !== name));
    });
}

/** `__proto__` becomes a name like any other, as it does when a body is read from the wire. */
function withOwn(value: object, name: string, hostile: unknown): object {
  const copy = Array.isArray(value) ? [...value] : { ...value };
  return Object.defineProperty(copy, name, {
    value: hostile,
    enumerable: true,
    configurable: true,
    writable: true,
  });
}
