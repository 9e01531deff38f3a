import assert from "node:assert/strict";
import test from "node:test";
import fc from "fast-check";
import { personsBehind, refuseToAgree } from "./four-eyes.rules.ts";
import { invented } from "./testing.ts";

const amina = invented({ id: "amina", name: "Amina Haddad", roles: ["secondLine"] });
const turid = invented({ id: "turid", name: "Turid Nygård", roles: ["processOwner"] });
const standingIn = (standing: typeof amina, absent: typeof amina) => ({
  ...standing,
  standsInFor: [{ ...absent, until: new Date() }],
});
const byAmina = { actor: { id: "amina" } };

test("another person agrees; the author does not", () => {
  assert.equal(refuseToAgree(turid, [byAmina]), undefined);
  assert.equal(refuseToAgree(amina, [byAmina])?.code, "sameAuthor");
});

test("the author does not agree in the place of another either", () => {
  assert.equal(refuseToAgree(standingIn(amina, turid), [byAmina], turid.person)?.code, "sameAuthor");
});

test("nobody agrees in the place of the author", () => {
  assert.equal(refuseToAgree(standingIn(turid, amina), [byAmina], amina.person)?.code, "sameAuthor");
});

test("the author's stand-in does not agree by their own right either", () => {
  assert.deepEqual(refuseToAgree(standingIn(turid, amina), [byAmina]), {
    refusal: "refused",
    code: "standInOfAuthor",
    params: { author: "Amina Haddad" },
  });
});

test("what a stand-in wrote is the absent person's too: neither of them agrees to it", () => {
  const byStandIn = { actor: { id: "jonas" }, onBehalfOf: { id: "amina" } };
  assert.equal(refuseToAgree(amina, [byStandIn])?.code, "sameAuthor");
  assert.equal(refuseToAgree(invented({ id: "jonas" }), [byStandIn])?.code, "sameAuthor");
});

test("whoever is let agree shares no person with those behind the acts, whatever the acts", () => {
  const id = fc.constantFrom("a", "b", "c", "d");
  const act = fc.record({ actor: fc.record({ id }), onBehalfOf: fc.option(fc.record({ id })) });
  fc.assert(
    fc.property(id, fc.option(id, { nil: undefined }), fc.array(act), (agrees, absent, acts) => {
      const person = invented({ id: agrees });
      const inPlace = absent === undefined ? undefined : { id: absent };
      const standing = absent === undefined ? person : standingIn(person, invented({ id: absent }));
      if (refuseToAgree(standing, acts, inPlace)) return;
      const agreeing = personsBehind({ actor: person.person, onBehalfOf: inPlace });
      for (const one of acts) assert.ok(agreeing.isDisjointFrom(personsBehind(one)));
    }),
  );
});
