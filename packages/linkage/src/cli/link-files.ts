import { once } from "node:events";
import { finished } from "node:stream/promises";
import { stringify } from "csv-stringify";
import type { LinkResult } from "../link-result.ts";
import type { LinkConsole } from "./link-console.ts";
import { loadRegister } from "./load-register.ts";
import { openForWriting } from "./open-lines.ts";
import { readModel } from "./read-model.ts";
import { readPeople } from "./read-people.ts";

export interface LinkFilesOptions {
  queries: string;
  register: string;
  /** A model file; the shipped model unless given. */
  model?: string;
  /** Candidates a query at most, 10 unless given. */
  top?: number;
  /** Where the CSV goes; packed if the name ends in `.gz`. */
  out: string;
}

/** What a run of linking came to. */
export interface LinkSummary {
  people: number;
  queries: number;
  certain: number;
  probable: number;
  noMatch: number;
}

const COLUMNS = ["query_id", "rank", "register_id", "probability", "outcome", "keys", "explanation"];

/** Links every person of one file to the people of another and writes one row a candidate. */
export async function linkFiles(options: LinkFilesOptions, console: LinkConsole): Promise<LinkSummary> {
  const model = readModel(options.model);
  const index = await loadRegister(options.register, model, console);
  const summary: LinkSummary = { people: index.size, queries: 0, certain: 0, probable: 0, noMatch: 0 };
  const file = openForWriting(options.out);
  const rows = stringify({ header: true, columns: COLUMNS });
  const written = finished(rows.pipe(file));
  const progress = console.progress("Queries");
  for await (const { person: query } of readPeople(options.queries, console.problem)) {
    const result = index.link(query, { top: options.top ?? 10 });
    summary.queries++;
    summary[result.outcome]++;
    for (const row of rowsOf(query.id, result)) if (!rows.write(row)) await once(rows, "drain");
    progress.show(summary.queries);
  }
  progress.stop();
  rows.end();
  await written;
  return summary;
}

function rowsOf(queryId: string, result: LinkResult): string[][] {
  if (result.candidates.length === 0) return [[queryId, "", "", "", "noMatch", "", "[]"]];
  return result.candidates.map(({ id, probability, outcome, keys, explanation }, i) => [
    queryId,
    String(i + 1),
    id,
    String(probability),
    outcome,
    keys.join(" "),
    JSON.stringify(explanation),
  ]);
}
