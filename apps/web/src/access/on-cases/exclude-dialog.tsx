import { standingRoutes } from "@varde/contract/standing";
import { useRef, useState } from "react";
import { useRead } from "../../platform/api/read.ts";
import { useWrite } from "../../platform/api/write.ts";
import { useMessages } from "../../platform/i18n/language.tsx";
import { useDraft } from "../../platform/storage/drafts.ts";
import { Select, TextArea, TextField } from "../../ui/controls/fields.tsx";
import { FormDialog } from "../../ui/controls/form-dialog.tsx";
import { ProblemNotice } from "../../ui/feedback/problem-notice.tsx";
import { useToast } from "../../ui/feedback/toasts.tsx";
import { onCaseMessages } from "./on-case-messages.ts";

const SHORTEST_REASON = 3;
const NOTHING = { personId: "", caseId: "", reason: "" };
const isDraft = (content: unknown): content is typeof NOTHING =>
  typeof content === "object" &&
  content !== null &&
  Object.keys(NOTHING).every((name) => typeof (content as Record<string, unknown>)[name] === "string");

/** Shuts a person out of a case for conflict of interest. */
export function ExcludeDialog({ onClose }: { onClose: () => void }) {
  const t = useMessages(onCaseMessages);
  const say = useToast();
  const { data } = useRead(standingRoutes.listColleagues);
  const { content, change, discard } = useDraft("exclusion", NOTHING, isDraft);
  const { mutate, error, isPending } = useWrite(standingRoutes.excludeFromCase);
  const [checked, setChecked] = useState(false);
  const first = useRef<HTMLSelectElement>(null);
  const { personId } = content;
  const [caseId, reason] = [Number(content.caseId), content.reason.trim()];
  const caseWrong = !Number.isSafeInteger(caseId) || caseId < 1;
  const tooShort = reason.length < SHORTEST_REASON;
  const submit = () => {
    setChecked(true);
    if (personId === "" || caseWrong || tooShort) return;
    mutate(
      { body: { personId, caseId, reason } },
      {
        onSuccess: ({ person }) => {
          discard();
          say(t("excluded", { name: person.name, case: caseId }));
          onClose();
        },
      },
    );
  };
  return (
    <FormDialog
      title={t("excludeTitle")}
      act={t("exclude")}
      cancel={t("cancel")}
      busy={isPending}
      focus={first}
      onClose={onClose}
      onAct={submit}
    >
      <p>{t("excludeText")}</p>
      <Select
        ref={first}
        label={t("person")}
        value={personId}
        error={checked && personId === "" ? t("choosePerson") : undefined}
        onChange={({ target }) => change({ ...content, personId: target.value })}
      >
        <option value="">{t("choosePerson")}</option>
        {data?.colleagues.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </Select>
      <TextField
        label={t("caseId")}
        description={t("caseIdHint")}
        inputMode="numeric"
        value={content.caseId}
        maxLength={15}
        error={checked && caseWrong ? t("caseIdHint") : undefined}
        onChange={({ target }) => change({ ...content, caseId: target.value })}
      />
      <TextArea
        label={t("reason")}
        value={content.reason}
        error={checked && tooShort ? t("reasonTooShort") : undefined}
        onChange={({ target }) => change({ ...content, reason: target.value.slice(0, 2000) })}
      />
      {error && <ProblemNotice error={error} />}
    </FormDialog>
  );
}
