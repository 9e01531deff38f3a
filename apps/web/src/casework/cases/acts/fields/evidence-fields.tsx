import { useMessages } from "../../../../platform/i18n/language.tsx";
import { Select, TextArea } from "../../../../ui/controls/fields.tsx";
import { Stack } from "../../../../ui/layout/stack.tsx";
import { caseMessages } from "../../case-messages.ts";
import type { Written } from "./act-fields.ts";

interface EvidenceFieldsProps {
  name: string;
  register: string | undefined;
  written: Written;
  put: (name: string) => (text: string) => void;
}

/** Registers whose answers say where a person works. */
const TELLS_OF_WORK: ReadonlySet<string | undefined> = new Set(["employer", "business"]);
const WORK_FACTS = ["worksInNorway", "worksWithPatients"] as const;

/** What a register said: the facts that count in the priority, and the rest in words. */
export function EvidenceFields({ name, register, written, put }: EvidenceFieldsProps) {
  const t = useMessages(caseMessages);
  return (
    <Stack>
      {TELLS_OF_WORK.has(register) &&
        WORK_FACTS.map((fact) => (
          <Select
            key={fact}
            label={t(`evidence.${fact}`)}
            value={written[`${name}.${fact}`] ?? ""}
            onChange={({ target }) => put(`${name}.${fact}`)(target.value)}
          >
            <option value="">{t("notKnown")}</option>
            <option value="yes">{t("option.yes")}</option>
            <option value="no">{t("option.no")}</option>
          </Select>
        ))}
      <TextArea
        label={t("optional", { label: t("evidence.note") })}
        value={written[`${name}.note`] ?? ""}
        onChange={({ target }) => put(`${name}.note`)(target.value)}
      />
    </Stack>
  );
}
