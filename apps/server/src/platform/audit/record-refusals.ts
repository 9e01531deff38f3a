import type { Person } from "@varde/contract";
import type { Kysely } from "kysely";
import type { Clock } from "../clock/clock.ts";
import { isRefusal, type Refusal } from "../rules/refusal.ts";
import { personActor } from "./actor.ts";
import { recordAudit } from "./audit.sql.ts";

/** What a person tried over HTTP and was refused. */
interface RefusedRequest {
  readonly person: Person;
  readonly method: string;
  readonly path: string;
  readonly code: string;
}

/** Makes what the server calls to write refused attempts to the audit log. */
export function recordRefusals(
  db: Kysely<unknown>,
  clock: Clock,
): (attempt: RefusedRequest) => Promise<void> {
  return ({ person, method, path, code }) =>
    recordAudit(db, {
      at: clock.now(),
      actor: personActor(person),
      act: "refusedAttempt",
      object: { type: "address", id: `${method} ${path}` },
      details: { code },
    });
}

interface Asking {
  readonly person: Person;
  readonly request: { readonly method: string; readonly url: string };
}

/** Passes an outcome on; one refused because of who asks goes to the audit log first, as what the guard stops does. */
export function recordForbidden({ db, clock }: { readonly db: Kysely<unknown>; readonly clock: Clock }) {
  const record = recordRefusals(db, clock);
  return async <T>(outcome: T | Refusal, { person, request }: Asking): Promise<T | Refusal> => {
    if (isRefusal(outcome) && outcome.refusal === "forbidden") {
      const [path = ""] = request.url.split("?", 1);
      await record({ person, method: request.method, path: path.slice(0, 300), code: outcome.code });
    }
    return outcome;
  };
}
