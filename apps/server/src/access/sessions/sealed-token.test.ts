import assert from "node:assert/strict";
import test from "node:test";
import fc from "fast-check";
import { openToken, sealToken } from "./sealed-token.ts";

test("opens with the session it was sealed for, and with no other", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), fc.string(), fc.string(), (token, session, other) => {
      const sealed = sealToken(token, session);
      assert.equal(openToken(sealed, session), token);
      assert.equal(openToken(sealed, other), other === session ? token : undefined);
    }),
  );
});

test("tells nothing of the token, and never seals the same twice alike", () => {
  const token = "header.05896899999.signature";
  const [one, two] = [sealToken(token, "session"), sealToken(token, "session")];
  assert.notEqual(one, two);
  assert.doesNotMatch(Buffer.from(one, "base64url").toString("latin1"), /05896899999/);
});

test("what is changed, cut short or not sealed at all opens as nothing", () => {
  const sealed = sealToken("header.payload.signature", "session");
  const changed = Buffer.from(sealed, "base64url");
  changed[changed.length - 1] = (changed.at(-1) ?? 0) ^ 1;
  for (const wrong of [changed.toString("base64url"), sealed.slice(0, 20), "", "header.payload.signature"]) {
    assert.equal(openToken(wrong, "session"), undefined);
  }
});
