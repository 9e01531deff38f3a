import { EyeIcon, EyeSlashIcon } from "@navikt/aksel-icons";
import type { Route } from "@varde/contract";
import { type openNumbers, SHORTEST_PURPOSE } from "@varde/contract/identity-numbers";
import { useState } from "react";
import type { z } from "zod";
import { useMay } from "../../access/index.ts";
import { useWrite } from "../../platform/api/write.ts";
import { useFormats } from "../../platform/formats/use-formats.ts";
import { useMessages } from "../../platform/i18n/language.tsx";
import { Button } from "../../ui/controls/button.tsx";
import { ReasonDialog } from "../../ui/controls/reason-dialog.tsx";
import { ProblemNotice } from "../../ui/feedback/problem-notice.tsx";
import { Row } from "../../ui/layout/stack.tsx";
import { numberMessages } from "./number-messages.ts";

type NumbersRoute = Route & { readonly params: z.ZodObject; readonly body: typeof openNumbers };

interface IdentityNumbersProps {
  /** The route that opens the numbers of what is shown, and its address there. */
  route: NumbersRoute;
  params: Readonly<Record<string, number>>;
  /** Until when they are open to the reader; null where they are masked. */
  openUntil: string | null;
  /** What is shown has files that are downloaded only while the numbers are open. */
  holdsFiles?: boolean;
}

/** Says whether the identity numbers of what is shown are masked, and lets those who may have them shown for a purpose. */
export function IdentityNumbers({ route, params, openUntil, holdsFiles = false }: IdentityNumbersProps) {
  const t = useMessages(numberMessages);
  const formats = useFormats();
  const mayOpen = useMay("openIdentityNumbers");
  const [asking, ask] = useState(false);
  if (openUntil !== null)
    return (
      <Row>
        <EyeIcon aria-hidden="true" />
        <output>{t("shownUntil", { time: formats.time(openUntil) })}</output>
      </Row>
    );
  return (
    <Row>
      <EyeSlashIcon aria-hidden="true" />
      <span className="quiet">{t(holdsFiles ? "maskedFiles" : "masked")}</span>
      {mayOpen && (
        <Button kind="quiet" onClick={() => ask(true)}>
          {t("show")}
        </Button>
      )}
      {asking && <PurposeDialog route={route} params={params} onClose={() => ask(false)} />}
    </Row>
  );
}

function PurposeDialog({
  route,
  params,
  onClose,
}: Pick<IdentityNumbersProps, "route" | "params"> & { onClose: () => void }) {
  const t = useMessages(numberMessages);
  const { mutate, error, isPending } = useWrite<NumbersRoute>(route);
  const open = (purpose: string, done: () => void) =>
    mutate(
      { params, body: { purpose } },
      {
        onSuccess: () => {
          done();
          onClose();
        },
      },
    );
  return (
    <ReasonDialog
      title={t("title")}
      label={t("purpose")}
      hint={t("purposeHint")}
      act={t("act")}
      cancel={t("cancel")}
      tooShort={t("purposeTooShort")}
      shortest={SHORTEST_PURPOSE}
      draft={`identity-numbers.${route.path}.${Object.values(params).join(".")}`}
      busy={isPending}
      onClose={onClose}
      onAct={open}
    >
      <p>{t("text")}</p>
      {error && <ProblemNotice error={error} />}
    </ReasonDialog>
  );
}
