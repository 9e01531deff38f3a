import type { EntryView, MessageView } from "@varde/contract";
import { findNumbersShown } from "../../../access/index.ts";
import { type Actor, recordAudit } from "../../../platform/audit/index.ts";
import type { Refusal } from "../../../platform/rules/refusal.ts";
import { maskFields, maskParts, maskProblems } from "../alerts/mask-numbers.ts";
import type { Acting } from "../commands/act-on-message.ts";
import { abilitiesFor, noSuchMessage } from "../intake.rules.ts";
import type { IntakeParts } from "../intake-parts.ts";
import type { Entry, Reading } from "../reading/reading.ts";
import { messageRow } from "./list-messages.ts";
import { findMessage, messageHistory, type SettledEntry, settledEntries } from "./message-view.sql.ts";

/** A message opened by somebody, with what may be done; identity numbers are masked until they have opened them. Audited. */
export async function openMessage(
  { db, clock }: Pick<IntakeParts, "db" | "clock">,
  id: number,
  { actor, permissions }: Acting,
): Promise<MessageView | Refusal> {
  const message = await findMessage(db, id);
  if (!message) return noSuchMessage(id);
  await recordAudit(db, {
    at: clock.now(),
    actor,
    act: "readMessage",
    object: { type: "message", id: String(id) },
  });
  const { fileName, original, duplicateOf, folder, reading, ...listed } = message;
  const entries = entryViews(reading, await settledEntries(db, id));
  const until =
    "id" in actor ? await findNumbersShown(db, actor.id, { type: "message", id }, clock.now()) : undefined;
  const history = await messageHistory(db, id);
  return {
    message: messageRow(listed, { numbersOpen: until !== undefined }),
    fileName,
    sha256: original,
    duplicateOf,
    folder,
    parts: until
      ? (reading?.parts ?? [])
      : maskParts(reading?.parts ?? [], [...entries, ...readEntries(reading)]),
    entries: until ? entries : entries.map(maskEntry),
    history: history.map(({ at, actor: by, ...event }) => ({
      ...event,
      at: at.toISOString(),
      by: nameOf(by),
      byCommandLine: by.kind === "cli",
    })),
    abilities: abilitiesFor(message.state, permissions),
    numbersOpenUntil: until?.toISOString() ?? null,
  };
}

/** What was read, and in its place what it was registered as; entries an officer added come last. */
function entryViews(reading: Reading | null, settled: readonly SettledEntry[]): EntryView[] {
  const read = readEntries(reading);
  const registered = new Map(settled.map((entry) => [entry.ordinal, entry]));
  const ordinals = new Set([...read.map((_, index) => index + 1), ...registered.keys()]);
  return [...ordinals]
    .sort((a, b) => a - b)
    .map((ordinal) => {
      const before = read[ordinal - 1];
      const now = registered.get(ordinal);
      return {
        ordinal,
        kind: now?.kind ?? before?.kind ?? "alert",
        fields: now?.fields ?? before?.fields ?? {},
        problems: before?.problems ?? [],
        missing: now ? [] : (before?.missing ?? []),
        alertId: now?.alertId ?? null,
      };
    });
}

function readEntries(reading: Reading | null): readonly Entry[] {
  return !reading || reading.verdict.outcome === "irrelevant" ? [] : reading.verdict.entries;
}

function maskEntry(entry: EntryView): EntryView {
  return { ...entry, fields: maskFields(entry.fields), problems: maskProblems(entry.problems) };
}

/** Officers by name; what the robot did is nobody's. */
function nameOf(actor: Actor): string | null {
  if (actor.kind === "person") return actor.name;
  return actor.kind === "cli" ? actor.user : null;
}
