import { type Kysely, sql } from "kysely";

/** What of a database bears on safety. */
export interface DatabaseSafety {
  /** The login user is a superuser, whom no grant and no trigger stops. */
  readonly superuser: boolean;
  /** Whether the connection is encrypted; a socket on this machine needs not be. */
  readonly encrypted: boolean;
  readonly onThisMachine: boolean;
  /** Insert-only tables that the application could change after all. */
  readonly openHistory: readonly string[];
  /** The database's clock minus ours, in seconds. */
  readonly clockAhead: number;
}

/** Looks at how a database is reached and guarded. `now` is this machine's clock. */
export async function readDatabaseSafety(db: Kysely<unknown>, now: () => Date): Promise<DatabaseSafety> {
  const asked = now().getTime();
  const { rows } = await sql<Omit<DatabaseSafety, "clockAhead"> & { clock: Date }>`
    select (select rolsuper from pg_roles where rolname = session_user) as superuser,
      coalesce((select ssl from pg_stat_ssl where pid = pg_backend_pid()), false) as encrypted,
      inet_client_addr() is null or inet_client_addr() <<= '127.0.0.0/8' or inet_client_addr() = '::1' as "onThisMachine",
      array(select t.tgrelid::regclass::text from pg_trigger t
        where t.tgname = 'insert_only' and (
          t.tgenabled <> 'A'
          or has_table_privilege('varde_app', t.tgrelid, 'update')
          or has_table_privilege('varde_app', t.tgrelid, 'delete')
          or has_table_privilege('varde_app', t.tgrelid, 'truncate'))
        order by 1) as "openHistory",
      clock_timestamp() as clock
  `.execute(db);
  const answered = now().getTime();
  const { clock, ...found } = rows[0]!;
  return { ...found, clockAhead: (clock.getTime() - (asked + answered) / 2) / 1000 };
}
