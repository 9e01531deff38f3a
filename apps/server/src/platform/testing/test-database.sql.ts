import { type Kysely, sql } from "kysely";

const TEMPLATE_LOCK = 8_273_330_003;
const TEMPLATES_KEPT = 3;
const MISSING_DATABASE = "3D000";

/** Runs `act` while no other test process makes a template. `admin` must be a pool of one connection or more. */
export async function withTemplateLock<T>(admin: Kysely<unknown>, act: () => Promise<T>): Promise<T> {
  return admin.transaction().execute(async (tx) => {
    await sql`select pg_advisory_xact_lock(${TEMPLATE_LOCK})`.execute(tx);
    return act();
  });
}

/** Whether the server has a database of this name. */
export async function hasDatabase(admin: Kysely<unknown>, name: string): Promise<boolean> {
  const { rows } = await sql`select from pg_database where datname = ${name}`.execute(admin);
  return rows.length > 0;
}

/** Makes an empty database. */
export async function makeDatabase(admin: Kysely<unknown>, name: string): Promise<void> {
  await sql`create database ${sql.id(name)}`.execute(admin);
}

/** Makes a finished database the template `name`, and drops all but the newest few of the former ones. */
export async function makeTemplate(admin: Kysely<unknown>, from: string, name: string): Promise<void> {
  await sql`alter database ${sql.id(from)} rename to ${sql.id(name)}`.execute(admin);
  const { rows } = await sql<{ name: string }>`
    select datname as name from pg_database where datname like 'varde\\_template\\_%' order by oid desc offset ${TEMPLATES_KEPT}
  `.execute(admin);
  for (const old of rows) await dropDatabase(admin, old.name);
}

/** Copies a template; false when there is none of that name any more. */
export async function cloneDatabase(
  admin: Kysely<unknown>,
  name: string,
  template: string,
): Promise<boolean> {
  try {
    await sql`create database ${sql.id(name)} template ${sql.id(template)} strategy file_copy`.execute(admin);
    return true;
  } catch (error) {
    if ((error as { code?: string }).code === MISSING_DATABASE) return false;
    throw error;
  }
}

/** Drops a database and ends whoever is still connected to it. */
export async function dropDatabase(admin: Kysely<unknown>, name: string): Promise<void> {
  await sql`drop database if exists ${sql.id(name)} with (force)`.execute(admin);
}

/** Drops the test databases, named after the second they were made in, that killed tests left behind. */
export async function dropForgottenDatabases(admin: Kysely<unknown>, madeBefore: Date): Promise<void> {
  const second = Math.floor(madeBefore.getTime() / 1000);
  const { rows } = await sql<{ name: string }>`
    select datname as name from pg_database
    where datname ~ '^varde_test_\\d+_' and split_part(datname, '_', 3)::bigint < ${second}
  `.execute(admin);
  for (const { name } of rows) await dropDatabase(admin, name);
}
