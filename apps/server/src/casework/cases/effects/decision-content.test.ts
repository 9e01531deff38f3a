import assert from "node:assert/strict";
import test from "node:test";
import { decisionOf, suspensionOf } from "./decision-content.ts";

const AT = new Date("2026-02-02T08:00:00Z");
const DRAFT = {
  outcome: "revocation" as const,
  letter: "Autorisasjonen kalles tilbake.",
  conditions: [],
  legalBases: ["hpl57-lapsedForeignBasis"],
  effectiveOn: "2026-02-10",
};

const hashOf = (draft: typeof DRAFT, at = AT): string => {
  const decision = decisionOf(draft, at);
  assert.ok("contentHash" in decision);
  return decision.contentHash;
};

test("a decision keeps the text of each legal basis as it stands that day", () => {
  const decision = decisionOf(DRAFT, AT);
  assert.ok("legalBases" in decision);
  assert.match(decision.legalBases[0]!.text, /autorisasjon/i);
  assert.equal(decision.legalBases[0]!.validUntil, null);
});

test("whatever is changed in what is decided gives another hash", () => {
  const same = hashOf(DRAFT);
  assert.equal(hashOf({ ...DRAFT }), same);
  for (const changed of [
    { ...DRAFT, letter: "Autorisasjonen kalles tilbake" },
    { ...DRAFT, conditions: ["Vilkår"] as never[] },
    { ...DRAFT, legalBases: [] },
    { ...DRAFT, effectiveOn: "2026-02-11" },
  ])
    assert.notEqual(hashOf(changed), same);
});

test("a decision cannot rest on a basis that is not in force", () => {
  const refused = decisionOf({ ...DRAFT, legalBases: ["hpl59a-limitation"] }, AT);
  assert.ok("refusal" in refused);
  assert.equal(refused.code, "legalBasisNotInForce");
});

test("a suspension for longer is another content", () => {
  const until = (day: string) =>
    suspensionOf("interimSuspension", { scope: "full", until: day, letter: "Suspendert" }).contentHash;
  assert.notEqual(until("2026-05-01"), until("2026-06-01"));
});
