import { type ServiceAccountView, serviceAccountRoutes } from "@varde/contract/access-services";
import { useRef, useState } from "react";
import { useWrite } from "../../platform/api/write.ts";
import { useMessages } from "../../platform/i18n/language.tsx";
import { useDraft } from "../../platform/storage/drafts.ts";
import { Checks, Select, TextArea, TextField } from "../../ui/controls/fields.tsx";
import { FormDialog } from "../../ui/controls/form-dialog.tsx";
import { ProblemNotice } from "../../ui/feedback/problem-notice.tsx";
import { accessMessages } from "../access-messages.ts";
import { type AccountDraft, EMPTY_ACCOUNT, isAccountDraft, LIVES, readAccount } from "./account-draft.ts";
import type { NewSecret } from "./secret-notice.tsx";
import { serviceMessages } from "./service-messages.ts";

interface AddAccountDialogProps {
  /** What may be given to another system. */
  scopes: ServiceAccountView["scopes"];
  onClose: () => void;
  onAdded: (given: NewSecret) => void;
}

/** Lets another system in. What was written is kept while the reader proves who they are. */
export function AddAccountDialog({ scopes, onClose, onAdded }: AddAccountDialogProps) {
  const t = useMessages(serviceMessages);
  const access = useMessages(accessMessages);
  const { content, change, discard } = useDraft("service-account", EMPTY_ACCOUNT, isAccountDraft);
  const { mutate, error, isPending } = useWrite(serviceAccountRoutes.addServiceAccount);
  const [checked, setChecked] = useState(false);
  const first = useRef<HTMLInputElement>(null);
  const { errors, body } = readAccount(content);
  const wrong = (field: keyof typeof errors) => (checked && errors[field] ? t(`error.${field}`) : undefined);
  const submit = () => {
    setChecked(true);
    if (!body) return;
    mutate(
      { body },
      {
        onSuccess: (made) => {
          discard();
          onAdded(made);
        },
      },
    );
  };
  const text = (field: "name" | "clientId" | "contact") => (
    <TextField
      {...(field === "name" && { ref: first })}
      label={t(field)}
      description={t(`hint.${field}`)}
      value={content[field]}
      maxLength={field === "clientId" ? 60 : 200}
      error={wrong(field)}
      onChange={({ target }) => change({ ...content, [field]: target.value } satisfies AccountDraft)}
    />
  );
  return (
    <FormDialog
      title={t("addTitle")}
      act={t("addAct")}
      cancel={t("cancel")}
      busy={isPending}
      focus={first}
      onClose={onClose}
      onAct={submit}
    >
      {text("name")}
      {text("clientId")}
      {text("contact")}
      <Checks
        label={t("scopes")}
        error={wrong("scopes")}
        options={scopes.map((value) => ({ value: value as string, label: access(`permission.${value}`) }))}
        chosen={content.scopes}
        onChange={(chosen) => change({ ...content, scopes: chosen })}
      />
      <Select
        label={t("life")}
        value={content.days}
        onChange={({ target }) => change({ ...content, days: Number(target.value) })}
      >
        {LIVES.map((count) => (
          <option key={count} value={count}>
            {t("days", { count })}
          </option>
        ))}
      </Select>
      <TextArea
        label={t("publicKey")}
        description={t("hint.publicKey")}
        value={content.publicKey}
        onChange={({ target }) => change({ ...content, publicKey: target.value.slice(0, 10_000) })}
      />
      {error && <ProblemNotice error={error} />}
    </FormDialog>
  );
}
