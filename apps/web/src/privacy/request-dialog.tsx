import { correction, privacyRoutes } from "@varde/contract/privacy";
import { useRef, useState } from "react";
import { useWrite } from "../platform/api/write.ts";
import { useMessages } from "../platform/i18n/language.tsx";
import { useDraft } from "../platform/storage/drafts.ts";
import { Select, TextArea, TextField } from "../ui/controls/fields.tsx";
import { FormDialog } from "../ui/controls/form-dialog.tsx";
import { ProblemNotice } from "../ui/feedback/problem-notice.tsx";
import { useToast } from "../ui/feedback/toasts.tsx";
import { privacyMessages } from "./privacy-messages.ts";

const SHORTEST_STATEMENT = 5;
const TYPES = correction.shape.object.shape.type.options;

const NOTHING = { type: "registerPerson", id: "", field: "", statement: "" };
const isDraft = (content: unknown): content is typeof NOTHING =>
  typeof content === "object" &&
  content !== null &&
  Object.keys(NOTHING).every((name) => typeof (content as Record<string, unknown>)[name] === "string");

/** Takes down what a person says is wrong, in their own words. */
export function RequestDialog({ onClose }: { onClose: () => void }) {
  const t = useMessages(privacyMessages);
  const say = useToast();
  const { content, change, discard } = useDraft("correction", NOTHING, isDraft);
  const { mutate, error, isPending } = useWrite(privacyRoutes.requestCorrection);
  const [checked, setChecked] = useState(false);
  const first = useRef<HTMLSelectElement>(null);
  const type = TYPES.find((one) => one === content.type) ?? "registerPerson";
  const [id, field, statement] = [content.id.trim(), content.field.trim(), content.statement.trim()];
  const [idMissing, tooShort] = [id === "", statement.length < SHORTEST_STATEMENT];
  const submit = () => {
    setChecked(true);
    if (idMissing || tooShort) return;
    mutate(
      { body: { object: { type, id }, statement, ...(field !== "" && { field }) } },
      {
        onSuccess: () => {
          discard();
          say(t("recorded"));
          onClose();
        },
      },
    );
  };
  return (
    <FormDialog
      title={t("recordTitle")}
      act={t("record")}
      cancel={t("cancel")}
      busy={isPending}
      focus={first}
      onClose={onClose}
      onAct={submit}
    >
      <p>{t("recordText")}</p>
      <Select
        ref={first}
        label={t("object")}
        value={type}
        onChange={({ target }) => change({ ...content, type: target.value })}
      >
        {TYPES.map((one) => (
          <option key={one} value={one}>
            {t(`type.${one}`)}
          </option>
        ))}
      </Select>
      <TextField
        label={t(`idOf.${type}`)}
        value={content.id}
        maxLength={200}
        error={checked && idMissing ? t("error.missing") : undefined}
        onChange={({ target }) => change({ ...content, id: target.value })}
      />
      <TextField
        label={t("field")}
        description={t("fieldHint")}
        value={content.field}
        maxLength={100}
        onChange={({ target }) => change({ ...content, field: target.value })}
      />
      <TextArea
        label={t("statement")}
        value={content.statement}
        error={checked && tooShort ? t("statementTooShort") : undefined}
        onChange={({ target }) => change({ ...content, statement: target.value.slice(0, 4000) })}
      />
      {error && <ProblemNotice error={error} />}
    </FormDialog>
  );
}
