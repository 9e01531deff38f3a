import type { Person } from "@varde/contract";
import type { Kysely } from "kysely";
import type { Clock } from "../clock/clock.ts";
import { personActor } from "./actor.ts";
import { recordAudit } from "./audit.sql.ts";

/** What a person tried over HTTP and was refused. */
interface RefusedRequest {
  readonly person: Person;
  readonly method: string;
  readonly path: string;
  readonly code: string;
  /** The person may, but the rules do not allow it now. */
  readonly byRules?: boolean;
}

/** What a refusal is called in the audit log: by the rules in the course of the work, or for want of a right. */
export function refusedAct(byRules: boolean): "refusedByRules" | "refusedAttempt" {
  return byRules ? "refusedByRules" : "refusedAttempt";
}

/** Makes what the server calls to write refused attempts to the audit log. */
export function recordRefusals(
  db: Kysely<unknown>,
  clock: Clock,
): (attempt: RefusedRequest) => Promise<void> {
  return ({ person, method, path, code, byRules = false }) =>
    recordAudit(db, {
      at: clock.now(),
      actor: personActor(person),
      act: refusedAct(byRules),
      object: { type: "address", id: `${method} ${path}` },
      details: { code },
    });
}
