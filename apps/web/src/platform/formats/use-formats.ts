import { useEffect, useMemo, useState } from "react";
import { useLanguage } from "../i18n/language.tsx";
import { type Formats, formatsOf } from "./formats.ts";

const TICK_MS = 30_000;

/** The formats of the page's language. */
export function useFormats(): Formats {
  const { language } = useLanguage();
  return useMemo(() => formatsOf(language), [language]);
}

/** The present instant, renewed often enough that ages on the page stay true. */
export function useNow(): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), TICK_MS);
    return () => clearInterval(timer);
  }, []);
  return now;
}
