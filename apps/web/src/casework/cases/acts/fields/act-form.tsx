import type { CaseActName, CaseView } from "@varde/contract/cases";
import { useMessages } from "../../../../platform/i18n/language.tsx";
import { Select, TextArea, TextField } from "../../../../ui/controls/fields.tsx";
import { Stack } from "../../../../ui/layout/stack.tsx";
import { caseMessages } from "../../case-messages.ts";
import { type ActField, fieldsOf, type Written } from "./act-fields.ts";
import { CaseChoice } from "./case-choice.tsx";
import { DayField } from "./day-field.tsx";
import { EvidenceFields } from "./evidence-fields.tsx";
import { LegalBases } from "./legal-bases.tsx";
import type { ShownField } from "./shown-field.ts";
import { useChoices, useSources } from "./use-choices.ts";

interface ActFormProps {
  act: CaseActName;
  view: CaseView;
  written: Written;
  /** Codes of what is wrong, by field. */
  faults: Written;
  /** Fields the page fills by itself. */
  preset: Readonly<Record<string, unknown>>;
  onChange: (written: Written) => void;
}

/** The form of any act: its fields as the contract has them, with what the case knows to choose among. */
export function ActForm({ act, view, written, faults, preset, onChange }: ActFormProps) {
  const choices = useChoices(act, view);
  const sources = useSources(view);
  const say = useFieldWords(act);
  const put = (name: string) => (text: string) => onChange({ ...written, [name]: text });
  return (
    <Stack>
      {fieldsOf(act)
        .filter(({ name }) => !Object.hasOwn(preset, name))
        .map((field) => {
          const { name } = field;
          const shown = {
            field,
            label: say.label(field),
            hint: say.hint(name),
            fault: say.fault(faults[name]),
            value: written[name] ?? "",
            onChange: put(name),
          };
          if (field.kind === "facts")
            return (
              <EvidenceFields
                key={name}
                name={name}
                register={written.register}
                written={written}
                put={put}
              />
            );
          if (name === "legalBases") return <LegalBases key={name} {...shown} />;
          if (name === "otherCase" && act === "linkCases")
            return <CaseChoice key={name} {...shown} besides={view.case.id} />;
          if (field.kind === "source")
            return (
              <Stack key={name} tight>
                <Field {...shown} choices={sources} />
                <TextField
                  label={say.label({ ...field, name: "place", optional: true })}
                  value={written[`${name}.place`] ?? ""}
                  onChange={({ target }) => put(`${name}.place`)(target.value)}
                />
              </Stack>
            );
          return <Field key={name} {...shown} choices={choices(field)} />;
        })}
    </Stack>
  );
}

const LETTER_ROWS = 14;

function Field({
  field,
  label,
  hint,
  fault,
  value,
  onChange,
  choices,
}: ShownField & {
  choices?: readonly { value: string; label: string }[] | undefined;
}) {
  const t = useMessages(caseMessages);
  const given = { label, description: hint, error: fault, value };
  if (field.kind === "day") return <DayField {...given} onChange={onChange} />;
  const options =
    field.kind === "yesNo"
      ? ["yes", "no"].map((answer) => ({ value: answer, label: t(`option.${answer as "yes" | "no"}`) }))
      : choices;
  if (options)
    return (
      <Select {...given} onChange={({ target }) => onChange(target.value)}>
        <option value="">{t("choose")}</option>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </Select>
    );
  if (field.kind === "longText" || field.kind === "list")
    return (
      <TextArea
        {...given}
        minRows={field.name === "letter" ? LETTER_ROWS : 3}
        onChange={({ target }) => onChange(target.value)}
      />
    );
  return <TextField {...given} onChange={({ target }) => onChange(target.value)} />;
}

/** Names, hints and faults of fields; an act can name a field in its own way. */
function useFieldWords(act: CaseActName) {
  const t = useMessages(caseMessages);
  return {
    label: ({ name, optional }: ActField) => {
      const label = t.find(`field.${act}.${name}`) ?? t.find(`field.${name}`) ?? name;
      return optional ? t("optional", { label }) : label;
    },
    hint: (name: string) => t.find(`hint.${act}.${name}`) ?? t.find(`hint.${name}`),
    fault: (code: string | undefined) =>
      code === undefined ? undefined : (t.find(`fault.${code}`) ?? t("fault.notAccepted")),
  };
}
