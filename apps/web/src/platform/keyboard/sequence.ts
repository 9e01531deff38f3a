/** What a key press means when some keys may already have been pressed. */
export interface Step {
  /** Keys pressed so far that may still become a shortcut. */
  readonly pending: string;
  /** The shortcut that is now complete. */
  readonly match?: string;
}

/**
 * Follows shortcuts of one key ("?") or several ("g m"). A key that fits no longer sequence starts anew, so
 * a slip never blocks the next shortcut.
 */
export function followKeys(pending: string, key: string, shortcuts: Iterable<string>): Step {
  const known = [...shortcuts];
  for (const pressed of pending === "" ? [key] : [`${pending} ${key}`, key]) {
    if (known.includes(pressed)) return { pending: "", match: pressed };
    if (known.some((shortcut) => shortcut.startsWith(`${pressed} `))) return { pending: pressed };
  }
  return { pending: "" };
}

/** What is known of the element that has focus. */
export interface Focused {
  readonly tag: string;
  readonly type?: string | undefined;
  readonly editable?: boolean | undefined;
}

const BUTTON_LIKE = new Set(["button", "checkbox", "radio", "submit", "reset", "range"]);

/** Whether keys belong to a field that is being written in, and not to shortcuts. */
export function takesText({ tag, type, editable }: Focused): boolean {
  if (editable || tag === "TEXTAREA" || tag === "SELECT") return true;
  return tag === "INPUT" && !BUTTON_LIKE.has(type ?? "text");
}
