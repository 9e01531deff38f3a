import type { Kysely } from "kysely";
import type { Witness } from "../platform/audit/index.ts";
import type { Clock } from "../platform/clock/clock.ts";

/** What looking at the audit log works with. */
export interface AuditingParts {
  readonly db: Kysely<unknown>;
  readonly clock: Clock;
  readonly anchoring: Anchoring;
}

/** Where the head of the chain is told outside the database. */
export interface Anchoring {
  /** A file that only grows (VARDE_AUDIT_ANCHOR; audit-anchor.log in the folder of the installation). */
  readonly file: string;
  /** Somebody outside (VARDE_AUDIT_WITNESS, VARDE_AUDIT_WITNESS_TOKEN). */
  readonly witness?: Witness | undefined;
}
