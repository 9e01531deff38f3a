import type { ChainHead } from "../chain/chain-entry.ts";

/** Somebody outside who is told the head of the chain, and keeps it. Throws `WitnessUnavailable`. */
export interface Witness {
  /** For people to read; holds no secret. */
  readonly place: string;
  tell(head: ChainHead & { readonly at: string }): Promise<void>;
}

/** A witness that did not take the head; the same is told again later. */
export class WitnessUnavailable extends Error {
  readonly code = "witnessUnavailable";
  constructor(place: string, why: string, options?: ErrorOptions) {
    super(`The witness ${place} did not take the head of the audit log: ${why}`, options);
    this.name = "WitnessUnavailable";
  }
}

const PATIENCE_MS = 10_000;

/**
 * A witness that takes `{"format":"varde-audit-head/1","at","seq","hash"}` by POST and answers 2xx once it is
 * kept. `token` is sent as a bearer token. Redirects are not followed, so that the token goes nowhere else.
 */
export function httpWitness({ address, token }: { address: URL; token?: string | undefined }): Witness {
  const place = `${address.origin}${address.pathname}`;
  return {
    place,
    tell: async (head) => {
      const { ok, status } = await fetch(address, {
        method: "POST",
        redirect: "error",
        signal: AbortSignal.timeout(PATIENCE_MS),
        headers: {
          "content-type": "application/json",
          ...(token && { authorization: `Bearer ${token}` }),
        },
        body: JSON.stringify({ format: "varde-audit-head/1", ...head }),
      }).catch((cause: unknown) => {
        throw new WitnessUnavailable(place, "it cannot be reached", { cause });
      });
      if (!ok) throw new WitnessUnavailable(place, `it answered ${status}`);
    },
  };
}
