import { Lexicon } from "../index/lexicon.ts";
import { CountedSurroundings } from "../index/name-surroundings.ts";
import { RegisterCounts } from "../index/register-counts.ts";
import type { DateLevel, NameLevel } from "../link-result.ts";
import { type Token, tokenLevel, tokenOf } from "../names/token-level.ts";
import type { PreparedPerson, Profile } from "../scoring/prepare.ts";
import type { RegisterView } from "../scoring/register-view.ts";

/** A name of the register near another one. */
export interface NearName {
  token: number;
  level: NameLevel;
  bearers: number;
}

/** Surroundings remembered; one takes some kilobytes. */
const MOST_REMEMBERED = 5_000;

/**
 * Every name part of a register and its queries, known by number, and how many people carry each: all that the
 * weights of a sweep rest on. Holds names and counts, never people, so a register of any size streams past it.
 */
export class SweepVocabulary implements RegisterView {
  readonly #lexicon = new Lexicon();
  readonly #profiles: Profile[] = [];
  readonly #profileIds = new Map<string, number>();
  readonly #counts = new RegisterCounts(this.#profiles);
  readonly #tokens: Token[] = [];
  readonly #tokenIds = new Map<string, number>();
  readonly #classes = new Map<string, number>();
  readonly #sounds = new Map<string, number>();
  readonly #around = new Map<string, CountedSurroundings>();

  get people(): number {
    return this.#counts.people;
  }

  /** Counts a person of the register in. Everybody must be counted before the first weight is asked for. */
  count(person: PreparedPerson): void {
    for (const text of new Set(person.names.map(({ token }) => token.text))) {
      // A new token may move the column, so it is taken in first.
      const token = this.#lexiconToken(text);
      this.#lexicon.bearers.values[token]! += 1;
    }
    this.#counts.count(person.birthDate, this.#profileId(person), 1);
  }

  /** The number of a folded name part. */
  idOf(text: string): number {
    const known = this.#tokenIds.get(text);
    if (known !== undefined) return known;
    const id = this.#tokens.push(tokenOf(text)) - 1;
    this.#tokenIds.set(text, id);
    return id;
  }

  tokenOf(id: number): Token {
    return this.#tokens[id] as Token;
  }

  /** The same for names that are the same word, at most spelled after another habit. */
  wordClassOf(id: number): number {
    const { text, habit } = this.tokenOf(id);
    return numberOf(this.#classes, text.length > 1 ? habit : `${text} alone`);
  }

  soundOf(id: number): number {
    return numberOf(this.#sounds, this.tokenOf(id).sound);
  }

  /** The names of the register near a name, with the level at which they agree. */
  near(id: number): NearName[] {
    const { tokens, levels } = this.around(this.tokenOf(id)).near;
    return tokens.map((token, i) => ({
      token: this.idOf(this.#lexicon.tokens[token] as string),
      level: levels[i] as NameLevel,
      bearers: this.#lexicon.bearers.values[token] as number,
    }));
  }

  levelBetween(a: number, b: number): NameLevel {
    return tokenLevel(this.tokenOf(a), this.tokenOf(b));
  }

  around(name: Token): CountedSurroundings {
    const known = this.#around.get(name.text);
    if (known) return known;
    if (this.#around.size >= MOST_REMEMBERED) this.#around.clear();
    const around = new CountedSurroundings(name, this.#lexicon, this.people);
    this.#around.set(name.text, around);
    return around;
  }

  dateShare(packed: number, level: DateLevel): number {
    return this.#counts.dateShare(packed, level);
  }

  valueShare(field: "sex" | "nationality" | "profession", value: string): number {
    return this.#counts.valueShare(field, value);
  }

  #lexiconToken(text: string): number {
    const [form] = this.#lexicon.formsOf(text);
    if (form === undefined) throw new Error(`the name part ${text} is none to the lexicon`);
    return this.#lexicon.tokenOfWritten.values[form] as number;
  }

  #profileId({ sex, nationality, professions }: Profile): number {
    const key = `${sex}/${nationality}/${professions.join()}`;
    const known = this.#profileIds.get(key);
    if (known !== undefined) return known;
    const id = this.#profiles.push({ sex, nationality, professions }) - 1;
    this.#profileIds.set(key, id);
    return id;
  }
}

function numberOf(numbers: Map<string, number>, key: string): number {
  const known = numbers.get(key);
  if (known !== undefined) return known;
  numbers.set(key, numbers.size);
  return numbers.size - 1;
}
