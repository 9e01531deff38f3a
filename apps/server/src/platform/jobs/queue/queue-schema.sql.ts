import { type Kysely, sql } from "kysely";
import { PgBoss } from "pg-boss";
import { queueDatabase } from "./queue-database.ts";

/** The PostgreSQL schema that belongs to pg-boss. */
export const QUEUE_SCHEMA = "pgboss";

/**
 * Makes or upgrades the tables of pg-boss as the owner, and lets the application use them. Called when migrating,
 * so that no running process changes the schema. Call it while no other process does.
 */
export async function installQueue(owner: Kysely<unknown>): Promise<void> {
  await prepareSchema(owner);
  const boss = new PgBoss({
    db: queueDatabase(owner),
    schema: QUEUE_SCHEMA,
    createSchema: false,
    supervise: false,
    schedule: false,
  });
  const failures: unknown[] = [];
  boss.on("error", (error) => failures.push(error));
  await boss.start();
  await boss.stop({ graceful: false });
  if (failures.length > 0) throw failures[0];
}

async function prepareSchema(owner: Kysely<unknown>): Promise<void> {
  const { rows } = await sql`select from pg_namespace where nspname = ${QUEUE_SCHEMA}`.execute(owner);
  if (rows.length > 0) return;
  await sql
    .raw(`
create schema ${QUEUE_SCHEMA};
comment on schema ${QUEUE_SCHEMA} is 'The job queue; belongs to pg-boss, which makes and upgrades it';
grant usage on schema ${QUEUE_SCHEMA} to varde_app;
alter default privileges in schema ${QUEUE_SCHEMA} grant select, insert, update, delete on tables to varde_app;
alter default privileges in schema ${QUEUE_SCHEMA} grant usage on sequences to varde_app;`)
    .execute(owner);
}
