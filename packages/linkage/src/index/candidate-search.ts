import type { LinkageModel } from "../model/model.ts";
import { fieldOf } from "../scoring/compare-names.ts";
import type { NamePart, PreparedPerson } from "../scoring/prepare.ts";
import { dateWeight, nameWeight } from "../scoring/weights.ts";
import {
  askedDateParts,
  BLOCKING_KEYS,
  type BlockingKey,
  birthDateKey,
  datesMeet,
  nameAndDateKey,
  numberKey,
  rareNameKey,
  registerKeys,
  swapDayMonth,
  twoNamesKey,
} from "./blocking-keys.ts";
import type { CountedSurroundings } from "./name-surroundings.ts";
import { type PackedPostings, Postings } from "./postings.ts";
import type { RegisterTable } from "./register-table.ts";
import type { LiveRegisterView } from "./live-register-view.ts";

/** A row worth a full comparison, with the keys that met and a first, generous weight in bits. */
export interface FoundRow {
  row: number;
  /** People, this one included, whose name agrees in two parts or more at least as well as this one's. */
  namesakes: number;
  keys: BlockingKey[];
  bits: number;
}

const NUMBER = 1;
const BIRTH_DATE = 2;
const NAME_AND_DATE = 4;
const TWO_NAMES = 8;
const RARE_NAME = 16;

/** A name with at most this many bearers is rare, whatever the size of the register. */
const MOST_BEARERS_OF_RARE = 40;

/** More people than this with the same two names cannot be told apart without their birth date. */
const MOST_EXPECTED_NAMESAKES = 300;

/** Rows compared in full; ties with the last one are compared too. */
const MOST_COMPARED = 48;
const MOST_COMPARED_WITH_TIES = 192;

/** One name part of the query: the register's tokens near it, and what each would weigh. */
interface AskedName {
  part: NamePart;
  around: CountedSurroundings;
  weights: Float32Array;
}

/** Finds the rows that may be about the same person as a query: those that share any blocking key with it. */
export class CandidateSearch {
  readonly #table: RegisterTable;
  readonly #view: LiveRegisterView;
  readonly #postings: Record<BlockingKey, Postings>;
  /** For each row, the number of the search that last saw it. */
  #seen = new Int32Array(1024);
  #searches = 0;
  readonly #spareWeights: Float32Array[] = [];

  constructor(table: RegisterTable, view: LiveRegisterView, saved?: SavedPostings) {
    this.#table = table;
    this.#view = view;
    const keys = registerKeys(table);
    const postingsOf = (key: BlockingKey): Postings =>
      new Postings(keys[key].keysOf, keys[key].perRow, saved?.[key]);
    this.#postings = Object.fromEntries(BLOCKING_KEYS.map((key) => [key, postingsOf(key)])) as Record<
      BlockingKey,
      Postings
    >;
  }

  /**
   * The most promising rows, heaviest first by a weight that never counts against what has not been compared.
   * @param except a row to pass over
   */
  search(
    asked: PreparedPerson,
    numbers: readonly string[],
    model: LinkageModel,
    except?: number,
  ): FoundRow[] {
    this.#cover();
    const names = asked.names.map((part) => this.#askedName(part, model));
    const found = new Gathering(this.#table, this.#view, model, asked, numbers, names);
    const stamp = ++this.#searches;
    if (except !== undefined) this.#seen[except] = stamp;
    const visit = (row: number): void => {
      if (this.#seen[row] === stamp) return;
      this.#seen[row] = stamp;
      found.consider(row);
    };
    this.#visitNumbers(numbers, visit);
    this.#visitDates(asked, names, visit);
    this.#visitNamePairs(names, asked.birthDate % 100 > 0, visit);
    this.#visitRareNames(names, visit);
    for (const { weights, around } of names) {
      for (const token of around.near.tokens) weights[token] = 0;
      this.#spareWeights.push(weights);
    }
    return found.best();
  }

  /** Packs all postings and gives them to be saved or shared. */
  save(): SavedPostings {
    const rows = this.#table.rows;
    return Object.fromEntries(
      BLOCKING_KEYS.map((key) => [key, this.#postings[key].pack(rows)]),
    ) as SavedPostings;
  }

  #cover(): void {
    const { rows } = this.#table;
    for (const key of BLOCKING_KEYS) this.#postings[key].cover(rows);
    if (this.#seen.length < rows) this.#seen = new Int32Array(Math.ceil(rows * 1.2));
  }

  #askedName(part: NamePart, model: LinkageModel): AskedName {
    const around = this.#view.around(part.token);
    const vocabulary = this.#table.lexicon.tokens.length;
    const spare = this.#spareWeights.pop();
    const weights =
      spare && spare.length >= vocabulary ? spare : new Float32Array(Math.ceil(vocabulary * 1.2) + 16);
    around.near.tokens.forEach((token, i) => {
      const level = around.near.levels[i];
      if (level)
        weights[token] = Math.max(0, nameWeight(fieldOf(part.role), part.token, level, model, this.#view));
    });
    return { part, around, weights };
  }

  #visitNumbers(numbers: readonly string[], visit: (row: number) => void): void {
    for (const number of numbers) this.#postings.number.visit(numberKey(number), visit);
  }

  #visitDates(asked: PreparedPerson, names: readonly AskedName[], visit: (row: number) => void): void {
    if (asked.birthDate === 0) return;
    if (asked.birthDate % 100 > 0) {
      this.#postings.birthDate.visit(birthDateKey(asked.birthDate), visit);
      this.#postings.birthDate.visit(birthDateKey(swapDayMonth(asked.birthDate)), visit);
    }
    const parts = askedDateParts(asked.birthDate);
    for (const token of weighedTokens(names)) {
      for (const part of parts) this.#postings.nameAndDate.visit(nameAndDateKey(token, part), visit);
    }
  }

  #visitNamePairs(names: readonly AskedName[], hasDate: boolean, visit: (row: number) => void): void {
    const sounds = names.map((name) => this.#soundsNear(name));
    const people = Math.max(1, this.#view.people);
    const visited = new Set<number>();
    for (let i = 0; i < sounds.length; i++) {
      for (let j = i + 1; j < sounds.length; j++) {
        for (const [sound, bearers] of sounds[i] ?? []) {
          for (const [other, otherBearers] of sounds[j] ?? []) {
            if (hasDate && (bearers * otherBearers) / people > MOST_EXPECTED_NAMESAKES) continue;
            const key = twoNamesKey(sound, other);
            if (visited.has(key)) continue;
            visited.add(key);
            this.#postings.twoNames.visit(key, visit);
          }
        }
      }
    }
  }

  /** The sounds of the names near one, each with how many people carry a name that sounds so. */
  #soundsNear(name: AskedName): Map<number, number> {
    const { lexicon } = this.#table;
    const sounds = new Map<number, number>();
    for (const token of name.around.near.tokens) {
      if ((name.weights[token] as number) <= 0) continue;
      const sound = lexicon.soundOfToken[token] as number;
      sounds.set(sound, (sounds.get(sound) ?? 0) + (lexicon.bearers.values[token] as number));
    }
    return sounds;
  }

  #visitRareNames(names: readonly AskedName[], visit: (row: number) => void): void {
    for (const token of weighedTokens(names)) {
      if (isRare(this.#table, token)) this.#postings.rareName.visit(rareNameKey(token), visit);
    }
  }
}

/** The packed postings of an index. */
export type SavedPostings = Record<BlockingKey, PackedPostings>;

function weighedTokens(names: readonly AskedName[]): Set<number> {
  const tokens = new Set<number>();
  for (const { around, weights } of names) {
    for (const token of around.near.tokens) if ((weights[token] as number) > 0) tokens.add(token);
  }
  return tokens;
}

const isRare = (table: RegisterTable, token: number): boolean =>
  (table.lexicon.bearers.values[token] as number) <= MOST_BEARERS_OF_RARE;

/** Collects the rows of one search: which keys truly meet, and a first weight. */
class Gathering {
  readonly #table: RegisterTable;
  readonly #asked: PreparedPerson;
  readonly #numbers: ReadonlySet<string>;
  readonly #hashes: ReadonlySet<number>;
  readonly #names: readonly AskedName[];
  readonly #dateBits: (found: number) => number;
  readonly #rows: number[] = [];
  readonly #met: number[] = [];
  readonly #bits: number[] = [];
  readonly #nameBits: number[] = [];

  constructor(
    table: RegisterTable,
    view: LiveRegisterView,
    model: LinkageModel,
    asked: PreparedPerson,
    numbers: readonly string[],
    names: readonly AskedName[],
  ) {
    this.#table = table;
    this.#asked = asked;
    this.#numbers = new Set(numbers);
    this.#hashes = new Set(numbers.map(numberKey));
    this.#names = names;
    this.#dateBits = (found) =>
      found === 0 || asked.birthDate === 0 ? 0 : dateWeight(asked.birthDate, found, model, view).bits;
  }

  consider(row: number): void {
    const table = this.#table;
    const birthDate = table.birthDates.values[row] as number;
    if (birthDate < 0) return;
    const start = table.partStarts.values[row] as number;
    const end = table.partsEnd(row);
    const tokens = table.partTokens.values;
    let matched = 0;
    let rare = 0;
    let bits = 0;
    for (const { weights } of this.#names) {
      let best = 0;
      for (let part = start; part < end; part++) {
        const token = tokens[part] as number;
        const weight = weights[token] as number;
        if (weight <= 0) continue;
        if (isRare(table, token)) rare = RARE_NAME;
        if (weight > best) best = weight;
      }
      if (best > 0) matched++;
      bits += best;
    }
    const met =
      rare | (matched > 1 ? TWO_NAMES : 0) | this.#dateKeys(birthDate, matched > 0) | this.#numberKeys(row);
    if (met === 0) return;
    this.#rows.push(row);
    this.#met.push(met);
    this.#nameBits.push(matched > 1 ? bits : 0);
    this.#bits.push(bits + this.#dateBits(birthDate) + (met & NUMBER ? 100 : 0));
  }

  #dateKeys(found: number, named: boolean): number {
    const asked = this.#asked.birthDate;
    const whole = asked % 100 > 0 && (found === asked || found === swapDayMonth(asked)) ? BIRTH_DATE : 0;
    return whole | (named && datesMeet(asked, found) ? NAME_AND_DATE : 0);
  }

  #numberKeys(row: number): number {
    if (this.#numbers.size === 0) return 0;
    const end = this.#table.numbersEnd(row);
    for (let at = this.#table.numberStarts.values[row] as number; at < end; at++) {
      if (!this.#hashes.has(this.#table.numberHashes.values[at] as number)) continue;
      if (this.#table.numbersOf(row).some((number) => this.#numbers.has(number))) return NUMBER;
    }
    return 0;
  }

  /** The heaviest rows, with ties at the end settled by id so that the order of arrival does not matter. */
  best(): FoundRow[] {
    const order = [...this.#rows.keys()].sort(
      (a, b) => (this.#bits[b] as number) - (this.#bits[a] as number),
    );
    const last = order[MOST_COMPARED - 1];
    if (last === undefined) return order.map((at) => this.#foundRow(at));
    const least = this.#bits[last] as number;
    let chosen = order.filter((at) => (this.#bits[at] as number) >= least);
    if (chosen.length > MOST_COMPARED_WITH_TIES) {
      const ids = new Map(chosen.map((at) => [at, this.#table.idOf(this.#rows[at] as number)]));
      const idOf = (at: number): string => ids.get(at) ?? "";
      chosen.sort(
        (a, b) => (this.#bits[b] as number) - (this.#bits[a] as number) || (idOf(a) < idOf(b) ? -1 : 1),
      );
      chosen = chosen.slice(0, MOST_COMPARED_WITH_TIES);
    }
    return chosen.map((at) => this.#foundRow(at));
  }

  #foundRow(at: number): FoundRow {
    const met = this.#met[at] as number;
    const nameBits = this.#nameBits[at] as number;
    return {
      namesakes: nameBits > 0 ? this.#nameBits.filter((bits) => bits >= nameBits).length : 0,
      row: this.#rows[at] as number,
      keys: BLOCKING_KEYS.filter((_, i) => met & (1 << i)),
      bits: this.#bits[at] as number,
    };
  }
}
