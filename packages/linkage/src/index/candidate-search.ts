import type { LinkageModel } from "../model/model.ts";
import { fieldOf } from "../scoring/compare-names.ts";
import type { NamePart, PreparedPerson } from "../scoring/prepare.ts";
import { nameWeight } from "../scoring/weights.ts";
import {
  askedDateParts,
  askedDates,
  BLOCKING_KEYS,
  type BlockingKey,
  birthDateKey,
  nameAndDateKey,
  numberKey,
  rareNameKey,
  registerKeys,
  twoNamesKey,
} from "./blocking-keys.ts";
import { type PackedPostings, Postings } from "./columns/postings.ts";
import { RowSet } from "./columns/row-set.ts";
import { RowSpans } from "./columns/row-spans.ts";
import {
  type AskedName,
  type FoundRow,
  Gathering,
  leastWeightOfRare,
  MOST_BEARERS_OF_RARE,
} from "./gathering.ts";
import type { LiveRegisterView } from "./live-register-view.ts";
import { NearWeights } from "./near-weights.ts";
import type { RegisterTable } from "./register-table.ts";

/** More people than this with the same two names cannot be told apart without their birth date. */
export const MOST_EXPECTED_NAMESAKES = 300;

/** Finds the rows that may be about the same person as a query: those that share any blocking key with it. */
export class CandidateSearch {
  readonly #table: RegisterTable;
  readonly #view: LiveRegisterView;
  readonly #postings: Record<BlockingKey, Postings>;
  readonly #seen = new RowSet();
  readonly #spans = new RowSpans();
  readonly #near = new NearWeights();

  constructor(table: RegisterTable, view: LiveRegisterView, saved?: SavedPostings) {
    this.#table = table;
    this.#view = view;
    const keys = registerKeys(table);
    this.#postings = Object.fromEntries(
      BLOCKING_KEYS.map((key) => [key, new Postings(keys[key], saved?.[key])]),
    ) as Record<BlockingKey, Postings>;
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
    this.#near.begin(asked.names.length, this.#table.lexicon.tokens.length);
    const names = asked.names.map((part, name) => this.#askedName(name, part, model));
    this.#seen.clear();
    this.#collect("number", numbers.map(numberKey));
    this.#collectDates(asked.birthDate, names);
    this.#collect("twoNames", this.#namePairKeys(names, asked.birthDate % 100 > 0));
    this.#collect("rareName", this.#rareNameKeys(names));
    const gathering = new Gathering(this.#table, this.#view, model, asked, numbers, names, this.#near);
    this.#table.readSpans(this.#seen, this.#spans);
    gathering.considerAll(this.#spans, except);
    return gathering.best();
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
  }

  #askedName(name: number, part: NamePart, model: LinkageModel): AskedName {
    const { near } = this.#view.around(part.token);
    const weights = near.levels.map((level) =>
      nameWeight(fieldOf(part.role), part.token, level, model, this.#view),
    );
    near.tokens.forEach((token, i) => this.#near.set(name, token, weights[i] as number));
    return { tokens: near.tokens, weights, unlike: this.#unlike(part, model) };
  }

  /** What it costs that a row has nothing near the name. Initials are near what only a full comparison sees. */
  #unlike({ role, token }: NamePart, model: LinkageModel): number {
    if (role === "middleName" || token.text.length === 1) return 0;
    return nameWeight(fieldOf(role), token, "differs", model, this.#view);
  }

  #collect(kind: BlockingKey, keys: readonly number[]): void {
    if (keys.length > 0) this.#postings[kind].collect(keys, this.#seen);
  }

  #collectDates(birthDate: number, names: readonly AskedName[]): void {
    if (birthDate === 0) return;
    this.#collect("birthDate", askedDates(birthDate).map(birthDateKey));
    const parts = askedDateParts(birthDate);
    const keys: number[] = [];
    for (const token of weighedTokens(names))
      for (const part of parts) keys.push(nameAndDateKey(token, part));
    this.#collect("nameAndDate", keys);
  }

  #namePairKeys(names: readonly AskedName[], hasDate: boolean): number[] {
    const sounds = names.map((name) => this.#soundsNear(name));
    const people = Math.max(1, this.#view.people);
    const keys = new Set<number>();
    for (let i = 0; i < sounds.length; i++) {
      for (let j = i + 1; j < sounds.length; j++) {
        for (const [sound, bearers] of sounds[i] ?? []) {
          for (const [other, otherBearers] of sounds[j] ?? []) {
            if (hasDate && (bearers * otherBearers) / people > MOST_EXPECTED_NAMESAKES) continue;
            keys.add(twoNamesKey(sound, other));
          }
        }
      }
    }
    return [...keys];
  }

  /** The sounds of the names near one, each with how many people carry a name that sounds so. */
  #soundsNear(name: AskedName): Map<number, number> {
    const { lexicon } = this.#table;
    const sounds = new Map<number, number>();
    name.tokens.forEach((token, i) => {
      if ((name.weights[i] as number) <= 0) return;
      const sound = lexicon.soundOfToken[token] as number;
      sounds.set(sound, (sounds.get(sound) ?? 0) + (lexicon.bearers.values[token] as number));
    });
    return sounds;
  }

  #rareNameKeys(names: readonly AskedName[]): number[] {
    const least = leastWeightOfRare(this.#view.people);
    const bearers = this.#table.lexicon.bearers.values;
    const keys: number[] = [];
    for (const { tokens, weights } of names) {
      tokens.forEach((token, i) => {
        const weight = weights[i] as number;
        if (weight > 0 && weight >= least && (bearers[token] as number) <= MOST_BEARERS_OF_RARE)
          keys.push(rareNameKey(token));
      });
    }
    return keys;
  }
}

/** A name that weighs less is too common among those near it to be looked under, even with half a birth date. */
export const LEAST_BITS = 2;

/** The packed postings of an index. */
export type SavedPostings = Record<BlockingKey, PackedPostings>;

function weighedTokens(names: readonly AskedName[]): Set<number> {
  const tokens = new Set<number>();
  for (const name of names) {
    name.tokens.forEach((token, i) => {
      if ((name.weights[i] as number) >= LEAST_BITS) tokens.add(token);
    });
  }
  return tokens;
}
