import type { Silence } from "./calling.ts";

/** Where an adapter gets the token it shows. */
export interface TokenSource {
  /** A token that holds for the scope, or why there is none. */
  tokenFor(scope: string): Promise<string | Silence>;
  /** Drops a token that was refused, so that the next question brings a fresh one. */
  forget(scope: string): void;
}
