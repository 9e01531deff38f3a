import { useCallback, useState } from "react";
import { forget, recall, remember } from "./remembered.ts";

const DAY = 86_400_000;
/** Drafts hold personal content: they are forgotten after a week, when sent, and at log-out. */
const KEPT_MS = 7 * DAY;

interface Draft {
  readonly savedAt: number;
  readonly content: unknown;
}

const isDraft = (value: unknown): value is Draft =>
  typeof value === "object" &&
  value !== null &&
  "savedAt" in value &&
  typeof value.savedAt === "number" &&
  "content" in value;

/** The draft kept under a name, unless it is too old. */
export function findDraft(name: string, now: number): unknown {
  const draft = recall(`draft.${name}`, isDraft);
  return draft && now - draft.savedAt < KEPT_MS ? draft.content : undefined;
}

/** Forgets every draft in this browser. */
export const forgetDrafts = (): void => forget("draft.");

/**
 * State of a form that is saved with every change, so that a reload or a closed window loses nothing of it, and found
 * again later. `restored` says whether it began from a draft; `discard` goes back to the beginning.
 */
export function useDraft<T>(name: string, initial: T, isRight: (content: unknown) => content is T) {
  const [start] = useState(() => findDraft(name, Date.now()));
  const restored = isRight(start);
  const [content, setContent] = useState<T>(restored ? start : initial);

  const change = useCallback(
    (next: T) => {
      remember(`draft.${name}`, { savedAt: Date.now(), content: next } satisfies Draft);
      setContent(next);
    },
    [name],
  );
  const discard = useCallback(() => {
    forget(`draft.${name}`);
    setContent(initial);
  }, [name, initial]);
  return { content, change, discard, restored };
}
