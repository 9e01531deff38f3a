import { ChevronDownIcon, ChevronUpIcon, DownloadIcon } from "@navikt/aksel-icons";
import { useNavigate } from "@tanstack/react-router";
import { fillPath } from "@varde/contract/client";
import { intakeRoutes, type MessageView } from "@varde/contract/intake";
import { useState } from "react";
import { useWrite } from "../../../platform/api/write.ts";
import { useMessages } from "../../../platform/i18n/language.tsx";
import { useShortcut } from "../../../platform/keyboard/keyboard.tsx";
import { Button, ButtonAnchor } from "../../../ui/controls/button.tsx";
import { ReasonDialog } from "../../../ui/controls/reason-dialog.tsx";
import { ProblemNotice } from "../../../ui/feedback/problem-notice.tsx";
import { useToast } from "../../../ui/feedback/toasts.tsx";
import { intakeMessages } from "../intake-messages.ts";
import type { QueueSearch } from "../queue/queue-search.ts";

interface MessageActionsProps {
  view: MessageView;
  search: QueueSearch;
  neighbours: { previous: number | undefined; next: number | undefined };
  onRejected: () => void;
}

/** What can be done with a message besides completing it, and the way through the queue. */
export function MessageActions({ view, search, neighbours, onRejected }: MessageActionsProps) {
  const t = useMessages(intakeMessages);
  const say = useToast();
  const navigate = useNavigate();
  const [rejecting, setRejecting] = useState(false);
  const { message, abilities } = view;
  const params = { id: message.id };
  const reread = useWrite(intakeRoutes.rereadMessage);
  const reject = useWrite(intakeRoutes.rejectMessage);
  const open = (id: number | undefined) =>
    id !== undefined && void navigate({ to: "/intake/messages/$id", params: { id: String(id) }, search });
  useShortcut("n", t("nextMessage"), () => open(neighbours.next));
  useShortcut("p", t("previousMessage"), () => open(neighbours.previous));
  useShortcut("u", t("queue"), () => void navigate({ to: "/intake", search }));

  return (
    <>
      {view.numbersOpenUntil !== null && (
        <ButtonAnchor
          kind="quiet"
          href={fillPath(intakeRoutes.downloadOriginal.path, params)}
          icon={<DownloadIcon aria-hidden="true" />}
          download
        >
          {t("download")}
        </ButtonAnchor>
      )}
      {abilities.reread.allowed && (
        <Button
          loading={reread.isPending}
          onClick={() => reread.mutate({ params }, { onSuccess: () => say(t("rereadDone")) })}
        >
          {t("reread")}
        </Button>
      )}
      {abilities.reject.allowed && (
        <Button tone="danger" onClick={() => setRejecting(true)}>
          {t("reject")}
        </Button>
      )}
      <Button
        kind="quiet"
        aria-label={t("previousMessage")}
        disabled={neighbours.previous === undefined}
        icon={<ChevronUpIcon aria-hidden="true" />}
        onClick={() => open(neighbours.previous)}
      >
        {t("previous")}
      </Button>
      <Button
        kind="quiet"
        aria-label={t("nextMessage")}
        disabled={neighbours.next === undefined}
        icon={<ChevronDownIcon aria-hidden="true" />}
        onClick={() => open(neighbours.next)}
      >
        {t("next")}
      </Button>
      {reread.error && <ProblemNotice error={reread.error} />}
      {rejecting && (
        <ReasonDialog
          title={t("rejectTitle")}
          label={t("rejectReason")}
          act={t("reject")}
          tone="danger"
          cancel={t("cancel")}
          tooShort={t("reasonTooShort")}
          draft={`reject.${message.id}`}
          busy={reject.isPending}
          onClose={() => setRejecting(false)}
          onAct={(reason, done) =>
            reject.mutate(
              { params, body: { reason } },
              {
                onSuccess: () => {
                  done();
                  setRejecting(false);
                  say(t("rejectDone"));
                  onRejected();
                },
              },
            )
          }
        >
          <p>{t("rejectText")}</p>
          {reject.error && <ProblemNotice error={reject.error} />}
        </ReasonDialog>
      )}
    </>
  );
}
