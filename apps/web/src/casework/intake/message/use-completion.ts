import { intakeRoutes, type MessageView } from "@varde/contract/intake";
import { type FormEvent, useMemo, useState } from "react";
import { useWrite } from "../../../platform/api/write.ts";
import { useDraft } from "../../../platform/storage/drafts.ts";
import { areDrafts, draftOf, EMPTY_DRAFT, type EntryDraft, readDraft } from "../entry/entry-draft.ts";

const SHORTEST_REASON = 3;
const LONGEST_REASON = 2000;

interface Completion {
  readonly entries: readonly EntryDraft[];
  readonly reason: string;
}

const isCompletion = (content: unknown): content is Completion =>
  typeof content === "object" &&
  content !== null &&
  "reason" in content &&
  typeof content.reason === "string" &&
  "entries" in content &&
  areDrafts(content.entries);

/**
 * What an officer writes to complete a message, kept as a draft until it is sent. Begins with the entries that
 * have not become alerts; errors are told from the first attempt to send on.
 */
export function useCompletion({ message, entries }: MessageView, onDone: () => void) {
  const unfinished = useMemo(() => entries.filter((entry) => entry.alertId === null), [entries]);
  const initial = useMemo<Completion>(
    () => ({ entries: unfinished.length > 0 ? unfinished.map(draftOf) : [EMPTY_DRAFT], reason: "" }),
    [unfinished],
  );
  const { content, change, discard, restored } = useDraft(`message.${message.id}`, initial, isCompletion);
  const complete = useWrite(intakeRoutes.completeMessage);
  const [checked, setChecked] = useState(false);
  const readings = content.entries.map(readDraft);
  const errors = readings.map((reading) => (checked && "errors" in reading ? reading.errors : {}));
  const reason = content.reason.trim();
  const setEntries = (changed: readonly EntryDraft[]) => change({ ...content, entries: changed });

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    const finished = readings.flatMap((reading) => ("entry" in reading ? [reading.entry] : []));
    if (finished.length < readings.length || reason.length < SHORTEST_REASON) return;
    const onSuccess = () => {
      discard();
      onDone();
    };
    complete.mutate({ params: { id: message.id }, body: { entries: finished, reason } }, { onSuccess });
  };

  return {
    drafts: content.entries.map((draft, index) => ({
      draft,
      errors: errors[index] ?? {},
      read: unfinished[index],
      change: (next: EntryDraft) => setEntries(content.entries.with(index, next)),
      remove: () => setEntries(content.entries.toSpliced(index, 1)),
    })),
    add: () => setEntries([...content.entries, EMPTY_DRAFT]),
    reason: content.reason,
    changeReason: (written: string) => change({ ...content, reason: written.slice(0, LONGEST_REASON) }),
    reasonTooShort: checked && reason.length < SHORTEST_REASON,
    faults: errors.reduce((sum, one) => sum + Object.keys(one).length, 0),
    problem: complete.error,
    busy: complete.isPending,
    restored,
    discard,
    submit,
  };
}
