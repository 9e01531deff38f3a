/**
 * One spelling for all the habits in which a folded name may be written: digraphs for Nordic and German
 * letters, doubled letters, and letters that languages write for each other (Oestby, Ostby; Dmitrij, Dmitry).
 */
export function habitKey(token: string): string {
  return token
    .replace(/oe|ae|aa|ue/g, digraphBase)
    .replace(/ph/g, "f")
    .replace(/ck/g, "k")
    .replace(/th/g, "t")
    .replace(/[wv]/g, "v")
    .replace(/(ij|iy|yi|yj|ii|y|j)/g, "i")
    .replace(/ks|cs/g, "x")
    .replace(/q|c(?=[aourl]|$)/g, "k")
    .replace(/(.)\1+/g, "$1");
}

const digraphBase = (digraph: string): string => (digraph.charAt(0) === "u" ? "u" : digraph.charAt(0));

const SOUNDS: readonly (readonly [RegExp, string])[] = [
  [/^(ye|je|ie|e)/, "e"],
  [/^(yu|ju|iu|iou)/, "u"],
  [/^(ya|ja|ia)/, "a"],
  [/^(kh|ch|gh)/, "k"],
  [/shch|sch|sh|sz|cz|ch|tsch|tch|dzh|dj|zh|rz|skj|sj/g, "S"],
  [/ts|tz|c(?=[eiy])/g, "s"],
  [/kh|gh|ck|q|c/g, "k"],
  [/g/g, "k"],
  [/ph|v|w/g, "f"],
  [/th|d/g, "t"],
  [/b/g, "p"],
  [/z/g, "s"],
  [/x/g, "ks"],
  [/m/g, "n"],
];

/**
 * A rough sound of a folded name: consonants in classes, vowels only at the start. Names that a clerk may write
 * for each other after hearing them share it (Mohammed and Muhamad: `nnt`).
 */
export function soundKey(token: string): string {
  let sound = token;
  for (const [pattern, replacement] of SOUNDS) sound = sound.replace(pattern, replacement);
  const first = /^[aeiouy]/.test(sound) ? "a" : "";
  return first + sound.replace(/(.)\1+/g, "$1").replace(/[aeiouyjh]/g, "");
}

const MISREADINGS: readonly (readonly [RegExp, string])[] = [
  [/rn|nn/g, "m"],
  [/cl/g, "d"],
  [/vv/g, "w"],
  [/ii/g, "u"],
];

/** A folded name with letters that a scanner takes for one other letter as that letter (Arne and Ame: `ame`). */
export function printKey(token: string): string {
  let print = token;
  for (const [letters, letter] of MISREADINGS) print = print.replace(letters, letter);
  return print;
}
