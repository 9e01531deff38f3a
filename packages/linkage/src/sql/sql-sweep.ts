import type { LinkResult } from "../link-result.ts";
import type { LinkageModel } from "../model/model.ts";
import { SHIPPED_MODEL } from "../model/shipped-model.ts";
import type { PersonRecord } from "../person-record.ts";
import type { NameRole, PreparedPerson } from "../scoring/prepare.ts";
import { nameWeight } from "../scoring/weights.ts";
import { AskedWeights } from "./asked-weights.ts";
import { comparison } from "./comparison.sql.ts";
import { type ColumnValue, copyLine } from "./copy-text.ts";
import { DATE_FUNCTIONS } from "./date-levels.sql.ts";
import {
  chooseFirst,
  chooseFurther,
  chooseTwins,
  compareChosen,
  decideQuery,
  keepScored,
  keepTwins,
  SELECT_TWINS_ASKED,
  SELECT_UNKNOWN_LEVELS,
} from "./deciding.sql.ts";
import { EVIDENCE_TYPES } from "./evidence.sql.ts";
import { gatheringStatements } from "./gathering.sql.ts";
import { type CandidateRow, sweepAnswers } from "./sweep-answers.ts";
import { NAME_FIELDS, nameLevelCode } from "./sweep-levels.ts";
import { ROLES, recordColumns, type SweepRecord, sweepRecord } from "./sweep-record.ts";
import { CLEAR_BATCH, CREATE_TABLES, INDEX_PEOPLE, SELECT_DISK_USED } from "./sweep-tables.sql.ts";
import { SweepVocabulary } from "./sweep-vocabulary.ts";

/** One connection to PostgreSQL 15 or newer, as whoever runs a sweep gives it. */
export interface SweepConnection {
  /** Runs statements that answer nothing. */
  readonly execute: (sql: string) => Promise<unknown>;
  /** Runs a query; numbers are to come as numbers and jsonb parsed. */
  readonly select: <Row>(sql: string) => Promise<Row[]>;
  /** Copies rows, in the text format of COPY, into a table. */
  readonly copy: (table: string, lines: Iterable<string> | AsyncIterable<string>) => Promise<unknown>;
}

/**
 * A sweep in PostgreSQL: the engine's keys, levels and weights as SQL over temporary tables of one connection, with the
 * same answers as an index in memory. The register lies in the database alone; in memory are its distinct names.
 */
export class SqlSweep {
  readonly #connection: SweepConnection;
  readonly #model: LinkageModel;
  readonly #vocabulary = new SweepVocabulary();
  readonly #weights: AskedWeights;
  readonly #surrounded = new Set<number>();

  constructor(connection: SweepConnection, model: LinkageModel = SHIPPED_MODEL) {
    this.#connection = connection;
    this.#model = model;
    this.#weights = new AskedWeights(model, this.#vocabulary);
  }

  /** People in the register as prepared. */
  get people(): number {
    return this.#vocabulary.people;
  }

  /** Puts the register into the database, ready to be asked about. Once, before the first {@link link}. */
  async prepare(people: Iterable<PersonRecord> | AsyncIterable<PersonRecord>): Promise<void> {
    const { execute, copy } = this.#connection;
    await execute(EVIDENCE_TYPES + DATE_FUNCTIONS + CREATE_TABLES);
    await copy("people", this.#peopleLines(people));
    for (const statement of INDEX_PEOPLE) await execute(statement);
    await execute(comparison(this.#model, this.#omittedBits(), this.people));
  }

  /**
   * Asks about many records at once. Answers come in the order of the queries, each as an index in memory would give
   * it, with at most `top` candidates (10 unless given).
   */
  async link(queries: readonly PersonRecord[], { top = 10 }: { top?: number } = {}): Promise<LinkResult[]> {
    if (queries.length === 0) return [];
    const { execute, select, copy } = this.#connection;
    const records = queries.map(sweepRecord);
    await execute(CLEAR_BATCH);
    await this.#surround(records);
    await copy(
      "asked",
      this.#askedLines(records, (_, position) => position),
    );
    for (const statement of gatheringStatements(this.people)) await execute(statement);
    for (const choose of [chooseFirst(top), chooseFurther(top)]) {
      await execute("truncate to_compare");
      await execute(choose);
      await this.#learnLevels();
      await execute(compareChosen(this.#model));
      await execute("analyze compared (query, row, asked)");
    }
    await this.#compareTwins();
    await execute(keepScored(this.#model, this.people, top));
    await execute("analyze scored (query, row)");
    const rows = await select<CandidateRow>(decideQuery(this.#model, this.people, top));
    return sweepAnswers(queries.length, rows, this.#model, this.people);
  }

  /** Bytes of disk the sweep's tables and their indexes take now. */
  async diskUsed(): Promise<number> {
    const [row] = await this.#connection.select<{ bytes: number }>(SELECT_DISK_USED);
    return Number(row?.bytes ?? 0);
  }

  async *#peopleLines(people: Iterable<PersonRecord> | AsyncIterable<PersonRecord>): AsyncGenerator<string> {
    let row = 0;
    for await (const person of people) {
      const record = sweepRecord(person);
      this.#vocabulary.count(record.prepared);
      yield copyLine([row++, ...recordColumns(record, this.#vocabulary)]);
    }
  }

  *#askedLines<Record extends SweepRecord>(
    records: readonly Record[],
    numberOf: (record: Record, position: number) => number,
  ): Generator<string> {
    for (const [position, record] of records.entries()) {
      const columns: ColumnValue[] = [
        numberOf(record, position),
        ...recordColumns(record, this.#vocabulary),
        ...this.#weights.columns(record),
      ];
      yield copyLine(columns);
    }
  }

  /** Stores what lies around the names of queries that have not been asked about before. */
  async #surround(records: readonly SweepRecord[]): Promise<void> {
    const fresh = new Set<number>();
    for (const { prepared } of records) {
      for (const { token } of prepared.names) {
        const id = this.#vocabulary.idOf(token.text);
        if (!this.#surrounded.has(id)) fresh.add(id);
      }
    }
    await this.#connection.copy("near", this.#nearLines(fresh));
    await this.#connection.execute("analyze near");
    for (const id of fresh) this.#surrounded.add(id);
  }

  *#nearLines(tokens: Iterable<number>): Generator<string> {
    for (const asked of tokens) {
      for (const { token, level, bearers } of this.#vocabulary.near(asked)) {
        yield copyLine([asked, token, nameLevelCode(level), bearers, this.#vocabulary.soundOf(token)]);
      }
    }
  }

  /** Stores the levels of the pairs of name parts about to be compared that are not near each other. */
  async #learnLevels(): Promise<void> {
    const unknown = await this.#connection.select<{ asked: number; found: number }>(SELECT_UNKNOWN_LEVELS);
    const lines = unknown.map(({ asked, found }) =>
      copyLine([asked, found, nameLevelCode(this.#vocabulary.levelBetween(asked, found))]),
    );
    await this.#connection.copy("token_levels", lines);
    await this.#connection.execute("analyze token_levels");
  }

  /** Finds out which of the likely people of a query are one person who was entered twice. */
  async #compareTwins(): Promise<void> {
    const { execute, select, copy } = this.#connection;
    await execute("truncate to_compare");
    await execute(chooseTwins(this.#model, this.people));
    const twins = (await select<TwinRow>(SELECT_TWINS_ASKED)).map((row) => ({
      row: row.row,
      id: row.id,
      numbers: row.numbers,
      prepared: this.#preparedAgain(row),
    }));
    if (twins.length === 0) return;
    await copy(
      "asked",
      this.#askedLines(twins, ({ row }) => -1 - row),
    );
    await this.#learnLevels();
    await execute(compareChosen(this.#model));
    await execute(keepTwins(this.#model, this.people));
  }

  /** A person of the register as asked about: from the columns, since the record is long gone by. */
  #preparedAgain({ birthDate, sex, nationality, professions, numbers, ...names }: TwinRow): PreparedPerson {
    return {
      names: names.tokens.map((id, i) => ({
        token: this.#vocabulary.tokenOf(id),
        written: names.written[i] as string,
        role: ROLES[names.roles[i] as number] as NameRole,
      })),
      birthDate,
      sex,
      nationality,
      professions,
      nationalIds: numbers
        .filter((key) => key.includes(":"))
        .map((key) => ({
          country: key.slice(0, key.indexOf(":")),
          number: key.slice(key.indexOf(":") + 1),
        })),
      registrationNumbers: numbers.filter((key) => !key.includes(":")),
    };
  }

  /** What leaving out a name part weighs in each field; the name itself does not matter. */
  #omittedBits(): number[] {
    const any = this.#vocabulary.tokenOf(this.#vocabulary.idOf("any"));
    return NAME_FIELDS.map((field) => nameWeight(field, any, "omitted", this.#model, this.#vocabulary));
  }
}

interface TwinRow {
  id: string;
  row: number;
  birthDate: number;
  sex: "M" | "F" | null;
  nationality: string | null;
  professions: string[];
  numbers: string[];
  tokens: number[];
  roles: number[];
  written: string[];
}
