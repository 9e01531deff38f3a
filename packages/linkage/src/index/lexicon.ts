import { nameTokens } from "../names/name-tokens.ts";
import { namesStandingFor } from "../names/nicknames.ts";
import { type Token, type TokenLevel, tokenLevel, tokenOf } from "../names/token-level.ts";
import { GrowableColumn, sharedCopy } from "./columns/growable-column.ts";
import { hashNumbers, hashText } from "./columns/hash.ts";
import { type PackedPostings, Postings } from "./columns/postings.ts";
import { RowSet } from "./columns/row-set.ts";

/** The names near one name: every token of the register that agrees with it, and at which level. */
export interface NearNames {
  tokens: number[];
  levels: TokenLevel[];
}

/** Kinds of keys under which a token is found by its like. */
const SPELLED = 1;
const HABIT = 2;
const SOUND = 3;
const PRINT = 4;

const LEAST_FOR_DROPPED_LETTER = 3;
const KEYS_PER_TOKEN = 12;

/** Whole names remembered while people are added; most names come again and again. */
const MOST_REMEMBERED = 50_000;

/**
 * Every name part of the register once: as written, folded to a token, how many people carry the token, and which
 * other tokens are near it. Tokens and written forms are known by small whole numbers.
 */
export class Lexicon {
  readonly tokens: string[] = [];
  readonly written: string[] = [];
  /** The token of each written form. */
  readonly tokenOfWritten: GrowableColumn;
  /** People who carry each token. */
  readonly bearers: GrowableColumn;
  readonly #tokenIds = new Map<string, number>();
  readonly #writtenIds = new Map<string, number>();
  readonly #formsOfName = new Map<string, readonly number[]>();
  readonly #soundIds = new Map<string, number>();
  readonly soundOfToken: number[] = [];
  readonly #keyed: (Token | undefined)[] = [];
  readonly #near: Postings;
  readonly #seen = new RowSet();

  constructor(saved?: SavedLexicon) {
    this.tokenOfWritten = new GrowableColumn(saved?.tokenOfWritten);
    this.bearers = new GrowableColumn(saved && sharedCopy(saved.bearers));
    this.#near = new Postings(
      {
        keysOf: (token, emit) => this.#nearKeys(this.keyed(token), emit),
        differentKeys: (tokens) => tokens * KEYS_PER_TOKEN,
      },
      saved?.near,
    );
    saved?.tokens.forEach((text) => this.#registerToken(text));
    saved?.written.forEach((form, id) => this.#writtenIds.set(form, id));
    if (saved) this.written.push(...saved.written);
  }

  /** The written forms of a name's parts, in order; new ones are taken in. */
  formsOf(name: string): readonly number[] {
    const known = this.#formsOfName.get(name);
    if (known) return known;
    const forms = nameTokens(name).map(({ written, text }) => this.#internWritten(written, text));
    if (this.#formsOfName.size >= MOST_REMEMBERED) this.#formsOfName.clear();
    this.#formsOfName.set(name, forms);
    return forms;
  }

  /** The token with the keys a comparison needs, computed once. */
  keyed(token: number): Token {
    const known = this.#keyed[token];
    if (known) return known;
    const keyed = tokenOf(this.tokens[token] as string);
    this.#keyed[token] = keyed;
    return keyed;
  }

  /** The tokens of the register near a token, itself first if it is there, in the order they were taken in. */
  near(asked: Token): NearNames {
    this.#near.cover(this.tokens.length);
    const found = new Map<number, TokenLevel>();
    const consider = (token: number): void => {
      if (found.has(token)) return;
      const level = tokenLevel(asked, this.keyed(token));
      if (level !== "differs") found.set(token, level);
    };
    const self = this.#tokenIds.get(asked.text);
    if (self !== undefined) consider(self);
    const keys: number[] = [];
    this.#nearKeys(asked, (key) => keys.push(key));
    this.#seen.clear();
    this.#near.collect(keys, this.#seen);
    for (let i = 0; i < this.#seen.size; i++) consider(this.#seen.rows[i] as number);
    for (const name of namesStandingFor(asked.text)) {
      const token = this.#tokenIds.get(name);
      if (token !== undefined) consider(token);
    }
    const sorted = [...found]
      .filter(([token]) => (this.bearers.values[token] as number) > 0)
      .sort(([a], [b]) => a - b);
    return { tokens: sorted.map(([token]) => token), levels: sorted.map(([, level]) => level) };
  }

  /** Packs what is searched, and gives everything that must be saved or shared. */
  save(): SavedLexicon {
    return {
      tokens: this.tokens,
      written: this.written,
      tokenOfWritten: this.tokenOfWritten.used(),
      bearers: this.bearers.used(),
      near: this.#near.pack(this.tokens.length),
    };
  }

  #internWritten(written: string, text: string): number {
    const known = this.#writtenIds.get(written);
    if (known !== undefined) return known;
    const id = this.written.push(written) - 1;
    this.#writtenIds.set(written, id);
    this.tokenOfWritten.push(this.#internToken(text));
    return id;
  }

  #internToken(text: string): number {
    const known = this.#tokenIds.get(text);
    if (known !== undefined) return known;
    this.bearers.push(0);
    return this.#registerToken(text);
  }

  #registerToken(text: string): number {
    const id = this.tokens.push(text) - 1;
    this.#tokenIds.set(text, id);
    const { sound } = this.keyed(id);
    const soundId = this.#soundIds.get(sound) ?? this.#soundIds.size;
    this.#soundIds.set(sound, soundId);
    this.soundOfToken.push(soundId);
    return id;
  }

  #nearKeys(token: Token, emit: (key: number) => void): void {
    const { text } = token;
    emit(hashNumbers(SPELLED, hashText(text)));
    if (text.length >= LEAST_FOR_DROPPED_LETTER) {
      for (let i = 0; i < text.length; i++) {
        const repeatsLetterBefore = i > 0 && text.charCodeAt(i) === text.charCodeAt(i - 1);
        if (!repeatsLetterBefore) emit(hashNumbers(SPELLED, hashText(text, i)));
      }
    }
    emit(hashNumbers(HABIT, hashText(token.habit)));
    emit(hashNumbers(PRINT, hashText(token.print)));
    if (token.sound.length >= 3) emit(hashNumbers(SOUND, hashText(token.sound)));
  }
}

/** A lexicon as it is written to a file or handed to a worker. */
export interface SavedLexicon {
  tokens: string[];
  written: string[];
  tokenOfWritten: Int32Array<SharedArrayBuffer>;
  bearers: Int32Array<SharedArrayBuffer>;
  near: PackedPostings;
}
