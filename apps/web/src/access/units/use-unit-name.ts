import { standingRoutes } from "@varde/contract/standing";
import { useCallback } from "react";
import { useRead } from "../../platform/api/read.ts";
import { useLanguage } from "../../platform/i18n/language.tsx";

/** Names a unit by its code in the reader's language; the code stands for itself until the units are read. */
export function useUnitName(): (code: string) => string {
  const { language } = useLanguage();
  const { data } = useRead(standingRoutes.listUnits);
  return useCallback(
    (code: string) => data?.units.find((unit) => unit.code === code)?.name[language] ?? code,
    [data, language],
  );
}
