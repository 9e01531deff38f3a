import type { EntryKind } from "../reading.ts";
import { fold } from "../vocabulary/fold.ts";
import { actionWords } from "../vocabulary/vocabulary.ts";

/** Folded phrases that tell what a message does with an alert. */
export type KindPhrases = Record<EntryKind, readonly string[]>;

/** What a text says is done with an alert: a withdrawal before an update before a new alert; nothing where it says nothing. */
export function kindOfPhrases(text: string, phrases: KindPhrases): EntryKind | undefined {
  const folded = ` ${fold(text.replace(/\S*\d\S*/g, " "))} `;
  for (const kind of ["withdrawal", "update", "alert"] as const) {
    if (containsAny(folded, phrases[kind])) return kind;
  }
  return undefined;
}

/** What a subject line says: as `kindOfPhrases`, or one word standing by itself ("[UPDATE] SE-2026-00238-42"). */
export function kindOfSubject(subject: string, phrases: KindPhrases): EntryKind | undefined {
  const told = kindOfPhrases(subject, phrases);
  if (told) return told;
  const pieces = subject.replace(/\S*\d\S*/g, ":").split(/[:()[\]|–—]|\s-\s/);
  for (const kind of ["withdrawal", "update"] as const) {
    if (pieces.some((piece) => actionWords.get(fold(piece)) === kind)) return kind;
  }
  return undefined;
}

/** Whether a folded text, with a space at both ends, holds one of the phrases as whole words. */
export function containsAny(folded: string, phrases: readonly string[]): boolean {
  return phrases.some((phrase) => folded.includes(` ${phrase} `));
}
