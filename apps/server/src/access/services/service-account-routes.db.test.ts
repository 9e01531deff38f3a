import assert from "node:assert/strict";
import test from "node:test";
import { ProblemError, serviceAccountRoutes } from "@varde/contract";
import { sql } from "kysely";
import { createCaller } from "../../platform/http/testing.ts";
import { buildAccessServer, loginAs } from "../testing.ts";

const wanted = {
  clientId: "hospital-reports",
  name: "Hospital reports",
  contact: "it@hospital.example",
  scopes: ["readPortfolio"],
  days: 30,
};

async function refusalOf(call: Promise<unknown>): Promise<string> {
  const error: unknown = await call.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  return error instanceof ProblemError ? error.problem.code : "done";
}

test("the system owner lets another system in, changes its secret and shuts it out", async (t) => {
  const { app, db } = await buildAccessServer(t);
  const owner = await loginAs(app, "systemOwner");
  const made = await owner.call(serviceAccountRoutes.addServiceAccount, { body: wanted });
  const params = { clientId: made.clientId };
  const asks = async (secret = "") => {
    const fields = { grant_type: "client_credentials", client_id: made.clientId, client_secret: secret };
    return (
      await createCaller(app).fetch("/auth/token", { method: "POST", body: new URLSearchParams(fields) })
    ).status;
  };
  assert.equal(await asks(made.secret), 200);
  const next = await owner.call(serviceAccountRoutes.rotateServiceSecret, {
    params,
    body: { overlapDays: 0 },
  });
  assert.deepEqual([await asks(made.secret), await asks(next.secret)], [401, 200]);
  const before = await owner.call(serviceAccountRoutes.listServiceAccounts);
  assert.deepEqual(
    before.accounts.map(({ clientId, proof, secrets, revokedAt }) => [clientId, proof, secrets, revokedAt]),
    [["hospital-reports", "secret", 1, null]],
  );
  assert.doesNotMatch(JSON.stringify(before), new RegExp(next.secret ?? ""));
  await owner.call(serviceAccountRoutes.revokeServiceAccount, {
    params,
    body: { reason: "Avtalen er sagt opp" },
  });
  assert.equal(await asks(next.secret), 401);
  const { rows } = await sql<{ act: string }>`
    select act from platform.audit where actor->>'name' = 'Solveig Bakke' order by id`.execute(db.app);
  assert.deepEqual(
    rows.map(({ act }) => act),
    ["addServiceAccount", "rotateServiceSecret", "listServiceAccounts", "revokeServiceAccount"],
  );
});

test("a secret is told only to a system owner who has just proved who they are", async (t) => {
  const { app } = await buildAccessServer(t);
  const stale = await loginAs(app, "systemOwner", { stale: true });
  assert.equal(
    await refusalOf(stale.call(serviceAccountRoutes.addServiceAccount, { body: wanted })),
    "stepUpRequired",
  );
  const owner = await loginAs(app, "processOwner");
  assert.equal(
    await refusalOf(owner.call(serviceAccountRoutes.addServiceAccount, { body: wanted })),
    "permissionMissing",
  );
});

test("refuses a client id that is taken, and scopes that are for people alone", async (t) => {
  const { app } = await buildAccessServer(t);
  const owner = await loginAs(app, "systemOwner");
  const add = (change: object) =>
    refusalOf(owner.call(serviceAccountRoutes.addServiceAccount, { body: { ...wanted, ...change } }));
  assert.equal(await add({}), "done");
  assert.equal(await add({}), "clientIdTaken");
  assert.equal(await add({ clientId: "other", scopes: ["decideIdentity"] }), "scopeUnknown");
  assert.equal(await add({ clientId: "Other One" }), "clientIdWrong");
  assert.equal(await add({ clientId: "other", publicKey: "no key" }), "publicKeyUnreadable");
});
