import type { EvidenceField, FieldEvidence, LinkResult } from "../link-result.ts";
import type { LinkageModel } from "../model/model.ts";
import { SHIPPED_MODEL } from "../model/shipped-model.ts";
import type { PersonRecord } from "../person-record.ts";
import { decide, type SamePerson, type ScoredPerson, twinPriorBits } from "../scoring/decide.ts";
import { type PreparedPerson, preparePerson } from "../scoring/prepare.ts";
import { scoreFields } from "../scoring/score.ts";
import { ENGINE_VERSION } from "../version.ts";
import type { BlockingKey } from "./blocking-keys.ts";
import { CandidateSearch, type SavedPostings } from "./candidate-search.ts";
import { sharedNumbers } from "./columns/growable-column.ts";
import { IdTable, type SavedIds } from "./columns/id-table.ts";
import type { FoundRow } from "./gathering.ts";
import { LiveRegisterView } from "./live-register-view.ts";
import { RegisterCounts, type SavedCounts } from "./register-counts.ts";
import { numberKeys, RegisterTable, type SavedTable } from "./register-table.ts";

export interface IndexOptions {
  /** The model to weigh with; the shipped one unless given. */
  model?: LinkageModel;
}

/** A register that can be asked whom a record may be about, and that follows the register's changes. */
export interface PersonIndex {
  /** People in the index. */
  readonly size: number;
  /** Adds a person. An id that is already there is a bug of the caller's and throws. */
  add(person: PersonRecord): void;
  /** Replaces the person with the same id, or adds them. */
  change(person: PersonRecord): void;
  /** Removes a person; returns whether they were there. */
  remove(id: string): boolean;
  has(id: string): boolean;
  /**
   * Finds the people a query may be about, best first, at most `top` (10 unless given). The person with the id
   * `except` is passed over: the query's own record, when a register is compared with itself.
   */
  link(query: PersonRecord, options?: { top?: number; except?: string }): LinkResult;
  /** Weighs with this model from now on. */
  useModel(model: LinkageModel): void;
  /** Everything the index holds, in shared memory: to be written to a file or posted to a worker. */
  save(): SavedIndex;
  /** Whether the index this one shares its memory with has been changed since it was saved: then open it anew. */
  isOutdated(): boolean;
}

/** An index as it is written to a file or handed to a worker; `openIndex` makes an index of it again. */
export interface SavedIndex {
  engineVersion: string;
  table: SavedTable;
  postings: SavedPostings;
  counts: SavedCounts;
  ids: SavedIds;
  /** Changes so far, counted on by whoever saved the index, and how many there were when it was saved. */
  changes: Int32Array<SharedArrayBuffer>;
  savedAt: number;
}

/** Makes an empty index. */
export function createIndex(options: IndexOptions = {}): PersonIndex {
  return new ColumnIndex(options.model ?? SHIPPED_MODEL);
}

/**
 * Opens a saved index. Its memory is shared, not copied, with whoever saved it, who may go on changing: people removed
 * there are no longer found here, people added there are found once the index is saved and opened anew. Only one of
 * those who share the memory may change it.
 */
export function openIndex(saved: SavedIndex, options: IndexOptions = {}): PersonIndex {
  return new ColumnIndex(options.model ?? SHIPPED_MODEL, saved);
}

const NUMBER_FIELDS: readonly EvidenceField[] = ["nationalId", "registrationNumber"];

const isEqual = (field: EvidenceField, evidence: readonly FieldEvidence[]): boolean =>
  evidence.some((row) => row.field === field && row.level === "equal");

/** So many are always compared in full, so that the first ten are. */
export const LEAST_COMPARED = 12;

/** Further below the best than this, a row cannot matter: what its first weight leaves out weighs less. */
export const HOPELESS_BITS = 8;

/** Removed rows keep their memory until they are more than this, and more than this share of all. */
const LEAST_REMOVED = 1_000;
const MOST_REMOVED_SHARE = 0.25;

/** Two entries are taken for one person when this many bits speak for it. */
export const SAME_PERSON_BITS = 2;

/** A row with the evidence of its fields; the id is read for the few that need it. */
class ScoredRow implements ScoredPerson {
  readonly #table: RegisterTable;
  readonly #row: number;
  #id: string | undefined;
  readonly keys: string[];
  readonly evidence: FieldEvidence[];

  constructor(table: RegisterTable, row: number, keys: string[], evidence: FieldEvidence[]) {
    this.#table = table;
    this.#row = row;
    this.keys = keys;
    this.evidence = evidence;
  }

  get id(): string {
    this.#id ??= this.#table.idOf(this.#row);
    return this.#id;
  }
}

class ColumnIndex implements PersonIndex {
  #model: LinkageModel;
  readonly #table: RegisterTable;
  readonly #counts: RegisterCounts;
  readonly #view: LiveRegisterView;
  #search: CandidateSearch;
  #ids: IdTable;
  #removed: number;
  readonly #changes: Int32Array<SharedArrayBuffer>;
  /** Changes that this index knows of: its own, and those before it was saved. */
  #known: number;

  constructor(model: LinkageModel, saved?: SavedIndex) {
    this.#model = model;
    this.#table = new RegisterTable(saved?.table);
    this.#counts = new RegisterCounts(this.#table.profiles, saved?.counts);
    this.#view = new LiveRegisterView(this.#table, this.#counts);
    this.#search = new CandidateSearch(this.#table, this.#view, saved?.postings);
    this.#ids = new IdTable(this.#table, saved?.ids);
    this.#changes = saved?.changes ?? sharedNumbers(1);
    this.#known = saved?.savedAt ?? 0;
    this.#removed = this.#table.rows - this.size;
  }

  get size(): number {
    return this.#counts.people;
  }

  has(id: string): boolean {
    return this.#ids.find(id.toWellFormed()) !== undefined;
  }

  add(person: PersonRecord): void {
    if (this.has(person.id)) throw new Error(`the index already holds a person with id ${person.id}`);
    const row = this.#table.append(person);
    this.#ids.add(row);
    this.#count(row, 1);
  }

  change(person: PersonRecord): void {
    this.remove(person.id);
    this.add(person);
  }

  remove(written: string): boolean {
    const id = written.toWellFormed();
    const row = this.#ids.find(id);
    if (row === undefined) return false;
    this.#count(row, -1);
    this.#ids.remove(id);
    this.#table.remove(row);
    this.#removed++;
    if (this.#removed > Math.max(LEAST_REMOVED, this.#table.rows * MOST_REMOVED_SHARE)) this.#compact();
    return true;
  }

  useModel(model: LinkageModel): void {
    this.#model = model;
  }

  link(query: PersonRecord, { top = 10, except }: { top?: number; except?: string } = {}): LinkResult {
    const asked = preparePerson(query);
    const exceptRow = except === undefined ? undefined : this.#ids.find(except.toWellFormed());
    const found = this.#search.search(asked, numberKeys(query), this.#model, exceptRow);
    const scored = this.#compare(asked, found, Math.max(top, LEAST_COMPARED));
    const samePerson: SamePerson = (i, j) => this.#areOne(found[i]?.row, found[j]?.row);
    const candidates = decide(scored, this.#model, this.size, samePerson, top);
    const outcome = candidates[0]?.outcome ?? "noMatch";
    return { outcome, candidates, engineVersion: ENGINE_VERSION, modelVersion: this.#model.version };
  }

  /**
   * Compares the found rows in full, most promising first, until what is left can neither come among the first
   * nor take anything from them.
   */
  #compare(asked: PreparedPerson, found: readonly FoundRow[], least: number): ScoredPerson[] {
    const scored: ScoredPerson[] = [];
    const asksNumbers = asked.nationalIds.length + asked.registrationNumbers.length > 0;
    let best = Number.NEGATIVE_INFINITY;
    for (const { row, keys, bits, namesakes } of found) {
      if (scored.length >= least && bits < best - HOPELESS_BITS) break;
      const evidence = scoreFields(
        asked,
        this.#table.person(row, asksNumbers),
        namesakes,
        this.#model,
        this.#view,
      );
      best = Math.max(
        best,
        evidence.reduce((sum, { bits: weight }) => sum + weight, 0),
      );
      scored.push(new ScoredRow(this.#table, row, this.#namedKeys(keys, evidence), evidence));
    }
    return scored;
  }

  /** Whether two rows are, more likely than not, one person who was entered twice. */
  #areOne(row: number | undefined, other: number | undefined): boolean {
    if (row === undefined || other === undefined) return false;
    const [first, second] = [row, other].sort((a, b) => a - b) as [number, number];
    const evidence = scoreFields(
      this.#table.person(first, true),
      this.#table.person(second, true),
      0,
      this.#model,
      this.#view,
    );
    const bits = evidence.reduce(
      (sum, { bits: weight }) => sum + weight,
      twinPriorBits(this.#model, this.size),
    );
    return bits > SAME_PERSON_BITS;
  }

  #namedKeys(keys: readonly BlockingKey[], evidence: readonly FieldEvidence[]): string[] {
    if (!keys.includes("number")) return [...keys];
    return keys
      .flatMap((key) =>
        key === "number" ? NUMBER_FIELDS.filter((field) => isEqual(field, evidence)) : [key],
      )
      .sort();
  }

  isOutdated(): boolean {
    return Atomics.load(this.#changes, 0) !== this.#known;
  }

  save(): SavedIndex {
    return {
      engineVersion: ENGINE_VERSION,
      postings: this.#search.save(),
      table: this.#table.save(),
      counts: this.#counts.save(),
      ids: this.#ids.save(),
      changes: this.#changes,
      savedAt: this.#known,
    };
  }

  #count(row: number, by: 1 | -1): void {
    this.#table.countBearers(row, by);
    this.#counts.count(this.#table.birthDateOf(row), this.#table.profileOf(row), by);
    this.#view.forget();
    this.#known = Atomics.add(this.#changes, 0, 1) + 1;
  }

  /** Gives back the memory of removed rows. */
  #compact(): void {
    this.#table.compact();
    this.#search = new CandidateSearch(this.#table, this.#view);
    this.#ids = new IdTable(this.#table);
    for (let row = 0; row < this.#table.rows; row++) this.#ids.add(row);
    this.#removed = 0;
  }
}
