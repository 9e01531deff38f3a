import type { Permission, Person } from "@varde/contract";
import { type Kysely, sql } from "kysely";

/** A token as it is stored: under its hash, for some minutes. */
export interface IssuedToken {
  readonly hash: Buffer;
  readonly accountId: string;
  readonly scopes: readonly Permission[];
  readonly issuedAt: Date;
  readonly expiresAt: Date;
}

/** Stores a token that has been issued. */
export async function insertToken(db: Kysely<unknown>, token: IssuedToken): Promise<void> {
  await sql`
    insert into access.service_tokens (token_hash, account_id, scopes, issued_at, expires_at)
    values (${token.hash}, ${token.accountId}, ${token.scopes}::text[], ${token.issuedAt}, ${token.expiresAt})
  `.execute(db);
}

/** Whose token this is and what it permits: never more than the account may have now. */
export async function findTokenHolder(
  db: Kysely<unknown>,
  hash: Buffer,
  now: Date,
): Promise<{ readonly person: Person; readonly scopes: readonly Permission[] } | undefined> {
  const { rows } = await sql<{ person: Person; scopes: Permission[] }>`
    select jsonb_build_object('id', p.id, 'name', p.name, 'roles', p.roles, 'language', p.language,
                              'isService', true) as person,
           array(select unnest(t.scopes) intersect select unnest(a.scopes)) as scopes
    from access.service_tokens t
    join access.service_accounts a on a.id = t.account_id
    join access.people p on p.id = a.id
    where t.token_hash = ${hash} and t.expires_at > ${now} and a.expires_at > ${now}
      and a.revoked_at is null and p.deactivated_at is null
  `.execute(db);
  return rows[0];
}

/** Removes tokens and secrets that have expired. */
export async function sweepServiceTokens(db: Kysely<unknown>, now: Date): Promise<void> {
  await sql`delete from access.service_tokens where expires_at <= ${now}`.execute(db);
  await sql`delete from access.service_secrets where expires_at <= ${now}`.execute(db);
}
