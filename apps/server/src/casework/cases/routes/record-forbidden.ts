import type { Person } from "@varde/contract";
import { recordRefusals } from "../../../platform/audit/index.ts";
import { isRefusal, type Refusal } from "../../../platform/rules/refusal.ts";
import type { CasesParts } from "../cases-parts.ts";

interface Asking {
  readonly person: Person;
  readonly request: { readonly method: string; readonly url: string };
}

/** Passes an outcome on; one refused because of who asks goes to the audit log first, as what the guard stops does. */
export function recordForbidden({ db, clock }: Pick<CasesParts, "db" | "clock">) {
  const record = recordRefusals(db, clock);
  return async <T>(outcome: T | Refusal, { person, request }: Asking): Promise<T | Refusal> => {
    if (isRefusal(outcome) && outcome.refusal === "forbidden") {
      const [path = ""] = request.url.split("?", 1);
      await record({ person, method: request.method, path, code: outcome.code });
    }
    return outcome;
  };
}
