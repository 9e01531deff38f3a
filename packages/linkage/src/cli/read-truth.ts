import { parse } from "csv-parse";
import { LinkInputError } from "./link-input-error.ts";
import { openTable } from "./open-lines.ts";

/**
 * Reads who each query is about: CSV with columns `query_id` and `register_id`, the latter empty for someone who
 * is not in the register. A query with several right answers has several rows; any of them counts. Throws
 * {@link LinkInputError} for a file that cannot be read whole.
 */
export async function readTruth(path: string): Promise<Map<string, Set<string> | null>> {
  const truth = new Map<string, Set<string> | null>();
  for await (const { query_id: query, register_id: person } of rowsOf(path)) {
    if (query === undefined || person === undefined) {
      throw new LinkInputError("noTruthColumns", `${path} must have the columns query_id and register_id.`);
    }
    if (person === "") truth.set(query, truth.get(query) ?? null);
    else truth.set(query, (truth.get(query) ?? new Set()).add(person));
  }
  return truth;
}

async function* rowsOf(path: string): AsyncGenerator<Record<string, string>> {
  const { stream, delimiter } = await openTable(path);
  const rows = stream.pipe(
    parse({ bom: true, columns: true, delimiter, trim: true, skip_empty_lines: true }),
  );
  stream.on("error", (error) => rows.destroy(error));
  try {
    yield* rows as AsyncIterable<Record<string, string>>;
  } catch (error) {
    throw new LinkInputError(
      "unreadableTruth",
      `${path} cannot be read as a truth: ${(error as Error).message}. Nothing is measured against half of one.`,
    );
  }
}
