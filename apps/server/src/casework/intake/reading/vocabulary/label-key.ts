import { fold } from "./fold.ts";
import { nationWords, qualifiers } from "./vocabulary.ts";

const NUMBER_WORDS = new Set("no nr num nbr number nummer numero numer numar numarul".split(" "));
const ARTICLES = new Set(
  "of the de d l la les los las dell della delle dei der des die das den het az".split(" "),
);
const NUMBER_SIGN = /(?<!\p{L})n\.?\s?[º°o]\.?(?=\s)/giu;

/** Folds a label so that wordings that differ only in articles or in how "number" is written are equal. */
export function labelKey(label: string): string {
  const words = fold(label.replace(NUMBER_SIGN, "no")).split(" ");
  const kept = words.filter((word, index) => index === words.length - 1 || !ARTICLES.has(word));
  return kept.length === 1
    ? kept.join("")
    : kept.map((word) => (NUMBER_WORDS.has(word) ? "number" : word)).join(" ");
}

const edges = qualifiers.map(labelKey).filter((word) => word !== "");

/** A label without words that only say whose it is ("of the professional"). */
export function unqualified(key: string): string {
  let text = key;
  for (const edge of edges) {
    if (text.endsWith(` ${edge}`)) text = text.slice(0, -edge.length - 1);
    if (text.startsWith(`${edge} `)) text = text.slice(edge.length + 1);
  }
  return text;
}

/** A label without the country's word at either end ("Norwegian identity number"). */
export function withoutNation(key: string): string {
  const words = key.split(" ");
  if (words.length > 1 && nationWords.has(words[0] ?? "")) words.shift();
  if (words.length > 1 && nationWords.has(words.at(-1) ?? "")) words.pop();
  return words.join(" ");
}
