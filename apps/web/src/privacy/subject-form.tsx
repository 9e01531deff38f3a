import type { DataSubject } from "@varde/contract/privacy";
import { type FormEvent, useRef, useState } from "react";
import { useMessages } from "../platform/i18n/language.tsx";
import { useShortcut } from "../platform/keyboard/keyboard.tsx";
import { Button } from "../ui/controls/button.tsx";
import { Select, TextArea, TextField } from "../ui/controls/fields.tsx";
import { Row, Stack } from "../ui/layout/stack.tsx";
import { privacyMessages } from "./privacy-messages.ts";
import { FOUND_BY, readSubject, type SubjectDraft, type SubjectErrors } from "./subject-draft.ts";
import styles from "./subject-form.module.css";

interface SubjectFormProps {
  draft: SubjectDraft;
  onChange: (draft: SubjectDraft) => void;
  busy: boolean;
  onAsk: (subject: DataSubject, purpose: string) => void;
}

/** Says whom a report is about, and why it is made. */
export function SubjectForm({ draft, onChange, busy, onAsk }: SubjectFormProps) {
  const t = useMessages(privacyMessages);
  const [checked, setChecked] = useState(false);
  const field = useRef<HTMLSelectElement>(null);
  useShortcut("/", t("goToSearch"), () => field.current?.focus());
  const { errors, subject } = readSubject(draft);
  const wrong = (name: keyof SubjectErrors) => checked && errors[name] && t(`error.${errors[name]}`);
  const ask = (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    if (subject) onAsk(subject, draft.purpose.trim());
  };
  const text = (name: Exclude<keyof SubjectErrors, "purpose">) => (
    <TextField
      label={t(name)}
      value={draft[name]}
      maxLength={200}
      placeholder={name === "birthDate" ? t("dateHint") : ""}
      error={wrong(name)}
      onChange={({ target }) => onChange({ ...draft, [name]: target.value })}
    />
  );
  return (
    <form onSubmit={ask} noValidate>
      <Stack>
        <div className={styles.fields}>
          <Select
            ref={field}
            label={t("foundBy")}
            value={draft.foundBy}
            onChange={({ target }) =>
              onChange({
                ...draft,
                foundBy: FOUND_BY.find((one) => one === target.value) ?? draft.foundBy,
              })
            }
          >
            {FOUND_BY.map((one) => (
              <option key={one} value={one}>
                {t(`foundBy.${one}`)}
              </option>
            ))}
          </Select>
          {draft.foundBy === "name" ? (
            <>
              {text("surname")}
              {text("forename")}
              {text("birthDate")}
            </>
          ) : (
            text(draft.foundBy)
          )}
        </div>
        <TextArea
          label={t("purpose")}
          description={t("purposeHint")}
          value={draft.purpose}
          error={wrong("purpose")}
          onChange={({ target }) => onChange({ ...draft, purpose: target.value.slice(0, 1000) })}
        />
        <Row>
          <Button kind="primary" type="submit" loading={busy}>
            {t("makeReport")}
          </Button>
        </Row>
      </Stack>
    </form>
  );
}
