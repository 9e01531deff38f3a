import { dateLevel } from "../dates/date-level.ts";
import type { DateLevel } from "../link-result.ts";
import type { LinkageModel } from "../model/model.ts";
import type { NamePart, PreparedPerson } from "../scoring/prepare.ts";
import { dateWeight } from "../scoring/weights.ts";
import { askedDates, BLOCKING_KEYS, type BlockingKey, datesMeet, numberKey } from "./blocking-keys.ts";
import type { LiveRegisterView } from "./live-register-view.ts";
import type { CountedSurroundings } from "./name-surroundings.ts";
import type { RegisterTable } from "./register-table.ts";

/** A row worth a full comparison, with the keys that met and a first weight in bits that leaves out the finer points. */
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

/** What other fields can add at most to a name alone, where neither birth date nor a second name meets. */
const MOST_BITS_FROM_ELSEWHERE = 10;

/** Rows compared in full; ties with the last one are compared too. */
const MOST_COMPARED = 60;
const MOST_COMPARED_WITH_TIES = 120;

/** One name part of the query: the register's tokens near it, and what each would weigh. */
export interface AskedName {
  part: NamePart;
  around: CountedSurroundings;
  weights: Float32Array;
  /** What it weighs, 0 or less, that a row has other names but none near this one. */
  unlike: number;
}

/** Whether one name alone is worth a look: few people carry it, and it comes near to singling them out. */
export function isRare(table: RegisterTable, people: number, token: number, weight: number): boolean {
  const singlesOut = weight >= Math.log2(Math.max(1, people)) - MOST_BITS_FROM_ELSEWHERE;
  return singlesOut && (table.lexicon.bearers.values[token] as number) <= MOST_BEARERS_OF_RARE;
}

/** Collects the rows of one search: which keys truly meet, and a first weight. */
export class Gathering {
  readonly #table: RegisterTable;
  readonly #people: number;
  readonly #asked: PreparedPerson;
  readonly #numbers: ReadonlySet<string>;
  readonly #hashes: ReadonlySet<number>;
  readonly #names: readonly AskedName[];
  readonly #dates: ReadonlySet<number>;
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
    this.#people = view.people;
    this.#asked = asked;
    this.#numbers = new Set(numbers);
    this.#hashes = new Set(numbers.map(numberKey));
    this.#names = names;
    this.#dates = new Set(askedDates(asked.birthDate));
    const bitsOfLevel = new Map<DateLevel, number>();
    this.#dateBits = (found) => {
      if (found === 0 || asked.birthDate === 0) return 0;
      const level = dateLevel(asked.birthDate, found);
      const known = bitsOfLevel.get(level);
      if (known !== undefined) return known;
      const { bits } = dateWeight(asked.birthDate, found, model, view);
      bitsOfLevel.set(level, bits);
      return bits;
    };
  }

  consider(row: number): void {
    const table = this.#table;
    const birthDate = table.birthDateOf(row);
    if (birthDate < 0) return;
    const start = table.partsStart(row);
    const end = table.partsEnd(row);
    const tokens = table.partTokens.values;
    let matched = 0;
    let rare = 0;
    let bits = 0;
    let unlike = 0;
    for (const { weights, unlike: costs } of this.#names) {
      let best = 0;
      for (let part = start; part < end; part++) {
        const token = tokens[part] as number;
        const weight = weights[token] as number;
        if (weight <= 0) continue;
        if (rare === 0 && isRare(table, this.#people, token, weight)) rare = RARE_NAME;
        if (weight > best) best = weight;
      }
      if (best > 0) matched++;
      else unlike += costs;
      bits += best;
    }
    if (end - start <= matched) unlike = 0;
    const met =
      rare | (matched > 1 ? TWO_NAMES : 0) | this.#dateKeys(birthDate, matched > 0) | this.#numberKeys(row);
    if (met === 0) return;
    this.#rows.push(row);
    this.#met.push(met);
    this.#nameBits.push(matched > 1 ? bits : 0);
    this.#bits.push(bits + unlike + this.#dateBits(birthDate) + (met & NUMBER ? 100 : 0));
  }

  #dateKeys(found: number, named: boolean): number {
    const asked = this.#asked.birthDate;
    const whole = this.#dates.has(found) ? BIRTH_DATE : 0;
    return whole | (named && datesMeet(asked, found) ? NAME_AND_DATE : 0);
  }

  #numberKeys(row: number): number {
    if (this.#numbers.size === 0) return 0;
    const end = this.#table.numbersEnd(row);
    for (let at = this.#table.numbersStart(row); at < end; at++) {
      if (!this.#hashes.has(this.#table.numberHashes.values[at] as number)) continue;
      if (this.#table.numbersOf(row).some((number) => this.#numbers.has(number))) return NUMBER;
    }
    return 0;
  }

  /** The heaviest rows, equals in the order of their ids so that the order of arrival does not matter. */
  best(): FoundRow[] {
    const bits = this.#bits;
    const order = [...bits.keys()].sort((a, b) => (bits[b] as number) - (bits[a] as number));
    const last = order[MOST_COMPARED - 1];
    const least = last === undefined ? Number.NEGATIVE_INFINITY : (bits[last] as number);
    const chosen = order.filter((at) => (bits[at] as number) >= least);
    const rowAt = (at: number): number => this.#rows[at] as number;
    chosen.sort(
      (a, b) => (bits[b] as number) - (bits[a] as number) || this.#table.compareIds(rowAt(a), rowAt(b)),
    );
    return chosen.slice(0, MOST_COMPARED_WITH_TIES).map((at) => this.#foundRow(at));
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
