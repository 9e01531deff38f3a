import { useCallback, useState } from "react";

const PREFIX = "varde.";

/** What this browser remembers under a name, if it is still of the right kind. Private windows may remember nothing. */
export function recall<T>(name: string, isRight: (value: unknown) => value is T): T | undefined {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(PREFIX + name) ?? "null");
    return isRight(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Remembers a value in this browser; a full or closed storage is no reason to stop. */
export function remember(name: string, value: unknown): void {
  try {
    localStorage.setItem(PREFIX + name, JSON.stringify(value));
  } catch {
    // Remembering is a convenience: the page works without it.
  }
}

/** Forgets what is remembered under names that begin so. */
export function forget(prefix: string): void {
  try {
    for (const key of Object.keys(localStorage))
      if (key.startsWith(PREFIX + prefix)) localStorage.removeItem(key);
  } catch {
    // As above.
  }
}

/** State that survives a reload. */
export function useRemembered<T>(
  name: string,
  isRight: (value: unknown) => value is T,
  initial: T,
): [T, (value: T) => void] {
  const [value, setValue] = useState<T>(() => recall(name, isRight) ?? initial);
  const change = useCallback(
    (next: T) => {
      remember(name, next);
      setValue(next);
    },
    [name],
  );
  return [value, change];
}
