import type { NameLevel } from "../link-result.ts";
import { editDistance } from "./edit-distance.ts";
import { standForEachOther } from "./nicknames.ts";
import { habitKey, soundKey } from "./spelling-keys.ts";

/** How two single names can agree; `joined`, `omitted` and `differs` are about their surroundings. */
export type TokenLevel = Exclude<NameLevel, "joined" | "omitted">;

/** A folded name with the keys its comparison needs. */
export interface Token {
  text: string;
  habit: string;
  sound: string;
}

/** Computes a token's keys once, for many comparisons. */
export function tokenOf(text: string): Token {
  return { text, habit: habitKey(text), sound: soundKey(text) };
}

const LEAST_FOR_ONE_LETTER = 3;
const LEAST_FOR_TWO_LETTERS = 6;
const LEAST_FOR_SOUND = 3;
const LEAST_FOR_SHORTENED = 3;

/** The strongest level at which two single names agree. Symmetric. */
export function tokenLevel(a: Token, b: Token): TokenLevel {
  if (a.text === b.text) return "equal";
  const shorter = Math.min(a.text.length, b.text.length);
  if (shorter === 0) return "differs";
  if (shorter === 1) return a.text.charAt(0) === b.text.charAt(0) ? "initial" : "differs";
  if (a.habit === b.habit) return "spelling";
  const distance = editDistance(a.text, b.text, 2);
  if (distance === 1 && shorter >= LEAST_FOR_ONE_LETTER) return "oneLetter";
  if (standForEachOther(a.text, b.text)) return "nickname";
  if (a.sound === b.sound && a.sound.length >= LEAST_FOR_SOUND) return "sound";
  if (shorter >= LEAST_FOR_SHORTENED && (a.text.startsWith(b.text) || b.text.startsWith(a.text)))
    return "shortened";
  if (distance === 2 && shorter >= LEAST_FOR_TWO_LETTERS) return "twoLetters";
  return "differs";
}
