import { createContext, type ReactNode, use, useEffect, useMemo, useSyncExternalStore } from "react";
import { useRemembered } from "../../platform/storage/remembered.ts";

export const THEMES = ["system", "light", "dark"] as const;
export type ThemeChoice = (typeof THEMES)[number];

interface Theme {
  readonly choice: ThemeChoice;
  readonly choose: (choice: ThemeChoice) => void;
}

const ThemeContext = createContext<Theme | null>(null);
const isChoice = (value: unknown): value is ThemeChoice => THEMES.some((theme) => theme === value);
const darkSystem = matchMedia("(prefers-color-scheme: dark)");

function followSystem(changed: () => void) {
  darkSystem.addEventListener("change", changed);
  return () => darkSystem.removeEventListener("change", changed);
}

/** Sets light or dark on the whole page, as the reader or the reader's system chooses. */
export function ThemeProvider({ children }: { children: ReactNode }) {
  const [choice, choose] = useRemembered("theme", isChoice, "system");
  const systemIsDark = useSyncExternalStore(followSystem, () => darkSystem.matches);
  const dark = choice === "dark" || (choice === "system" && systemIsDark);
  useEffect(() => {
    document.documentElement.classList.toggle("dark", dark);
    document.documentElement.classList.toggle("light", !dark);
  }, [dark]);
  const theme = useMemo(() => ({ choice, choose }), [choice, choose]);
  return <ThemeContext value={theme}>{children}</ThemeContext>;
}

/** The chosen theme, and the way to choose another. */
export function useTheme(): Theme {
  const theme = use(ThemeContext);
  if (!theme) throw new Error("ThemeProvider is missing");
  return theme;
}
