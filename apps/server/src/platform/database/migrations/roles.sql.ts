import { type Kysely, sql } from "kysely";
import { MIGRATION_LOCK } from "./migrations.sql.ts";

/**
 * Makes the two roles of Varde, lets the login user take them, and lets the owner make schemas in this database.
 * Changes nothing where all is in place. Several processes may do it at once, also for other databases of the server.
 */
export async function prepareRoles(login: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`
do $$
declare
  name text;
begin
  perform pg_advisory_xact_lock(${MIGRATION_LOCK});
  foreach name in array array['varde_owner', 'varde_app'] loop
    if not exists (select from pg_roles where rolname = name) then
      begin
        execute format('create role %I nologin', name);
      exception when duplicate_object or unique_violation then
        null; -- made for another database meanwhile
      end;
    end if;
    begin
      perform set_config('role', name, true);
      perform set_config('role', 'none', true);
    exception when insufficient_privilege then
      execute format('grant %I to %I', name, session_user);
    end;
  end loop;
  if not has_database_privilege('varde_owner', current_database(), 'create') then
    execute format('grant create on database %I to varde_owner', current_database());
  end if;
end
$$`)
    .execute(login);
}

/** What an administrator runs where the login user may not make roles. */
export const ROLES_BY_HAND = `create role varde_owner nologin; create role varde_app nologin;
grant varde_owner, varde_app to <login user>; grant create on database <database> to varde_owner;`;
