import type { Person } from "@varde/contract";
import type { Kysely } from "kysely";
import type { Clock } from "../../platform/clock/clock.ts";
import type { Jobs } from "../../platform/jobs/index.ts";
import type { Named } from "./standing.ts";

/** The units a case belongs to, or nothing where there is no such case; told by the slice that knows cases. */
export type FindCaseUnits = (db: Kysely<unknown>, caseId: number) => Promise<readonly string[] | undefined>;

/** What changing who may is put together from. */
export interface StandingParts {
  readonly db: Kysely<unknown>;
  readonly clock: Clock;
  readonly jobs: Pick<Jobs, "publish">;
  readonly findCaseUnits: FindCaseUnits;
}

/** Whoever does something, and in whose place. */
export type Doer = Pick<Person, "id" | "name"> & { readonly onBehalfOf?: Named };
