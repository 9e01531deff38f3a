import { type AlertView, type IdentityDecision, identificationRoutes } from "@varde/contract/identification";
import { useState } from "react";
import { useWrite } from "../../../platform/api/write.ts";
import { useMessages } from "../../../platform/i18n/language.tsx";
import { TextField } from "../../../ui/controls/fields.tsx";
import { ReasonDialog } from "../../../ui/controls/reason-dialog.tsx";
import { Notice } from "../../../ui/feedback/notice.tsx";
import { ProblemNotice } from "../../../ui/feedback/problem-notice.tsx";
import { useToast } from "../../../ui/feedback/toasts.tsx";
import { Stack } from "../../../ui/layout/stack.tsx";
import { identificationMessages } from "../identification-messages.ts";

/** A decision about to be taken. To confirm without a person means that the officer names somebody else. */
export interface Wanted {
  readonly decision: IdentityDecision;
  readonly hprNumber?: number;
  readonly name?: string;
}

const HPR_NUMBER = /^\d{1,9}$/;

/** Asks for the reason of a decision and takes it. */
export function DecideDialog({
  view,
  wanted,
  onClose,
}: {
  view: AlertView;
  wanted: Wanted;
  onClose: () => void;
}) {
  const t = useMessages(identificationMessages);
  const say = useToast();
  const decide = useWrite(identificationRoutes.decideIdentity);
  const [written, setWritten] = useState("");
  const [checked, setChecked] = useState(false);
  const { decision, name } = wanted;
  const isOther = decision === "confirm" && wanted.hprNumber === undefined;
  const numberIsRight = HPR_NUMBER.test(written.trim());
  const hprNumber = isOther ? Number(written.trim()) : wanted.hprNumber;
  const versionId = view.versions[0]?.id;

  const act = (reason: string, done: () => void) => {
    setChecked(true);
    if ((isOther && !numberIsRight) || versionId === undefined) return;
    const body = {
      decision,
      reason,
      versionId,
      lastDecision: view.decisions[0]?.id ?? null,
      ...(hprNumber !== undefined && { hprNumber }),
    };
    decide.mutate(
      { params: { id: view.alert.id }, body },
      {
        onSuccess: (after) => {
          done();
          say(
            t(after.decisions[0]?.standing === "awaitingSecond" ? "doneAwaitingSecond" : `done.${decision}`),
          );
          onClose();
        },
      },
    );
  };

  return (
    <ReasonDialog
      title={t(`${decision}Title`)}
      label={t("reason")}
      hint={t("reasonHint")}
      act={t(decision)}
      cancel={t("cancel")}
      tooShort={t("reasonTooShort")}
      draft={`decide.${view.alert.id}.${decision}`}
      busy={decide.isPending}
      onClose={onClose}
      onAct={act}
    >
      <Stack>
        {isOther ? (
          <>
            <p>{t("confirmOtherText")}</p>
            <TextField
              label={t("otherNumber")}
              inputMode="numeric"
              value={written}
              error={checked && !numberIsRight ? t("otherNumberInvalid") : undefined}
              onChange={({ target }) => setWritten(target.value)}
            />
          </>
        ) : decision === "confirm" ? (
          <p>{t("confirmText", { name: name ?? "", number: String(hprNumber) })}</p>
        ) : (
          <p>{t(`${decision}Text`)}</p>
        )}
        {goesAgainstEngine(view, wanted) && <Notice tone="warning">{t("againstEngine")}</Notice>}
        {decide.error && <ProblemNotice error={decide.error} />}
      </Stack>
    </ReasonDialog>
  );
}

/** Told beforehand so that nobody is surprised; the server decides whether a second officer is needed. */
function goesAgainstEngine({ match }: AlertView, { decision, hprNumber }: Wanted): boolean {
  if (decision === "reject") return match?.outcome === "certain";
  if (decision !== "confirm" || hprNumber === undefined) return false;
  return match?.candidates.find(({ person }) => person.hprNumber === hprNumber)?.needsSecond ?? true;
}
