import { createHash, randomUUID } from "node:crypto";
import type { Kysely } from "kysely";
import { openPool } from "../database/connections.ts";
import { migrate } from "../database/migrations/migrate.ts";
import { readMigrations } from "../database/migrations/migration-files.ts";
import { connectTo, type Database } from "../database/open-database.ts";
import {
  cloneDatabase,
  dropDatabase,
  dropForgottenDatabases,
  hasDatabase,
  makeDatabase,
  makeTemplate,
  withTemplateLock,
} from "./test-database.sql.ts";
import { type TestServer, useTestServer } from "./test-server.ts";

/** Where a test database belongs: a test, or the whole file with `{ after }` of node:test. */
export interface TestScope {
  after(clean: () => Promise<void>): unknown;
}

const FORGOTTEN_AFTER_MS = 3_600_000;

/**
 * A migrated, empty database for one test or one test file; closed and dropped after it. It is a copy of a template
 * that is migrated once for each set of migrations.
 */
export async function createTestDatabase(scope: TestScope): Promise<Database> {
  return createDatabase(scope, async (server, admin, name) => {
    while (!(await cloneDatabase(admin, name, nameOfTemplate()))) await prepareTemplate(server, admin);
  });
}

/** A database without anything in it, not even the migrations; for tests of migrating. */
export async function createEmptyTestDatabase(scope: TestScope): Promise<Database> {
  return createDatabase(scope, (_server, admin, name) => makeDatabase(admin, name));
}

async function createDatabase(
  scope: TestScope,
  make: (server: TestServer, admin: Kysely<unknown>, name: string) => Promise<void>,
): Promise<Database> {
  const server = await useTestServer();
  const admin = openPool(server.address("postgres"), { max: 2 });
  const name = nameOfTestDatabase();
  const leave = async (): Promise<void> => {
    await dropDatabase(admin, name);
    await admin.destroy();
    await server.leave();
  };
  try {
    await dropForgottenDatabases(admin, new Date(Date.now() - FORGOTTEN_AFTER_MS));
    await make(server, admin, name);
  } catch (error) {
    await leave();
    throw error;
  }
  const db = connectTo(server.address(name), { place: `test database ${name}`, closed: leave });
  scope.after(() => db.close());
  return db;
}

async function prepareTemplate(server: TestServer, admin: Kysely<unknown>): Promise<void> {
  await withTemplateLock(admin, async () => {
    const template = nameOfTemplate();
    if (await hasDatabase(admin, template)) return;
    const unfinished = nameOfTestDatabase();
    await makeDatabase(admin, unfinished);
    const db = connectTo(server.address(unfinished), { place: "template of test databases" });
    await migrate(db).finally(() => db.close());
    await makeTemplate(admin, unfinished, template);
  });
}

function nameOfTestDatabase(): string {
  return `varde_test_${Math.floor(Date.now() / 1000)}_${randomUUID().slice(0, 8)}`;
}

/** Named after what the migrations say, so that a change of them makes a fresh template. */
function nameOfTemplate(): string {
  const said = readMigrations().map(({ number, checksum }) => `${number} ${checksum}`);
  return `varde_template_${createHash("sha256").update(said.join("\n")).digest("hex").slice(0, 16)}`;
}
