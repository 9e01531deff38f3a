import { dateLevel } from "../dates/date-level.ts";
import type { DateLevel } from "../link-result.ts";
import type { LinkageModel } from "../model/model.ts";
import type { PreparedPerson } from "../scoring/prepare.ts";
import { dateWeight } from "../scoring/weights.ts";
import { askedDates, BLOCKING_KEYS, type BlockingKey, datesMeet, numberKey } from "./blocking-keys.ts";
import type { RowSpans } from "./columns/row-spans.ts";
import type { LiveRegisterView } from "./live-register-view.ts";
import type { NearWeights } from "./near-weights.ts";
import type { RegisterTable } from "./register-table.ts";

/** A row worth a full comparison, with the keys that met and a first weight in bits that leaves out the finer points. */
export interface FoundRow {
  row: number;
  /** People, this one included, whose name agrees in two parts or more at least as well as this one's. */
  namesakes: number;
  /** By name. */
  keys: readonly BlockingKey[];
  bits: number;
}

const NUMBER = 1;
const BIRTH_DATE = 2;
const NAME_AND_DATE = 4;
const TWO_NAMES = 8;
const RARE_NAME = 16;

/** The keys of every combination of the numbers above, by name. */
const KEYS_THAT_MET: readonly (readonly BlockingKey[])[] = Array.from({ length: 2 * RARE_NAME }, (_, met) =>
  BLOCKING_KEYS.filter((_key, i) => met & (1 << i)).sort(),
);

/** A name with at most this many bearers is rare, whatever the size of the register. */
export const MOST_BEARERS_OF_RARE = 40;

/** What other fields can add at most to a name alone, where neither birth date nor a second name meets. */
const MOST_BITS_FROM_ELSEWHERE = 10;

/** Rows compared in full; ties with the last one are compared too. */
export const MOST_COMPARED = 60;
export const MOST_COMPARED_WITH_TIES = 120;

/** One name part of the query: the register's tokens near it, and what each would weigh. */
export interface AskedName {
  tokens: readonly number[];
  weights: readonly number[];
  /** What it weighs, 0 or less, that a row has other names but none near this one. */
  unlike: number;
}

/** What a name must weigh to be worth a look alone: then it comes near to singling its bearers out. */
export const leastWeightOfRare = (people: number): number =>
  Math.log2(Math.max(1, people)) - MOST_BITS_FROM_ELSEWHERE;

/** Collects the rows of one search: which keys truly meet, and a first weight. */
export class Gathering {
  readonly #table: RegisterTable;
  readonly #leastOfRare: number;
  readonly #asked: PreparedPerson;
  readonly #numbers: ReadonlySet<string>;
  readonly #hashes: ReadonlySet<number>;
  readonly #names: readonly AskedName[];
  readonly #near: NearWeights;
  /** What a row's names weigh at best for each name of the query. */
  readonly #best: Float64Array;
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
    near: NearWeights,
  ) {
    this.#table = table;
    this.#leastOfRare = leastWeightOfRare(view.people);
    this.#asked = asked;
    this.#numbers = new Set(numbers);
    this.#hashes = new Set(numbers.map(numberKey));
    this.#names = names;
    this.#near = near;
    this.#best = new Float64Array(names.length);
    this.#dates = new Set(askedDates(asked.birthDate));
    // A level weighs otherwise where a date is partial, so each sort of date has its own weights.
    const [ofWhole, ofPartial] = [new Map<DateLevel, number>(), new Map<DateLevel, number>()];
    this.#dateBits = (found) => {
      if (found === 0 || asked.birthDate === 0) return 0;
      const level = dateLevel(asked.birthDate, found);
      const bitsOfLevel = found % 100 === 0 ? ofPartial : ofWhole;
      const known = bitsOfLevel.get(level);
      if (known !== undefined) return known;
      const { bits } = dateWeight(asked.birthDate, found, model, view);
      bitsOfLevel.set(level, bits);
      return bits;
    };
  }

  /** Looks at each of the rows but `except`. */
  considerAll(spans: RowSpans, except?: number): void {
    for (let i = 0; i < spans.size; i++)
      if ((spans.birthDates[i] as number) >= 0 && spans.rows[i] !== except) this.#consider(spans, i);
  }

  #consider(spans: RowSpans, at: number): void {
    const [row, birthDate] = [spans.rows[at] as number, spans.birthDates[at] as number];
    const [start, end] = [spans.starts[at] as number, spans.ends[at] as number];
    const tokens = this.#table.partTokens.values;
    const bearers = this.#table.lexicon.bearers.values;
    const best = this.#best.fill(0);
    let rare = 0;
    for (let part = start; part < end; part++) {
      const token = part === start ? (spans.firstTokens[at] as number) : (tokens[part] as number);
      const most = this.#near.raise(best, token);
      if (most > 0 && most >= this.#leastOfRare && (bearers[token] as number) <= MOST_BEARERS_OF_RARE)
        rare = RARE_NAME;
    }
    let matched = 0;
    let bits = 0;
    let unlike = 0;
    for (let name = 0; name < best.length; name++) {
      const weight = best[name] as number;
      if (weight > 0) matched++;
      else unlike += (this.#names[name] as AskedName).unlike;
      bits += weight;
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
    const least = Float64Array.from(bits).sort().at(-MOST_COMPARED) ?? Number.NEGATIVE_INFINITY;
    const chosen: number[] = [];
    for (let at = 0; at < bits.length; at++) if ((bits[at] as number) >= least) chosen.push(at);
    const rowAt = (at: number): number => this.#rows[at] as number;
    chosen.sort(
      (a, b) => (bits[b] as number) - (bits[a] as number) || this.#table.compareIds(rowAt(a), rowAt(b)),
    );
    const nameBits = Float64Array.from(this.#nameBits).sort();
    return chosen.slice(0, MOST_COMPARED_WITH_TIES).map((at) => this.#foundRow(at, nameBits));
  }

  /** @param nameBits of all rows, ascending */
  #foundRow(at: number, nameBits: Float64Array): FoundRow {
    const met = this.#met[at] as number;
    const own = this.#nameBits[at] as number;
    return {
      namesakes: own > 0 ? nameBits.length - firstAtLeast(nameBits, own) : 0,
      row: this.#rows[at] as number,
      keys: KEYS_THAT_MET[met] as readonly BlockingKey[],
      bits: this.#bits[at] as number,
    };
  }
}

/** The place of the first number in an ascending list that is not below the given one. */
function firstAtLeast(ascending: Float64Array, least: number): number {
  let [low, high] = [0, ascending.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((ascending[middle] as number) < least) low = middle + 1;
    else high = middle;
  }
  return low;
}
