import assert from "node:assert/strict";
import test from "node:test";
import { EMPTY_ACCOUNT, isAccountDraft, readAccount } from "./account-draft.ts";

const WRITTEN = {
  ...EMPTY_ACCOUNT,
  name: " Rapporter ",
  clientId: "reports",
  contact: "drift",
  scopes: ["readAlerts"],
};

test("says for every field what must be mended", () => {
  assert.deepEqual(Object.keys(readAccount(EMPTY_ACCOUNT).errors), ["name", "clientId", "contact", "scopes"]);
  for (const clientId of ["ab", "1reports", "Reports", "re ports"])
    assert.deepEqual(readAccount({ ...WRITTEN, clientId }).errors, { clientId: true });
});

test("without a key of its own a secret is asked for", () => {
  const { body } = readAccount(WRITTEN);
  assert.deepEqual(body, {
    name: "Rapporter",
    clientId: "reports",
    contact: "drift",
    scopes: ["readAlerts"],
    days: 365,
  });
});

test("a draft of another shape is no draft", () => {
  assert.equal(isAccountDraft(WRITTEN), true);
  assert.equal(isAccountDraft({ ...WRITTEN, days: "365" }), false);
});
