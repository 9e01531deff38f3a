import { type Kysely, sql } from "kysely";

/** When the newest whole backup was taken, and whether it was encrypted. */
export interface LastBackup {
  readonly takenAt: string;
  readonly encrypted: boolean;
}

/** Remembers that a backup was taken, so that an installation without one can be told. */
export async function rememberBackup(db: Kysely<unknown>, backup: LastBackup): Promise<void> {
  await sql`
    insert into platform.settings (key, value) values ('lastBackup', ${JSON.stringify(backup)}::text::jsonb)
    on conflict (key) do update set value = excluded.value, changed_at = now()
  `.execute(db);
}

/** The newest whole backup that was remembered. */
export async function findLastBackup(db: Kysely<unknown>): Promise<LastBackup | undefined> {
  const { rows } = await sql<{ value: LastBackup }>`
    select value from platform.settings where key = 'lastBackup'
  `.execute(db);
  return rows[0]?.value;
}
