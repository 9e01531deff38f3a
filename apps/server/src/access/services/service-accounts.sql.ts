import type { Permission } from "@varde/contract";
import type { JWK } from "jose";
import { type Kysely, sql } from "kysely";
import type { Actor } from "../../platform/audit/index.ts";

/** The issuer that service accounts are known under among people. */
export const SERVICE_ISSUER = "service";

/** Another system that may call the interface. */
export interface ServiceAccount {
  readonly id: string;
  readonly clientId: string;
  readonly name: string;
  readonly scopes: readonly Permission[];
  /** Signs its assertions, for an account without secrets. */
  readonly publicKey: JWK | null;
  /** Whom to ask about it. */
  readonly contact: string;
  readonly createdAt: Date;
  readonly expiresAt: Date;
  readonly revokedAt: Date | null;
  /** Secrets that are accepted, and the latest day one is. */
  readonly secrets: number;
  readonly secretExpiresAt: Date | null;
  readonly lastTokenAt: Date | null;
}

/** What a new service account is made of. */
export interface NewServiceAccount {
  readonly clientId: string;
  readonly name: string;
  readonly scopes: readonly Permission[];
  readonly publicKey: JWK | undefined;
  readonly contact: string;
  readonly expiresAt: Date;
}

/** Stores a service account, which gets a name among people. Nothing where the client id is taken. */
export async function insertServiceAccount(
  db: Kysely<unknown>,
  { clientId, name, scopes, publicKey, contact, expiresAt }: NewServiceAccount,
  { at, actor }: { at: Date; actor: Actor },
): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`
    with known as (
      insert into access.people (issuer, subject, name, kind, roles_from, first_login_at, last_login_at)
      values (${SERVICE_ISSUER}, ${clientId}, ${name}, 'service', 'varde', ${at}, ${at})
      on conflict do nothing
      returning id
    )
    insert into access.service_accounts
      (id, client_id, scopes, public_key, contact, created_at, created_by, expires_at)
    select id, ${clientId}, ${scopes}::text[], ${publicKey ? JSON.stringify(publicKey) : null}::text::jsonb,
           ${contact}, ${at}, ${JSON.stringify(actor)}::text::jsonb, ${expiresAt}
    from known
    returning id
  `.execute(db);
  return rows[0]?.id;
}

/** Every service account, by client id; `now` decides which secrets count. */
export async function listServiceAccounts(db: Kysely<unknown>, now: Date): Promise<ServiceAccount[]> {
  const { rows } = await accounts(now).execute(db);
  return rows;
}

/** The service account with this client id, or nothing. */
export async function findServiceAccount(
  db: Kysely<unknown>,
  clientId: string,
  now: Date,
): Promise<ServiceAccount | undefined> {
  const { rows } = await accounts(now, clientId).execute(db);
  return rows[0];
}

function accounts(now: Date, clientId?: string) {
  return sql<ServiceAccount>`
    select a.id, a.client_id as "clientId", p.name, a.scopes, a.public_key as "publicKey", a.contact,
           a.created_at as "createdAt", a.expires_at as "expiresAt", a.revoked_at as "revokedAt",
           s.secrets, s.latest as "secretExpiresAt", t.latest as "lastTokenAt"
    from access.service_accounts a
    join access.people p on p.id = a.id
    cross join lateral (
      select count(*)::int as secrets, max(expires_at) as latest from access.service_secrets
      where account_id = a.id and expires_at > ${now}
    ) s
    cross join lateral (
      select max(issued_at) as latest from access.service_tokens where account_id = a.id
    ) t
    where ${clientId ?? null}::text is null or a.client_id = ${clientId ?? null}
    order by a.client_id
  `;
}

/** Shuts a service account out for ever: its secrets and tokens end at once. False where it was already. */
export async function revokeServiceAccount(db: Kysely<unknown>, id: string, at: Date): Promise<boolean> {
  const { numAffectedRows = 0n } = await sql`
    update access.service_accounts set revoked_at = ${at} where id = ${id} and revoked_at is null
  `.execute(db);
  await sql`delete from access.service_secrets where account_id = ${id}`.execute(db);
  await sql`delete from access.service_tokens where account_id = ${id}`.execute(db);
  return numAffectedRows > 0n;
}

/** Stores a secret under its hash; the ones before it are accepted until `othersUntil` at the latest. */
export async function addSecret(
  db: Kysely<unknown>,
  accountId: string,
  { hash, at, expiresAt, othersUntil }: { hash: Buffer; at: Date; expiresAt: Date; othersUntil: Date },
): Promise<void> {
  await sql`delete from access.service_secrets where account_id = ${accountId} and ${othersUntil} <= ${at}`.execute(
    db,
  );
  await sql`
    update access.service_secrets set expires_at = least(expires_at, ${othersUntil}) where account_id = ${accountId}
  `.execute(db);
  await sql`
    insert into access.service_secrets (account_id, secret_hash, created_at, expires_at)
    values (${accountId}, ${hash}, ${at}, ${expiresAt})
  `.execute(db);
}

/** Whether a secret, given by its hash, is one of the account's that are accepted now. */
export async function isSecretOf(
  db: Kysely<unknown>,
  accountId: string,
  { hash, now }: { hash: Buffer; now: Date },
): Promise<boolean> {
  const { rows } = await sql`
    select from access.service_secrets
    where account_id = ${accountId} and secret_hash = ${hash} and expires_at > ${now}
  `.execute(db);
  return rows.length > 0;
}
