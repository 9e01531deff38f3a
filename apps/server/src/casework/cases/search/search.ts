import { maskNumbersIn, type SearchHit } from "@varde/contract";
import type { Kysely } from "kysely";
import { readQueueReader } from "../queue/queue-reader.ts";
import { type HitRow, searchAlertRows, searchCaseRows, searchDocumentRows } from "./search.sql.ts";

/** What somebody searches for. */
export interface SearchQuery {
  readonly personId: string;
  readonly words: string;
  readonly kind?: SearchHit["kind"] | undefined;
  readonly limit: number;
}

const SEARCHES = { case: searchCaseRows, alert: searchAlertRows, document: searchDocumentRows } as const;

/** Finds in cases, alerts and documents what the reader may see, best first. Norwegian and English words by their stem; identity numbers in excerpts masked. */
export async function search(
  db: Kysely<unknown>,
  { personId, words, kind, limit }: SearchQuery,
  at: Date,
): Promise<SearchHit[]> {
  const reader = await readQueueReader(db, personId, at);
  const kinds = kind ? [kind] : (["case", "alert", "document"] as const);
  const found: HitRow[] = [];
  for (const one of kinds) found.push(...(await SEARCHES[one](db, reader, { words, limit })));
  return found
    .sort((a, b) => b.rank - a.rank)
    .slice(0, limit)
    .map(({ rank: _rank, at: then, ...hit }) => ({
      ...hit,
      excerpt: maskNumbersIn(hit.excerpt),
      at: then.toISOString(),
    }));
}
