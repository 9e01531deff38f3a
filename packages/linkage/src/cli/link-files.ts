import { stringify } from "csv-stringify/sync";
import type { LinkResult } from "../link-result.ts";
import { expected, type LinkConsole, SHOW_EVERY } from "./link-console.ts";
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
  const rows = await openForWriting(options.out);
  await rows.write(stringify([COLUMNS]));
  const progress = console.progress("Queries");
  for await (const { person: query, shareRead } of readPeople(options.queries, console.problem)) {
    const result = index.link(query, { top: options.top ?? 10 });
    summary.queries++;
    summary[result.outcome]++;
    await rows.write(stringify(rowsOf(query.id, result)));
    if (summary.queries % SHOW_EVERY === 0)
      progress.show(summary.queries, expected(summary.queries, shareRead));
  }
  progress.show(summary.queries, summary.queries);
  progress.stop();
  await rows.end();
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
