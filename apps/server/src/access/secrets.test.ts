import assert from "node:assert/strict";
import { mkdtemp, readdir, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test from "node:test";
import { readOrMakeSecret } from "./secrets.ts";

test("makes a secret once, for this user only, also when several ask at the same time", async (t) => {
  const folder = join(await mkdtemp(join(tmpdir(), "varde-secrets-")), "secrets");
  t.after(() => rm(join(folder, ".."), { recursive: true }));
  const made = await Promise.all(Array.from({ length: 8 }, () => readOrMakeSecret(folder, "session")));
  assert.equal(new Set(made).size, 1);
  assert.ok((made[0]?.length ?? 0) >= 48);
  assert.deepEqual(await readdir(folder), ["session"]);
  assert.equal((await stat(join(folder, "session"))).mode & 0o777, 0o600);
  assert.equal((await stat(folder)).mode & 0o777, 0o700);
  assert.equal(await readOrMakeSecret(folder, "session"), made[0]);
  assert.equal(await readOrMakeSecret(folder, "other", () => "given"), "given");
});
