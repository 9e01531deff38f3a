import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type TestContext, test } from "node:test";
import { sql } from "kysely";
import { createEmptyTestDatabase, createTestDatabase, useTestServer } from "../../testing/index.ts";
import type { Address } from "../connections.ts";
import { connectTo } from "../open-database.ts";
import { migrate, missingMigrations } from "./migrate.ts";
import { readMigrations } from "./migration-files.ts";
import { appliedMigrations } from "./migrations.sql.ts";
import { prepareRoles, ROLES_BY_HAND } from "./roles.sql.ts";

function migrations(
  t: TestContext,
  ...texts: string[]
): { folder: string; write: (number: number, text: string) => void } {
  const folder = mkdtempSync(join(tmpdir(), "varde-migrations-"));
  t.after(() => rmSync(folder, { recursive: true }));
  const write = (number: number, text: string) =>
    writeFileSync(join(folder, `${String(number).padStart(4, "0")}_step_${number}.sql`), text);
  for (const [index, text] of texts.entries()) write(index + 1, text);
  return { folder, write };
}

test("migrates an empty database, and then has nothing more to do", async (t) => {
  const db = await createEmptyTestDatabase(t);
  const all = readMigrations().map(({ name }) => name);
  assert.deepEqual(await migrate(db), all);
  assert.deepEqual(await migrate(db), []);
  assert.deepEqual(await missingMigrations(db), []);
});

test("migrates once when several processes do it at the same time", async (t) => {
  const db = await createEmptyTestDatabase(t);
  const { folder } = migrations(t, "create table platform.a (x int)", "create table platform.b (x int)");
  const applied = await Promise.all([migrate(db, { folder }), migrate(db, { folder })]);
  assert.deepEqual(applied.flat(), ["step_1", "step_2"]);
});

test("a migration that fails changes nothing, and those before it stay", async (t) => {
  const db = await createEmptyTestDatabase(t);
  const { folder, write } = migrations(
    t,
    "create table platform.a (x int)",
    "create table platform.b (x int); select 1/0",
  );
  await assert.rejects(migrate(db, { folder }), /division by zero/);
  assert.deepEqual(
    (await appliedMigrations(db.owner)).map(({ name }) => name),
    ["step_1"],
  );
  write(2, "create table platform.b (x int)");
  assert.deepEqual(await migrate(db, { folder }), ["step_2"]);
});

test("refuses to migrate, and changes nothing, when the database is newer than the code", async (t) => {
  const db = await createEmptyTestDatabase(t);
  const released = migrations(t, "create table platform.a (x int)", "create table platform.b (x int)");
  await migrate(db, released);
  const older = migrations(t, "create table platform.a (x int)");
  await assert.rejects(migrate(db, older), { name: "MigrationRefused", code: "databaseNewerThanCode" });
});

test("refuses when a migration was changed after it had been applied", async (t) => {
  const db = await createEmptyTestDatabase(t);
  const { folder, write } = migrations(t, "create table platform.a (x int)");
  await migrate(db, { folder });
  write(1, "create table platform.a (x bigint)");
  await assert.rejects(migrate(db, { folder }), { name: "MigrationRefused", code: "migrationChanged" });
});

test("prepares the roles, which nobody can log in as, when two processes do it at the same time", async (t) => {
  const db = await createEmptyTestDatabase(t);
  await Promise.all([prepareRoles(db.login), prepareRoles(db.owner)]);
  const { rows } = await sql<{ rolname: string; rolcanlogin: boolean }>`
    select rolname, rolcanlogin from pg_roles where rolname in ('varde_owner', 'varde_app') order by 1`.execute(
    db.login,
  );
  assert.deepEqual(rows, [
    { rolname: "varde_app", rolcanlogin: false },
    { rolname: "varde_owner", rolcanlogin: false },
  ]);
});

test("tells a login user without rights what an administrator must run, which is enough", async (t) => {
  const admin = await createEmptyTestDatabase({ after: () => {} }); // closed below, after the role is dropped
  await prepareRoles(admin.login);
  const { rows } = await sql<{ database: string }>`select current_database() as database`.execute(
    admin.login,
  );
  const { database } = rows[0]!;
  const user = `varde_test_login_${randomUUID().slice(0, 8)}`;
  await sql
    .raw(
      `create role ${user} login password 'for a test'; revoke create on database ${database} from varde_owner`,
    )
    .execute(admin.login);
  const server = await useTestServer();
  const db = connectTo(asUser(server.address(database), user), { place: "test" });
  t.after(async () => {
    await db.close();
    await sql.raw(`drop role ${user}`).execute(admin.login);
    await admin.close();
    await server.leave();
  });
  const { folder } = migrations(t, "create table platform.a (x int)");
  await assert.rejects(migrate(db, { folder }), { name: "MigrationRefused", code: "rolesMissing" });
  const advice = ROLES_BY_HAND.split("\n").at(-1)!;
  await sql.raw(advice.replace("<login user>", user).replace("<database>", database)).execute(admin.login);
  assert.deepEqual(await migrate(db, { folder }), ["step_1"]);
});

function asUser(address: Address, user: string): Address {
  if (!("connectionString" in address)) return { ...address, user };
  const url = new URL(address.connectionString);
  [url.username, url.password] = [user, "for a test"];
  return { connectionString: url.href };
}

test("the application may not change the schema", async (t) => {
  const db = await createTestDatabase(t);
  await assert.rejects(sql`create table platform.extra (x int)`.execute(db.app), { code: "42501" });
  await assert.rejects(sql`insert into platform.migrations values (99, 'x', 'x')`.execute(db.app), {
    code: "42501",
  });
});
