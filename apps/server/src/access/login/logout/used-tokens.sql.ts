import { type Kysely, sql } from "kysely";

/** A token that may be used once. */
export interface OnceToken {
  readonly issuer: string;
  /** Its `jti`. */
  readonly id: string;
  readonly expiresAt: Date;
}

/** Notes that a token has been used, on whichever host. Returns false where it had been before. */
export async function useOnce(db: Kysely<unknown>, { issuer, id, expiresAt }: OnceToken): Promise<boolean> {
  const { numAffectedRows = 0n } = await sql`
    insert into access.used_tokens (issuer, token_id, expires_at) values (${issuer}, ${id}, ${expiresAt})
    on conflict do nothing
  `.execute(db);
  return numAffectedRows > 0n;
}

/** Forgets tokens that have expired, which nobody accepts any more. Returns how many there were. */
export async function sweepUsedTokens(db: Kysely<unknown>, now: Date): Promise<number> {
  const { numAffectedRows = 0n } = await sql`
    delete from access.used_tokens where expires_at <= ${now}
  `.execute(db);
  return Number(numAffectedRows);
}
