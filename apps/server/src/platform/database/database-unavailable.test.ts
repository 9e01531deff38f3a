import assert from "node:assert/strict";
import { test } from "node:test";
import { asConnectError, asDatabaseError, DatabaseUnavailable } from "./database-unavailable.ts";

const thrown = (message: string, code?: string) =>
  Object.assign(new Error(message), code === undefined ? {} : { code });
const codeOf = (error: unknown) => (error instanceof DatabaseUnavailable ? error.code : undefined);

test("a lost connection is told as an unavailable database, with the driver's error as its cause", () => {
  for (const error of [
    thrown("connect ECONNREFUSED", "ECONNREFUSED"),
    thrown("terminating connection due to administrator command", "57P01"),
    thrown("the database system is starting up", "57P03"),
    thrown("connection failure", "08006"),
    thrown("Connection terminated unexpectedly"),
    thrown("timeout expired"),
    thrown("Client has encountered a connection error and is not queryable"),
  ]) {
    const told = asDatabaseError(error);
    assert.equal(codeOf(told), "databaseUnreachable");
    assert.equal((told as Error).cause, error);
  }
});

test("an error of the statement itself is left as it is", () => {
  for (const error of [
    thrown("duplicate key", "23505"),
    thrown("no such database", "3D000"),
    new TypeError("bug"),
    "text",
  ])
    assert.equal(asDatabaseError(error), error);
});

test("tells a database without the roles of Varde from one that refuses the login", () => {
  assert.equal(
    codeOf(asConnectError(thrown('role "varde_app" does not exist', "22023"))),
    "databaseNotPrepared",
  );
  assert.equal(
    codeOf(asConnectError(thrown("password authentication failed", "28P01"))),
    "databaseRefusesLogin",
  );
  assert.equal(
    codeOf(asConnectError(thrown('database "varde" does not exist', "3D000"))),
    "databaseRefusesLogin",
  );
  assert.equal(codeOf(asConnectError(thrown("ECONNRESET", "ECONNRESET"))), "databaseUnreachable");
});
