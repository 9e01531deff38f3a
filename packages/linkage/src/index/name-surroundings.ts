import { type Token, type TokenLevel, tokenLevel } from "../names/token-level.ts";
import type { NameSurroundings } from "../scoring/register-view.ts";
import type { Lexicon, NearNames } from "./lexicon.ts";

/** Share of people expected at a level around any name, before the register is looked at. */
const EXPECTED: Record<TokenLevel | "joined", number> = {
  equal: 0.0002,
  spelling: 0.0001,
  oneLetter: 0.0005,
  nickname: 0.0005,
  sound: 0.0005,
  shortened: 0.0004,
  joined: 0.0001,
  twoLetters: 0.002,
  initial: 0.08,
  differs: 1,
};

/** As if this many more people with the expected shares were in the register. */
const SMOOTHING = 100;

/** Names of which the level is remembered; beyond that it is found anew each time. */
const MOST_REMEMBERED = 500;

/** What a register holds around one name: who is near, and how many people carry a name at each level. */
export class CountedSurroundings implements NameSurroundings {
  readonly near: NearNames;
  readonly #name: Token;
  readonly #levels = new Map<Token, TokenLevel>();
  readonly #bearers: Partial<Record<TokenLevel | "joined", number>> = {};
  readonly #people: number;

  constructor(name: Token, lexicon: Lexicon, people: number) {
    this.#name = name;
    this.#people = people;
    this.near = lexicon.near(name);
    this.near.tokens.forEach((token, i) => {
      const level = this.near.levels[i] as TokenLevel;
      this.#levels.set(lexicon.keyed(token), level);
      this.#bearers[level] = (this.#bearers[level] ?? 0) + (lexicon.bearers.values[token] as number);
    });
  }

  levelOf(name: Token): TokenLevel {
    const known = this.#levels.get(name);
    if (known) return known;
    const level = tokenLevel(this.#name, name);
    if (this.#levels.size < MOST_REMEMBERED) this.#levels.set(name, level);
    return level;
  }

  shareAt(level: TokenLevel | "joined"): number {
    const share = ((this.#bearers[level] ?? 0) + EXPECTED[level] * SMOOTHING) / (this.#people + SMOOTHING);
    const least = level === "twoLetters" ? twoLettersOff(this.#name.text.length) : (LEAST[level] ?? 0);
    return Math.min(1, Math.max(share, least));
  }
}

/** Levels whose bearers are not all near enough to be counted have at least the expected share. */
const LEAST: Partial<Record<TokenLevel | "joined", number>> = {
  sound: EXPECTED.sound / 4,
  shortened: EXPECTED.shortened,
  joined: EXPECTED.joined / 4,
  initial: EXPECTED.initial,
};

/** Share of people with a name two letters off: the shorter the name, the more of them, as counted among common names. */
function twoLettersOff(letters: number): number {
  return Math.max(0.0006, 0.012 * 2 ** (5 - letters));
}
