import type { Kysely } from "kysely";
import { sweepFailures } from "./login/failures/failed-logins.sql.ts";
import { sweepUsedTokens } from "./login/logout/used-tokens.sql.ts";
import { sweepServiceTokens } from "./services/service-tokens.sql.ts";
import { sweepSessions } from "./sessions/sessions.sql.ts";

/** Removes what is over: sessions, failures that count no more, and tokens nobody accepts any more. */
export async function sweepAccess(db: Kysely<unknown>, now: Date): Promise<void> {
  await sweepSessions(db, now);
  await sweepFailures(db, now);
  await sweepUsedTokens(db, now);
  await sweepServiceTokens(db, now);
}
