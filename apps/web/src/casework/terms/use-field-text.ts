import type { FieldName } from "@varde/contract/alert-content";
import { useCallback } from "react";
import { useFormats } from "../../platform/formats/use-formats.ts";
import { useMessages } from "../../platform/i18n/language.tsx";
import { professions } from "./messages/professions.ts";
import { termMessages } from "./term-messages.ts";

const DATES = new Set<string>([
  "birthDate",
  "decisionDate",
  "effectiveFrom",
  "effectiveUntil",
] satisfies FieldName[]);
const COUNTRIES = new Set<string>(["sendingCountry", "nationality"] satisfies FieldName[]);

/** Writes the value of an alert's field as the reader's language does: dates, countries, professions, sex. */
export function useFieldText(): (field: string, value: string) => string {
  const formats = useFormats();
  const t = useMessages(termMessages);
  const profession = useMessages(professions);
  return useCallback(
    (field: string, value: string) => {
      if (DATES.has(field) && /^\d{4}(-\d\d){0,2}$/.test(value)) return formats.partialDate(value);
      if (COUNTRIES.has(field)) return formats.country(value);
      if (field === "profession") return profession.find(value) ?? value;
      if (field === "sex") return t.find(`sex.${value}`) ?? value;
      return value;
    },
    [formats, t, profession],
  );
}
