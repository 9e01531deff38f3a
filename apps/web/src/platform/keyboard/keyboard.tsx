import {
  createContext,
  type ReactNode,
  use,
  useCallback,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from "react";
import { useRemembered } from "../storage/remembered.ts";
import { followKeys, takesText } from "./sequence.ts";

/** A key, or keys in sequence parted by spaces, and what it does in words for the cheat sheet. */
export interface Shortcut {
  readonly keys: string;
  readonly label: string;
  readonly run: () => void;
}

interface Keyboard {
  readonly add: (shortcut: Shortcut) => () => void;
  readonly shortcuts: readonly Shortcut[];
  /** Single-key shortcuts can be switched off (WCAG 2.1.4). */
  readonly enabled: boolean;
  readonly enable: (on: boolean) => void;
}

const KeyboardContext = createContext<Keyboard | null>(null);
const FORGET_PENDING_MS = 1500;
const isBoolean = (value: unknown): value is boolean => typeof value === "boolean";

function belongsElsewhere(event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || event.isComposing)
    return true;
  const target = event.target instanceof HTMLElement ? event.target : null;
  if (
    target &&
    takesText({
      tag: target.tagName,
      type: target.getAttribute("type") ?? undefined,
      editable: target.isContentEditable,
    })
  )
    return true;
  return document.querySelector("[role=dialog], [role=menu]") !== null;
}

/**
 * Listens for shortcuts that parts of the page add while they are shown. They work from the moment the part is seen, so
 * that nobody types faster than the page listens.
 */
export function KeyboardProvider({ children }: { children: ReactNode }) {
  const [shortcuts, setShortcuts] = useState<readonly Shortcut[]>([]);
  const [enabled, enable] = useRemembered("shortcuts", isBoolean, true);
  const pending = useRef({ keys: "", at: 0 });

  const add = useCallback((shortcut: Shortcut) => {
    setShortcuts((before) => [...before, shortcut]);
    return () => setShortcuts((before) => before.filter((other) => other !== shortcut));
  }, []);

  useLayoutEffect(() => {
    if (!enabled) return;
    const press = (event: KeyboardEvent) => {
      if (belongsElsewhere(event)) return;
      const stale = event.timeStamp - pending.current.at > FORGET_PENDING_MS;
      const step = followKeys(
        stale ? "" : pending.current.keys,
        event.key,
        shortcuts.map((s) => s.keys),
      );
      pending.current = { keys: step.pending, at: event.timeStamp };
      const found = shortcuts.findLast((shortcut) => shortcut.keys === step.match);
      if (!found) return;
      event.preventDefault();
      found.run();
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, [shortcuts, enabled]);

  const keyboard = useMemo(() => ({ add, shortcuts, enabled, enable }), [add, shortcuts, enabled, enable]);
  return <KeyboardContext value={keyboard}>{children}</KeyboardContext>;
}

/** The shortcuts of the page now shown, and the switch for them. */
export function useKeyboard(): Keyboard {
  const keyboard = use(KeyboardContext);
  if (!keyboard) throw new Error("KeyboardProvider is missing");
  return keyboard;
}

/** Adds a shortcut while the calling part is shown; `run` may change from one rendering to the next. */
export function useShortcut(keys: string, label: string, run: () => void, active = true): void {
  const { add } = useKeyboard();
  const latest = useRef(run);
  useLayoutEffect(() => {
    latest.current = run;
  });
  useLayoutEffect(() => {
    if (!active) return;
    return add({ keys, label, run: () => latest.current() });
  }, [add, keys, label, active]);
}
