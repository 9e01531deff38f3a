import { type ReactNode, useState } from "react";
import { readDateEntry, writeDateEntry } from "../../../../platform/formats/date-entry.ts";
import { useMessages } from "../../../../platform/i18n/language.tsx";
import { TextField } from "../../../../ui/controls/fields.tsx";
import { uiMessages } from "../../../../ui/messages.ts";

interface DayFieldProps {
  label: string;
  description?: ReactNode;
  error?: ReactNode;
  /** ISO date, or what was written where it is no date. */
  value: string;
  onChange: (day: string) => void;
}

/** A day within a form that is sent as a whole: told with every change, so that nothing written is lost. */
export function DayField({ value, error, onChange, ...given }: DayFieldProps) {
  const t = useMessages(uiMessages);
  const [written, write] = useState(() => writeDateEntry(value) || value);
  return (
    <TextField
      {...given}
      placeholder={t("dateHint")}
      maxLength={20}
      error={error && written.trim() !== "" && readDateEntry(written) === undefined ? t("notADate") : error}
      value={written}
      onChange={({ target }) => {
        write(target.value);
        onChange(readDateEntry(target.value) ?? target.value);
      }}
    />
  );
}
