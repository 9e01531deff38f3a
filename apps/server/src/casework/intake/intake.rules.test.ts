import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { MESSAGE_STATES, type MessageState } from "@varde/contract";
import { abilitiesFor, refuseAct } from "./intake.rules.ts";

const ACTS = ["complete", "reject", "reread"] as const;
const POSSIBLE: Readonly<Record<(typeof ACTS)[number], readonly MessageState[]>> = {
  complete: ["quarantined"],
  reject: ["quarantined"],
  reread: ["quarantined", "irrelevant"],
};
const officer = new Set(["readIntake", "handleIntake"]);

describe("handling a message", () => {
  for (const act of ACTS)
    for (const state of MESSAGE_STATES) {
      const possible = POSSIBLE[act].includes(state);
      test(`${act} is ${possible ? "possible" : "refused"} when the message is ${state}`, () => {
        assert.equal(refuseAct(act, state, officer)?.code, possible ? undefined : "messageStateForbidsAct");
        assert.equal(abilitiesFor(state, officer)[act].allowed, possible);
      });
      test(`${act} is forbidden without handleIntake when the message is ${state}`, () => {
        assert.equal(refuseAct(act, state, new Set(["readIntake"]))?.code, "permissionMissing");
        assert.equal(abilitiesFor(state, new Set())[act].allowed, false);
      });
    }
});
