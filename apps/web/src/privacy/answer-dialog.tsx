import { type Correction, privacyRoutes } from "@varde/contract/privacy";
import { useState } from "react";
import { useWrite } from "../platform/api/write.ts";
import { useMessages } from "../platform/i18n/language.tsx";
import { Select } from "../ui/controls/fields.tsx";
import { ReasonDialog } from "../ui/controls/reason-dialog.tsx";
import { ProblemNotice } from "../ui/feedback/problem-notice.tsx";
import { useToast } from "../ui/feedback/toasts.tsx";
import { privacyMessages } from "./privacy-messages.ts";

/** Answers what a person says is wrong: a note beside the data, or no with the reason. */
export function AnswerDialog({ correction, onClose }: { correction: Correction; onClose: () => void }) {
  const t = useMessages(privacyMessages);
  const say = useToast();
  const [annotate, choose] = useState(true);
  const { mutate, error, isPending } = useWrite(privacyRoutes.answerCorrection);
  return (
    <ReasonDialog
      title={t("answerTitle")}
      label={annotate ? t("annotation") : t("whyNot")}
      act={t("answer")}
      cancel={t("cancel")}
      tooShort={t("answerTooShort")}
      shortest={5}
      draft={`correction.${correction.id}`}
      busy={isPending}
      onClose={onClose}
      onAct={(answer, discard) =>
        mutate(
          { params: { id: correction.id }, body: { annotate, answer } },
          {
            onSuccess: () => {
              discard();
              say(t("answered"));
              onClose();
            },
          },
        )
      }
    >
      <blockquote>{correction.statement}</blockquote>
      <Select
        label={t("decision")}
        value={annotate ? "annotate" : "decline"}
        onChange={({ target }) => choose(target.value === "annotate")}
      >
        <option value="annotate">{t("annotate")}</option>
        <option value="decline">{t("decline")}</option>
      </Select>
      {error && <ProblemNotice error={error} />}
    </ReasonDialog>
  );
}
