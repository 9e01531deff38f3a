import type { Kysely } from "kysely";
import type { Caller } from "../../platform/http/index.ts";
import { hashOf } from "../sessions/session-store.ts";
import { isServiceScope } from "./service-scopes.ts";
import { findTokenHolder } from "./service-tokens.sql.ts";

/** The service account behind a bearer token, or nothing where the token is unknown, expired or revoked. */
export async function identifyService(
  db: Kysely<unknown>,
  token: string,
  now: Date,
): Promise<Caller | undefined> {
  const holder = await findTokenHolder(db, hashOf(token), now);
  return (
    holder && {
      person: holder.person,
      permissions: new Set(holder.scopes.filter(isServiceScope)),
      isSteppedUp: false,
    }
  );
}
