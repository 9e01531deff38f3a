import { fold } from "../vocabulary/fold.ts";
import { professionNames, professionWords } from "../vocabulary/vocabulary.ts";

const LONGEST_PHRASE = Math.max(...[...professionWords.keys()].map((words) => words.split(" ").length));

/**
 * Maps a profession to its code of kodeverk 9060. The longest known phrase in the text decides;
 * two equally long phrases of different professions decide nothing.
 */
export function readProfession(raw: string): string | undefined {
  const text = raw.trim();
  if (professionNames.has(text)) return text;
  const words = fold(text).split(" ");
  const whole = professionWords.get(words.join(" "));
  if (whole) return whole;
  for (let length = Math.min(LONGEST_PHRASE, words.length - 1); length > 0; length--) {
    const found = new Set<string>();
    for (let start = 0; start + length <= words.length; start++) {
      const code = professionWords.get(words.slice(start, start + length).join(" "));
      if (code) found.add(code);
    }
    if (found.size > 0) return found.size === 1 ? [...found][0] : undefined;
  }
  return undefined;
}
