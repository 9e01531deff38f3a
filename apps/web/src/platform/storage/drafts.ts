import { useCallback, useEffect, useRef, useState } from "react";
import { forget, recall, remember } from "./remembered.ts";

const DAY = 86_400_000;
/** Drafts hold personal content: they are forgotten after a week, when sent, and at log-out. */
const KEPT_MS = 7 * DAY;
const SAVE_AFTER_MS = 300;

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
 * State of a form that is saved while it is written and found again after a reload. `restored` says
 * whether it began from a draft; `discard` goes back to the beginning.
 */
export function useDraft<T>(name: string, initial: T, isRight: (content: unknown) => content is T) {
  const [start] = useState(() => findDraft(name, Date.now()));
  const restored = isRight(start);
  const [content, setContent] = useState<T>(restored ? start : initial);
  const touched = useRef(restored);

  useEffect(() => {
    if (!touched.current) return;
    const timer = setTimeout(
      () => remember(`draft.${name}`, { savedAt: Date.now(), content } satisfies Draft),
      SAVE_AFTER_MS,
    );
    return () => clearTimeout(timer);
  }, [name, content]);

  const change = useCallback((next: T) => {
    touched.current = true;
    setContent(next);
  }, []);
  const discard = useCallback(() => {
    touched.current = false;
    forget(`draft.${name}`);
    setContent(initial);
  }, [name, initial]);
  return { content, change, discard, restored };
}
