import type { SearchHit } from "@varde/contract/cases";

export const HIT_KINDS = ["case", "alert", "document"] as const satisfies readonly SearchHit["kind"][];

/** What is searched for, as it stands in the address. */
export interface Search {
  readonly words?: string;
  readonly kind?: SearchHit["kind"];
}

/** Reads the address; what is not understood is left out. */
export function readSearch({ words, kind }: Record<string, unknown>): Search {
  const known = HIT_KINDS.find((one) => one === kind);
  return {
    ...((typeof words === "string" || typeof words === "number") && words !== "" && { words: String(words) }),
    ...(known && { kind: known }),
  };
}
