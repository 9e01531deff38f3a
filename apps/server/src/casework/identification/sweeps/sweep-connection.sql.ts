import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { SweepConnection } from "@varde/linkage";
import type pg from "pg";
import { from as copyFrom } from "pg-copy-streams";

/** Temporary tables are read again and again; sorting and hashing millions of rows is what a sweep does. */
const SETTINGS = "set temp_buffers = '256MB'; set work_mem = '256MB'; set jit = off";

/** A connection of its own for a sweep in PostgreSQL; whatever the sweep stores goes when the connection ends. */
export async function prepareSweepConnection(client: pg.Client): Promise<SweepConnection> {
  await client.query(SETTINGS);
  return {
    execute: (sql) => client.query(sql),
    select: async <Row>(sql: string) => (await client.query(sql)).rows as Row[],
    copy: (table, lines) =>
      pipeline(Readable.from(inPieces(lines)), client.query(copyFrom(`copy ${table} from stdin`))),
  };
}

const PIECE_LENGTH = 65_536;

/** Joins lines into larger pieces: a write for each of millions of lines would take longer than the lines. */
async function* inPieces(lines: Iterable<string> | AsyncIterable<string>): AsyncGenerator<string> {
  let piece = "";
  for await (const line of lines) {
    piece += line;
    if (piece.length < PIECE_LENGTH) continue;
    yield piece;
    piece = "";
  }
  if (piece !== "") yield piece;
}
