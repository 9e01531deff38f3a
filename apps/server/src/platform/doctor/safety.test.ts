import assert from "node:assert/strict";
import test from "node:test";
import type { DatabaseSafety } from "./database-safety.sql.ts";
import { judgeBackup, judgeDatabase, judgeSecrets } from "./safety.rules.ts";

const safe = { superuser: false, encrypted: true, onThisMachine: false, openHistory: [], clockAhead: 0.4 };
const codes = (change: Partial<DatabaseSafety>, embedded = false) =>
  judgeDatabase({ ...safe, ...change }, { embedded })
    .filter(({ state }) => state !== "ok")
    .map(({ code }) => code);

test("has nothing to say of a limited user on an encrypted line", () => {
  assert.deepEqual(codes({}), []);
});

test("warns of a superuser, but not on the embedded server that nobody else reaches", () => {
  assert.deepEqual(codes({ superuser: true }), ["databaseSuperuser"]);
  assert.deepEqual(codes({ superuser: true }, true), []);
});

test("finds an open line to another machine, and leaves one on this machine alone", () => {
  assert.deepEqual(codes({ encrypted: false }), ["databaseLineOpen"]);
  assert.deepEqual(codes({ encrypted: false, onThisMachine: true }), []);
});

test("finds history that was opened for change, and a clock that differs either way", () => {
  assert.deepEqual(codes({ openHistory: ["platform.audit"] }), ["historyOpen"]);
  assert.deepEqual(codes({ clockAhead: 9 }), ["clockDiffers"]);
  assert.deepEqual(codes({ clockAhead: -9 }), ["clockDiffers"]);
});

test("wants a backup every night, locked", () => {
  const now = new Date("2026-03-02T08:00:00Z");
  const of = (takenAt: string, encrypted = true) => judgeBackup({ takenAt, encrypted }, now).code;
  assert.equal(judgeBackup(undefined, now).code, "backupNeverTaken");
  assert.equal(of("2026-03-02T01:00:00Z"), "backupRecent");
  assert.equal(of("2026-03-02T01:00:00Z", false), "backupOpen");
  assert.equal(of("2026-02-28T01:00:00Z"), "backupOld");
});

test("points at a secret in the environment by its name, never by its value", () => {
  const check = judgeSecrets({ VARDE_IMAP_PASSWORD: "hemmelig" });
  assert.equal(check.code, "secretsInEnvironment");
  assert.ok(!JSON.stringify(check).includes("hemmelig"));
  assert.equal(judgeSecrets({ VARDE_IMAP_PASSWORD_FILE: "secret-file" }).code, "secretsInFiles");
});
