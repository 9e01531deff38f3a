import { canonicalJson } from "../chain/canonical-json.ts";
import { type ChainParts, sealEntries } from "../chain/seal-entries.ts";
import { linksOf } from "../chain/verify-database.ts";

/** What the first line of an export says it is. */
export const EXPORT_FORMAT = "varde-audit/1";

/** A link without its entry: the log in the database is broken, and an export of it would hide where. */
export class ChainBroken extends Error {
  readonly seq: number;
  constructor(seq: number) {
    super(`Entry ${seq} of the audit log is gone from the database`);
    this.name = "ChainBroken";
    this.seq = seq;
  }
}

/**
 * The whole chain as lines of canonical JSON, each with its line feed: what it is, every entry in order, and the head.
 * What awaits its place is sealed first. Throws `ChainBroken` where an entry is gone.
 */
export async function* exportLines(
  parts: ChainParts,
  onProgress: (done: number, total: number) => void = () => {},
): AsyncGenerator<string> {
  const madeAt = parts.clock.now().toISOString();
  const head = await sealEntries(parts);
  yield line({ format: EXPORT_FORMAT, madeAt, entries: head.seq });
  for await (const link of linksOf(parts, head.seq)) {
    if (link.id === null) throw new ChainBroken(link.seq);
    yield line(link);
    onProgress(link.seq, head.seq);
  }
  yield line({ end: true, head });
}

function line(value: object): string {
  return `${canonicalJson(value)}\n`;
}
