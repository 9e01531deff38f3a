import type { NameLevel } from "../link-result.ts";
import { editDistance } from "./edit-distance.ts";
import { standForEachOther } from "./nicknames.ts";
import { habitKey, printKey, soundKey } from "./spelling-keys.ts";

/** How two single names can agree; `joined`, `omitted` and `differs` are about their surroundings. */
export type TokenLevel = Exclude<NameLevel, "joined" | "omitted">;

/** A folded name with the keys its comparison needs. */
export interface Token {
  text: string;
  habit: string;
  sound: string;
  print: string;
  /** The letters that occur in the text, one bit each; letters beyond a to z share bits. */
  letters: number;
}

/** Computes a token's keys once, for many comparisons. */
export function tokenOf(text: string): Token {
  return {
    text,
    habit: habitKey(text),
    sound: soundKey(text),
    print: printKey(text),
    letters: lettersOf(text),
  };
}

function lettersOf(text: string): number {
  let letters = 0;
  for (let i = 0; i < text.length; i++) letters |= 1 << (text.charCodeAt(i) & 31);
  return letters;
}

const LEAST_FOR_ONE_LETTER = 3;
const LEAST_FOR_TWO_LETTERS = 5;
const LEAST_FOR_SOUND = 3;
const LEAST_FOR_SHORTENED = 3;

/** The strongest level at which two single names agree. Symmetric. */
export function tokenLevel(a: Token, b: Token): TokenLevel {
  if (a.text === b.text) return "equal";
  const shorter = Math.min(a.text.length, b.text.length);
  if (shorter === 0) return "differs";
  if (shorter === 1) return a.text.charAt(0) === b.text.charAt(0) ? "initial" : "differs";
  if (a.habit === b.habit) return "spelling";
  const distance = mayBeTwoOff(a, b) ? editDistance(a.text, b.text, 2) : 3;
  const longer = Math.max(a.text.length, b.text.length);
  if ((distance === 1 || a.print === b.print) && longer >= LEAST_FOR_ONE_LETTER) return "oneLetter";
  if (standForEachOther(a.text, b.text)) return "nickname";
  if (distance === 2 && shorter >= LEAST_FOR_TWO_LETTERS) return "twoLetters";
  if (a.sound === b.sound && a.sound.length >= LEAST_FOR_SOUND) return "sound";
  if (shorter >= LEAST_FOR_SHORTENED && (a.text.startsWith(b.text) || b.text.startsWith(a.text)))
    return "shortened";
  return "differs";
}

/** One replaced letter takes at most one letter out of a text and brings one in, so two change four at most. */
function mayBeTwoOff(a: Token, b: Token): boolean {
  let changed = a.letters ^ b.letters;
  for (let left = 4; changed !== 0 && left > 0; left--) changed &= changed - 1;
  return changed === 0;
}
