import assert from "node:assert/strict";
import { test } from "node:test";
import { chooseRunAs } from "./run-as.ts";

const NAMED = [0, 33, 1000];
const may = () => true;
const mayNot = () => false;
const run = (...given: Parameters<typeof chooseRunAs>) => {
  const runAs = chooseRunAs(...given);
  return {
    line: runAs.command("postgres", ["-D", "x"]).flat().join(" "),
    ids: runAs.ids,
    owner: runAs.owner,
  };
};

test("runs as the user, where that is an ordinary one", () => {
  assert.deepEqual(run(1000, NAMED, may), { line: "postgres -D x", ids: {}, owner: 1000 });
});

test("lets root look like a user with a name, and keeps the files root's", () => {
  assert.deepEqual(run(0, NAMED, may), {
    line: "unshare --user --map-user=33 --map-group=33 postgres -D x",
    ids: {},
    owner: 0,
  });
});

test("lets a user without a name, as containers have them, look like one with a name", () => {
  assert.deepEqual(run(123456, NAMED, may), {
    line: "unshare --user --map-user=33 --map-group=33 postgres -D x",
    ids: {},
    owner: 123456,
  });
});

test("becomes nobody where root may not make a namespace", () => {
  assert.deepEqual(run(0, NAMED, mayNot), {
    line: "postgres -D x",
    ids: { uid: 65534, gid: 65534 },
    owner: 65534,
  });
});
