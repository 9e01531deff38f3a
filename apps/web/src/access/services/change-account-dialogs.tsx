import { type ServiceAccountView, serviceAccountRoutes } from "@varde/contract/access-services";
import { useState } from "react";
import { useWrite } from "../../platform/api/write.ts";
import { useMessages } from "../../platform/i18n/language.tsx";
import { Select } from "../../ui/controls/fields.tsx";
import { FormDialog } from "../../ui/controls/form-dialog.tsx";
import { ReasonDialog } from "../../ui/controls/reason-dialog.tsx";
import { ProblemNotice } from "../../ui/feedback/problem-notice.tsx";
import { useToast } from "../../ui/feedback/toasts.tsx";
import type { NewSecret } from "./secret-notice.tsx";
import { serviceMessages } from "./service-messages.ts";

const SHORTEST_REASON = 5;
/** Days the secret before may go on working; none where it has leaked. */
const OVERLAPS = [0, 1, 7, 30, 90] as const;
const USUAL_OVERLAP = 7;

interface ChangeProps {
  account: ServiceAccountView;
  onClose: () => void;
}

/** Makes a new secret; the one before works on for some days, so that the other system can change over. */
export function RotateDialog({
  account: { clientId },
  onClose,
  onRotated,
}: ChangeProps & { onRotated: (given: NewSecret) => void }) {
  const t = useMessages(serviceMessages);
  const [overlapDays, overlap] = useState<number>(USUAL_OVERLAP);
  const { mutate, error, isPending } = useWrite(serviceAccountRoutes.rotateServiceSecret);
  return (
    <FormDialog
      title={t("rotateTitle", { clientId })}
      act={t("rotate")}
      cancel={t("cancel")}
      busy={isPending}
      onClose={onClose}
      onAct={() => mutate({ params: { clientId }, body: { overlapDays } }, { onSuccess: onRotated })}
    >
      <p>{t("rotateText")}</p>
      <Select
        label={t("overlap")}
        value={overlapDays}
        onChange={({ target }) => overlap(Number(target.value))}
      >
        {OVERLAPS.map((count) => (
          <option key={count} value={count}>
            {count === 0 ? t("atOnce") : t("days", { count })}
          </option>
        ))}
      </Select>
      {error && <ProblemNotice error={error} />}
    </FormDialog>
  );
}

/** Shuts another system out for ever. */
export function RevokeDialog({ account: { clientId }, onClose }: ChangeProps) {
  const t = useMessages(serviceMessages);
  const say = useToast();
  const { mutate, error, isPending } = useWrite(serviceAccountRoutes.revokeServiceAccount);
  return (
    <ReasonDialog
      title={t("revokeTitle", { clientId })}
      label={t("reason")}
      act={t("revoke")}
      tone="danger"
      cancel={t("cancel")}
      tooShort={t("reasonTooShort")}
      shortest={SHORTEST_REASON}
      draft={`revoke.${clientId}`}
      busy={isPending}
      onClose={onClose}
      onAct={(reason, discard) =>
        mutate(
          { params: { clientId }, body: { reason } },
          {
            onSuccess: () => {
              discard();
              say(t("revoked", { clientId }));
              onClose();
            },
          },
        )
      }
    >
      <p>{t("revokeText")}</p>
      {error && <ProblemNotice error={error} />}
    </ReasonDialog>
  );
}
