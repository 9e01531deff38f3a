import { ENTRY_KINDS, type EntryKind, type EntryView, type FieldName } from "@varde/contract/intake";
import type { ReactNode } from "react";
import { useFormats } from "../../../platform/formats/use-formats.ts";
import { useMessages } from "../../../platform/i18n/language.tsx";
import { Select, TextField } from "../../../ui/controls/fields.tsx";
import { COUNTRY_CODES, PROFESSION_CODES, professions, termMessages } from "../../terms/index.ts";
import { intakeMessages } from "../intake-messages.ts";
import { type EntryDraft, type EntryErrors, isDateField } from "./entry-draft.ts";
import styles from "./entry-fields.module.css";

const PERSON_FIELDS = [
  "surname",
  "forename",
  "birthDate",
  "nationalId",
  "sex",
  "nationality",
  "earlierNames",
  "birthPlace",
  "profession",
  "registrationNumber",
] as const satisfies readonly FieldName[];
const DECISION_FIELDS = [
  "alertNumber",
  "alertType",
  "sendingCountry",
  "authority",
  "decisionDate",
  "measure",
  "effectiveFrom",
  "effectiveUntil",
] as const satisfies readonly FieldName[];

interface EntryFieldsProps {
  draft: EntryDraft;
  errors: EntryErrors;
  onChange: (draft: EntryDraft) => void;
  /** What the robot read, for the place of each field in the original. */
  read?: EntryView | undefined;
  /** Beside a field: where it stands. */
  place?: (field: FieldName) => ReactNode;
  onPoint?: (field: FieldName | null) => void;
}

/** All fields of an alert as an officer writes it. */
export function EntryFields(props: EntryFieldsProps) {
  const { draft, onChange } = props;
  const t = useMessages(intakeMessages);
  const terms = useMessages(termMessages);
  return (
    <div className={styles.entry}>
      <Select
        className={styles.kind}
        label={t("kind")}
        value={draft.kind}
        onChange={({ target }) => onChange({ ...draft, kind: target.value as EntryKind })}
      >
        {ENTRY_KINDS.map((kind) => (
          <option key={kind} value={kind}>
            {terms(`kind.${kind}`)}
          </option>
        ))}
      </Select>
      <fieldset className={styles.group}>
        <legend>{t("person")}</legend>
        {PERSON_FIELDS.map((field) => (
          <EntryField key={field} field={field} {...props} />
        ))}
      </fieldset>
      <fieldset className={styles.group}>
        <legend>{t("decision")}</legend>
        {DECISION_FIELDS.map((field) => (
          <EntryField key={field} field={field} {...props} />
        ))}
      </fieldset>
    </div>
  );
}

function EntryField({
  field,
  draft,
  errors,
  onChange,
  place,
  onPoint,
}: EntryFieldsProps & { field: FieldName }) {
  const t = useMessages(intakeMessages);
  const terms = useMessages(termMessages);
  const choices = useChoices(field);
  const value = draft.values[field] ?? "";
  const code = errors[field];
  const given = {
    value,
    label: terms(`field.${field}`),
    error: code && t(`error.${code}`),
    onChange: ({ target }: { target: { value: string } }) =>
      onChange({ ...draft, values: { ...draft.values, [field]: target.value } }),
    onFocus: () => onPoint?.(field),
    onBlur: () => onPoint?.(null),
  };
  return (
    <div className={styles.field}>
      {choices ? (
        <Select {...given}>
          <option value="">{t("notGiven")}</option>
          {value !== "" && choices.every(([key]) => key !== value) && <option value={value}>{value}</option>}
          {choices.map(([key, name]) => (
            <option key={key} value={key}>
              {name}
            </option>
          ))}
        </Select>
      ) : (
        <TextField
          {...given}
          maxLength={500}
          placeholder={
            isDateField(field) ? t(field === "birthDate" ? "birthDateHint" : "dateHint") : undefined
          }
        />
      )}
      {place && <div className={styles.place}>{place(field)}</div>}
    </div>
  );
}

type Choices = readonly (readonly [key: string, name: string])[];

function useChoices(field: FieldName): Choices | undefined {
  const formats = useFormats();
  const terms = useMessages(termMessages);
  const profession = useMessages(professions);
  const byName = (choices: Choices) => choices.toSorted(([, a], [, b]) => a.localeCompare(b));
  if (field === "sex") return (["F", "M", "X"] as const).map((sex) => [sex, terms(`sex.${sex}`)]);
  if (field === "profession")
    return byName(PROFESSION_CODES.map((code) => [code, profession.find(code) ?? code]));
  if (field === "nationality" || field === "sendingCountry")
    return byName(COUNTRY_CODES.map((code) => [code, formats.country(code)]));
  return undefined;
}
