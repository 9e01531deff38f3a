import { type FormEvent, useState } from "react";
import { readDateEntry, writeDateEntry } from "../../platform/formats/date-entry.ts";
import { useMessages } from "../../platform/i18n/language.tsx";
import { uiMessages } from "../messages.ts";
import styles from "./date-field.module.css";
import { TextField } from "./fields.tsx";

interface DateFieldProps {
  label: string;
  /** ISO date, or empty. */
  value: string;
  /** ISO date: the last day that may be chosen. */
  max?: string;
  onChange: (day: string) => void;
}

/** A day, written as everywhere in the pages. Told on Enter and when the field is left, and only when it is a day or empty. */
export function DateField({ label, value, max, onChange }: DateFieldProps) {
  const t = useMessages(uiMessages);
  const [entry, change] = useState({ of: value, written: writeDateEntry(value), checked: false });
  if (entry.of !== value) change({ of: value, written: writeDateEntry(value), checked: false });
  const written = entry.written.trim();
  const day = written === "" ? "" : readDateEntry(written);
  const tooLate = day !== undefined && max !== undefined && day > max;
  const error = day === undefined ? t("notADate") : tooLate ? t("dateTooLate") : undefined;

  const tell = (event?: FormEvent) => {
    event?.preventDefault();
    change({ ...entry, checked: true });
    if (day !== undefined && !tooLate && day !== value) onChange(day);
  };
  return (
    <form onSubmit={tell} noValidate>
      <TextField
        className={styles.field}
        label={label}
        placeholder={t("dateHint")}
        maxLength={20}
        value={entry.written}
        error={entry.checked && error}
        onChange={({ target }) => change({ ...entry, written: target.value, checked: false })}
        onBlur={() => tell()}
      />
    </form>
  );
}
