import { parse } from "csv-parse";
import { LinkInputError } from "./link-input-error.ts";
import { openTable } from "./open-lines.ts";

/**
 * Reads who each query is about: CSV with columns `query_id` and `register_id`, the latter empty for someone who
 * is not in the register. A query with several right answers has several rows; any of them counts.
 */
export async function readTruth(path: string): Promise<Map<string, Set<string> | null>> {
  const { stream } = await openTable(path);
  const rows = stream.pipe(
    parse({ bom: true, columns: true, delimiter: [",", ";", "\t"], trim: true, skip_empty_lines: true }),
  );
  const truth = new Map<string, Set<string> | null>();
  for await (const row of rows as AsyncIterable<Record<string, string>>) {
    const { query_id: query, register_id: person } = row;
    if (query === undefined || person === undefined) {
      throw new LinkInputError("noTruthColumns", `${path} must have the columns query_id and register_id.`);
    }
    if (person === "") truth.set(query, truth.get(query) ?? null);
    else truth.set(query, (truth.get(query) ?? new Set()).add(person));
  }
  return truth;
}
