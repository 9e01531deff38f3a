import type { ChainVerdict } from "@varde/contract";
import { findStray, pageOfChain, type StoredLink } from "./chain.sql.ts";
import { type ChainParts, sealEntries } from "./seal-entries.ts";
import { type Anchors, createChainVerifier } from "./verify-chain.ts";

const LINKS_AT_ONCE = 1000;

/** What verifying is told beside the chain itself. */
export interface VerifyOptions {
  readonly anchors?: Anchors | undefined;
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** Seals what awaits its place, and follows the whole chain in the database. Throws when stopped by `signal`. */
export async function verifyDatabase(
  parts: ChainParts,
  { anchors, onProgress = () => {}, signal }: VerifyOptions = {},
): Promise<ChainVerdict> {
  const head = await sealEntries(parts);
  const verifier = createChainVerifier(anchors);
  for await (const link of linksOf(parts, head.seq)) {
    signal?.throwIfAborted();
    if (link.id === null) verifier.takeBroken("missing");
    else verifier.take(link);
    onProgress(link.seq, head.seq);
  }
  return verifier.finish({ declared: head, stray: await findStray(parts.db) });
}

/** Every link of the chain up to a number, in order and constant memory. */
export async function* linksOf({ db }: Pick<ChainParts, "db">, upTo: number): AsyncGenerator<StoredLink> {
  for (let after = 0; after < upTo; ) {
    const page = await pageOfChain(db, { after, upTo, limit: LINKS_AT_ONCE });
    yield* page;
    after = page.at(-1)?.seq ?? upTo;
  }
}
