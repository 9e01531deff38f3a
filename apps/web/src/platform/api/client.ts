import { createClient, type Me } from "@varde/contract";

let csrfToken = "";

/** Keeps the token of the session; it goes with every request that changes something. */
export function keepCsrfToken(me: Me): void {
  csrfToken = me.csrfToken;
}

/** Headers that prove that a request comes from this page. */
export const csrfHeaders = (): Record<string, string> =>
  csrfToken === "" ? {} : { "x-csrf-token": csrfToken };

/** Calls a route of the contract. Throws `ProblemError` where the server refuses or cannot answer. */
export const api = createClient("", csrfHeaders);
