import { type Kysely, sql } from "kysely";

const ROWS_AT_ONCE = 2000;

/** Lets everything be read as it stands at one instant. */
export function asOfOneInstant<T>(
  db: Kysely<unknown>,
  read: (tx: Kysely<unknown>) => Promise<T>,
): Promise<T> {
  return db.transaction().setIsolationLevel("repeatable read").setAccessMode("read only").execute(read);
}

/** Rows of a table, in no order and constant memory. Call it in a transaction, one table at a time. */
export async function* rowsOf(
  tx: Kysely<unknown>,
  table: string,
  columns: readonly string[],
): AsyncGenerator<Record<string, unknown>> {
  const cursor = sql.id("pseudonymised_rows");
  await sql`
    declare ${cursor} no scroll cursor for select ${sql.join(columns.map((name) => sql.id(name)))} from ${sql.table(table)}
  `.execute(tx);
  for (;;) {
    const { rows } = await sql<Record<string, unknown>>`
      fetch ${sql.lit(ROWS_AT_ONCE)} from ${cursor}
    `.execute(tx);
    yield* rows;
    if (rows.length < ROWS_AT_ONCE) break;
  }
  await sql`close ${cursor}`.execute(tx);
}
