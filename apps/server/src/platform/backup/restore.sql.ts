import type pg from "pg";
import { type BackedUpTable, keyOf } from "./backup-format.ts";
import { BACKED_UP_SCHEMAS, nameOf } from "./snapshot.sql.ts";

/** What is taken off a schema while its rows come in, and how it is put back. */
export interface LiftedRules {
  readonly putBack: readonly string[];
}

/** Which of our schemas a database has already. */
export async function schemasPresent(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ nspname: string }>(
    "select nspname from pg_namespace where nspname = any($1) order by 1",
    [BACKED_UP_SCHEMAS],
  );
  return rows.map(({ nspname }) => nspname);
}

/** Whether a restore began here and never ended: what is there is worth nothing. */
export async function isHalfRestored(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query("select from pg_namespace where nspname = 'varde_restoring'");
  return rows.length > 0;
}

/** Says that a restore is under way, for whoever finds it half done. */
export async function markRestoring(client: pg.Client): Promise<void> {
  await client.query("create schema if not exists varde_restoring");
}

/** Throws away what a restore that never ended has left. */
export async function dropHalfRestored(client: pg.Client): Promise<void> {
  for (const schema of await schemasPresent(client)) await client.query(`drop schema "${schema}" cascade`);
}

/** Says that the restore is whole, in the transaction that made it so. */
export async function markRestored(client: pg.Client): Promise<void> {
  await client.query("drop schema varde_restoring");
}

/** Begins taking rows in; nothing of it is there before `commitLoad`. */
export async function beginLoad(client: pg.Client): Promise<void> {
  await client.query("begin");
  await client.query("set local timezone = 'UTC'");
}

/** Makes what was taken in lasting. */
export async function commitLoad(client: pg.Client): Promise<void> {
  await client.query("commit");
}

/** Takes foreign keys and triggers off, since rows come table by table, and remembers how to put them back. */
export async function liftRules(client: pg.Client): Promise<LiftedRules> {
  const { rows: keys } = await client.query<{ lift: string; put_back: string }>(
    `select format('alter table %s drop constraint %I', conrelid::regclass, conname) as lift,
       format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(k.oid)) as put_back
     from pg_constraint k join pg_namespace n on n.oid = k.connamespace
     where n.nspname = any($1) and contype = 'f' and conparentid = 0`,
    [BACKED_UP_SCHEMAS],
  );
  const { rows: triggers } = await client.query<{ lift: string; put_back: string }>(
    `select format('alter table %s disable trigger %I', tgrelid::regclass, tgname) as lift,
       format('alter table %s enable %strigger %I', tgrelid::regclass, case tgenabled when 'A' then 'always ' when 'R' then 'replica ' else '' end, tgname) as put_back
     from pg_trigger t join pg_class c on c.oid = tgrelid join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = any($1) and not tgisinternal and tgenabled <> 'D' and tgparentid = 0`,
    [BACKED_UP_SCHEMAS],
  );
  for (const { lift } of [...keys, ...triggers]) await client.query(lift);
  return { putBack: [...triggers, ...keys].map(({ put_back }) => put_back) };
}

/** Puts foreign keys and triggers back; a row that lacks what it points to makes this fail. */
export async function putRulesBack(client: pg.Client, { putBack }: LiftedRules): Promise<void> {
  for (const statement of putBack) await client.query(statement);
}

/** Empties tables of what the migrations have put there. */
export async function emptyTables(client: pg.Client, tables: readonly BackedUpTable[]): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = any($1) and c.relkind in ('r', 'p')`,
    [BACKED_UP_SCHEMAS],
  );
  const present = new Set(rows.map(({ name }) => name));
  const names = tables.filter((table) => present.has(keyOf(table))).map(nameOf);
  if (names.length > 0) await client.query(`truncate ${names.join(", ")}`);
}

/** Lets sequences go on after the last number given out. */
export async function setSequences(
  client: pg.Client,
  sequences: Readonly<Record<string, string | null>>,
): Promise<void> {
  for (const [name, last] of Object.entries(sequences)) {
    if (last === null) continue;
    await client.query(
      "select setval(to_regclass($1), $2::bigint) from (select to_regclass($1) as found) s where found is not null",
      [
        name
          .split(".")
          .map((part) => `"${part}"`)
          .join("."),
        last,
      ],
    );
  }
}
