import { Checkbox, CheckboxGroup } from "@navikt/ds-react/Checkbox";
import { caseRoutes } from "@varde/contract/cases";
import { useRead } from "../../../../platform/api/read.ts";
import { useLanguage } from "../../../../platform/i18n/language.tsx";
import type { ShownField } from "./shown-field.ts";

/** Chooses what a decision rests on, each provision with its text as it stands today. */
export function LegalBases({ label, hint, fault, value, onChange }: ShownField) {
  const { language } = useLanguage();
  const { data } = useRead(caseRoutes.getCaseWords, { query: { language } });
  return (
    <CheckboxGroup
      size="small"
      legend={label}
      description={hint}
      error={fault}
      value={value.split("\n").filter(Boolean)}
      onChange={(chosen: string[]) => onChange(chosen.join("\n"))}
    >
      {data?.legalBases.map(({ key, provision, text }) => (
        <Checkbox key={key} value={key} description={text}>
          {provision}
        </Checkbox>
      ))}
    </CheckboxGroup>
  );
}
