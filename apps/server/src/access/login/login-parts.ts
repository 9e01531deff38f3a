import type { Kysely } from "kysely";
import type { Clock } from "../../platform/clock/clock.ts";
import type { OwnOrigins } from "../../platform/http/index.ts";
import type { SessionLimits } from "../sessions/session.rules.ts";
import type { IdentityProvider } from "./providers/identity-provider.ts";

/** What login needs. */
export interface LoginParts {
  readonly db: Kysely<unknown>;
  readonly clock: Clock;
  /** At least one. */
  readonly providers: readonly IdentityProvider[];
  readonly origins: OwnOrigins;
  readonly limits: SessionLimits;
  /** Logins begun or ended from one address in a minute. */
  readonly loginsPerMinute: number;
}
