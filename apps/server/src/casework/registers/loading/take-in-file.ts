import type { Kysely } from "kysely";
import type { Clock } from "../../../platform/clock/clock.ts";
import { judgeRemoval, planBatch } from "../registers.rules.ts";
import { type FileLine, readLines } from "./file-lines.ts";
import { insertBatch, presentNumbers, readStored, removePeople, writePeople } from "./load.sql.ts";
import { NumberSet } from "./number-set.ts";
import { type BrokenLine, type MirroredPerson, type ParsedLine, parseLine } from "./parse-line.ts";

const LINES_PER_BATCH = 1000;
const NUMBERS_PER_PAGE = 20_000;

/** A load under way: which, of what file, and where it begins. */
export interface RunningLoad {
  id: number;
  path: string;
  kind: "full" | "delta";
  /** Lines up to this one were committed before the load was stopped. */
  lastLine: number;
  /** Removes people gone from a full extract whatever their share. */
  force: boolean;
  signal: AbortSignal | undefined;
  /** Told of bytes of the file read, after each committed step. */
  onProgress: (bytesRead: number) => void;
}

/** How taking in a file ended. */
export interface LoadEnd {
  state: "done" | "stopped" | "failed";
  failure: string | null;
  heldBack: number;
}

interface Batch {
  people: MirroredPerson[];
  broken: BrokenLine[];
  lines: number;
  lastLine: number;
  bytesRead: number;
}

/**
 * Takes a file into the mirror step by step, each step a transaction of its own, and marks those gone from a full
 * extract. `connection` is the one that holds the loading lock. Throws what the file system or the database throws.
 */
export async function takeInFile(
  connection: Kysely<unknown>,
  clock: Clock,
  load: RunningLoad,
): Promise<LoadEnd> {
  const seen = new SeenPeople();
  let batch = emptyBatch(load.lastLine);
  for await (const line of readLines(load.path)) {
    // Lines committed by an earlier run are read as well: their numbers tell who is still in the register.
    const parsed = seen.remember(parseLine(line), line);
    if (line.number <= load.lastLine) continue;
    batch.lines += 1;
    batch.lastLine = line.number;
    batch.bytesRead = line.bytesRead;
    if (parsed !== "empty") {
      if ("broken" in parsed) batch.broken.push(parsed.broken);
      else batch.people.push(parsed.person);
    }
    if (batch.lines < LINES_PER_BATCH) continue;
    await commitBatch(connection, clock, load, batch);
    batch = emptyBatch(batch.lastLine);
    if (load.signal?.aborted) return { state: "stopped", failure: null, heldBack: 0 };
  }
  if (batch.lines > 0) await commitBatch(connection, clock, load, batch);
  if (seen.nobodyReadable) return { state: "failed", failure: "nobodyReadable", heldBack: 0 };
  if (load.kind === "delta") return { state: "done", failure: null, heldBack: 0 };
  return removeGone(connection, clock, load, { seen, lastLine: batch.lastLine });
}

const emptyBatch = (lastLine: number): Batch => ({
  people: [],
  broken: [],
  lines: 0,
  lastLine,
  bytesRead: 0,
});

/** Everybody a file has spoken of so far. */
class SeenPeople {
  readonly #taken = new NumberSet();
  readonly #broken = new NumberSet();
  linesWithoutNumber = 0;
  #people = 0;
  #brokenLines = 0;

  /** Whether there were lines, and none of them could be taken in: rather another file than an extract. */
  get nobodyReadable(): boolean {
    return this.#people === 0 && this.#brokenLines > 0;
  }

  /** Remembers whom a line is about; a second good line about the same person becomes a broken one. */
  remember(parsed: ParsedLine, { number: line }: FileLine): ParsedLine {
    if (parsed === "empty") return parsed;
    if ("broken" in parsed) {
      this.#brokenLines += 1;
      if (parsed.broken.hprNumber === undefined) this.linesWithoutNumber += 1;
      else this.#broken.add(parsed.broken.hprNumber);
      return parsed;
    }
    this.#people += 1;
    const { hprNumber } = parsed.person;
    if (this.#taken.add(hprNumber)) return parsed;
    const message = "The same HPR number stood earlier in the file; that line was used.";
    return { broken: { line, code: "numberTwiceInFile", message, hprNumber } };
  }

  has(hprNumber: number): boolean {
    return this.#taken.has(hprNumber) || this.#broken.has(hprNumber);
  }
}

async function commitBatch(
  connection: Kysely<unknown>,
  clock: Clock,
  load: RunningLoad,
  { people, broken, lines, lastLine, bytesRead }: Batch,
): Promise<void> {
  const of = { loadId: load.id, at: clock.now() };
  await connection.transaction().execute(async (tx) => {
    const stored = await readStored(
      tx,
      people.map((person) => person.hprNumber),
    );
    const { added, changed, unchanged } = planBatch(people, stored);
    await writePeople(tx, [...added, ...changed], of);
    const counts = { lastLine, lines, added: added.length, changed: changed.length, unchanged, removed: 0 };
    await insertBatch(tx, { ...counts, broken: broken.length }, broken, of);
  });
  load.onProgress(bytesRead);
}

async function removeGone(
  connection: Kysely<unknown>,
  clock: Clock,
  load: RunningLoad,
  { seen, lastLine }: { seen: SeenPeople; lastLine: number },
): Promise<LoadEnd> {
  const gone: number[] = [];
  let people = 0;
  for await (const page of presentPages(connection)) {
    people += page.length;
    gone.push(...page.filter((number) => !seen.has(number)));
  }
  const verdict = judgeRemoval({
    gone: gone.length,
    people,
    linesWithoutNumber: seen.linesWithoutNumber,
    force: load.force,
  });
  if (!verdict.remove)
    return {
      state: verdict.failure === "tooManyWouldVanish" ? "failed" : "done",
      failure: verdict.failure,
      heldBack: gone.length,
    };
  if (gone.length > 0) await commitRemoval(connection, clock, load, gone, lastLine);
  return { state: "done", failure: null, heldBack: 0 };
}

async function* presentPages(connection: Kysely<unknown>): AsyncGenerator<number[]> {
  let after = 0;
  for (;;) {
    const page = await presentNumbers(connection, after, NUMBERS_PER_PAGE);
    if (page.length > 0) yield page;
    if (page.length < NUMBERS_PER_PAGE) return;
    after = page.at(-1) ?? after;
  }
}

async function commitRemoval(
  connection: Kysely<unknown>,
  clock: Clock,
  load: RunningLoad,
  gone: readonly number[],
  lastLine: number,
): Promise<void> {
  const of = { loadId: load.id, at: clock.now() };
  const none = { lines: 0, added: 0, changed: 0, unchanged: 0, broken: 0 };
  await connection.transaction().execute(async (tx) => {
    for (let from = 0; from < gone.length; from += NUMBERS_PER_PAGE)
      await removePeople(tx, gone.slice(from, from + NUMBERS_PER_PAGE), of);
    await insertBatch(tx, { ...none, lastLine, removed: gone.length }, [], of);
  });
}
