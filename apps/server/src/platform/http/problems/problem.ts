import { STATUS_CODES } from "node:http";
import type { Problem } from "@varde/contract";
import type { Refusal, RefusalKind } from "../../rules/refusal.ts";

const STATUS_OF: Record<RefusalKind, number> = { invalid: 400, forbidden: 403, missing: 404, refused: 409 };

/** A problem (RFC 9457) with the standard title of its status. `detail` is in plain words and may be shown. */
export function problemOf(status: number, code: string, more: Partial<Problem> = {}): Problem {
  return { type: "about:blank", title: STATUS_CODES[status] ?? "Error", status, code, ...more };
}

/** The problem that tells of a refusal: 400, 403, 404 or 409 by its kind. */
export function problemOfRefusal({ refusal, code, law, params }: Refusal): Problem {
  return problemOf(STATUS_OF[refusal], code, { ...(law && { law }), ...(params && { params }) });
}

/** Ends a request in a hook, before any handler runs, with the problem it carries. */
export class StoppedRequest extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.code);
    this.name = "StoppedRequest";
    this.problem = problem;
  }
}
