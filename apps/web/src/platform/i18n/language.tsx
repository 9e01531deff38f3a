import { LANGUAGES, type Language } from "@varde/contract/access";
import { createContext, type ReactNode, use, useCallback, useEffect, useMemo, useState } from "react";
import { recall, remember } from "../storage/remembered.ts";
import { type Catalogue, type Messages, type Translate, translator } from "./catalogue.ts";

interface Spoken {
  readonly language: Language;
  readonly speak: (language: Language) => void;
}

const LanguageContext = createContext<Spoken>({ language: "nb", speak: () => {} });

const isLanguage = (value: unknown): value is Language => LANGUAGES.some((language) => language === value);

/** Holds the language of the pages; bokmål until somebody chooses another. */
export function LanguageProvider({ children }: { children: ReactNode }) {
  const [language, setLanguage] = useState<Language>(() => recall("language", isLanguage) ?? "nb");
  const speak = useCallback((chosen: Language) => {
    remember("language", chosen);
    setLanguage(chosen);
  }, []);
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  const spoken = useMemo(() => ({ language, speak }), [language, speak]);
  return <LanguageContext value={spoken}>{children}</LanguageContext>;
}

/** The language of the pages, and the way to change it. */
export const useLanguage = (): Spoken => use(LanguageContext);

/** The sentences of a slice in the language of the pages. */
export function useMessages<M extends Messages>(messages: Catalogue<M>): Translate<M> {
  const { language } = useLanguage();
  return useMemo(() => translator(messages, language), [messages, language]);
}
