/** Values that fill the sentence of a refusal; never free text from outside. */
export type RefusalParams = Readonly<Record<string, string | number>>;

/**
 * Why a refusal is given, and so how it is answered at the edge:
 * `refused` the rules do not allow it now (409), `missing` there is no such thing (404),
 * `forbidden` not by this person (403), `invalid` what was given cannot be right (400).
 */
export type RefusalKind = "refused" | "missing" | "forbidden" | "invalid";

/**
 * An act that was not done, as a value: rules and commands return it, the edge turns it into a problem.
 * `code` is stable and translated by the page, `law` is the legal or procedural source.
 */
export interface Refusal {
  readonly refusal: RefusalKind;
  readonly code: string;
  readonly law?: string;
  readonly params?: RefusalParams;
}

/** The rules do not allow this act now: `refused("hprNotReadBack", "helsepersonelloven § 57", { case: 12 })`. */
export function refused(code: string, law?: string, params?: RefusalParams): Refusal {
  return refusalOf("refused", code, law, params);
}

/** What was asked for does not exist, or does not exist for the one who asks. */
export function missing(code: string, params?: RefusalParams): Refusal {
  return refusalOf("missing", code, undefined, params);
}

/** The act exists, but not for this person. */
export function forbidden(code: string, law?: string, params?: RefusalParams): Refusal {
  return refusalOf("forbidden", code, law, params);
}

/** What was given is well-formed but cannot be right. */
export function invalid(code: string, params?: RefusalParams): Refusal {
  return refusalOf("invalid", code, undefined, params);
}

/** Whether an outcome is a refusal and not the result asked for. */
export function isRefusal(outcome: unknown): outcome is Refusal {
  return typeof outcome === "object" && outcome !== null && "refusal" in outcome && "code" in outcome;
}

function refusalOf(refusal: RefusalKind, code: string, law?: string, params?: RefusalParams): Refusal {
  return {
    refusal,
    code,
    ...(law === undefined ? {} : { law }),
    ...(params === undefined ? {} : { params }),
  };
}
