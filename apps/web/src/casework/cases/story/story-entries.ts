import type { CaseHistoryEntry, CaseView } from "@varde/contract/cases";

/** What a timeline can be narrowed to. */
export const STORY_KINDS = ["acts", "letters", "lookUps", "notes"] as const;
export type StoryKind = (typeof STORY_KINDS)[number];

/** Acts by which something went out to, or came in from, somebody outside. */
const LETTERS: ReadonlySet<string> = new Set([
  "requestDocuments",
  "recordReminder",
  "recordDocumentsReceived",
  "recordDocumentsPartly",
  "recordCannotShare",
  "sendPreNotice",
  "recordPreNoticeReply",
  "recordDecisionSent",
  "recordDecisionReceived",
  "recordSuspensionSent",
  "recordSuspensionReceived",
  "receiveAppeal",
  "forwardAppeal",
  "recordBoardOutcome",
  "askSender",
  "recordSenderAnswer",
  "receiveRenunciation",
]);

/** One thing that happened in a case: an act, or a note. */
export type StoryEntry =
  | { readonly kind: Exclude<StoryKind, "notes">; readonly at: string; readonly entry: CaseHistoryEntry }
  | { readonly kind: "notes"; readonly at: string; readonly note: CaseView["notes"][number] };

const kindOf = (act: string): Exclude<StoryKind, "notes"> =>
  act === "recordLookUp" ? "lookUps" : LETTERS.has(act) ? "letters" : "acts";

/** The acts and the notes of a case in one line of time, newest first. Notes older than the acts read so far wait for them. */
export function storyOf(
  entries: readonly CaseHistoryEntry[],
  notes: CaseView["notes"],
  { isWhole }: { isWhole: boolean },
): readonly StoryEntry[] {
  const oldest = entries.at(-1)?.at ?? "";
  const acts = entries.map((entry): StoryEntry => ({ kind: kindOf(entry.act), at: entry.at, entry }));
  const told = notes
    .filter(({ at }) => isWhole || at >= oldest)
    .map((note): StoryEntry => ({ kind: "notes", at: note.at, note }));
  return [...acts, ...told].toSorted((a, b) => b.at.localeCompare(a.at));
}
