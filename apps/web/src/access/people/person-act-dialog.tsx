import { useNavigate, useSearch } from "@tanstack/react-router";
import { type KnownPerson, peopleRoutes } from "@varde/contract/access-people";
import type { ReactNode } from "react";
import { useWrite } from "../../platform/api/write.ts";
import { useMessages } from "../../platform/i18n/language.tsx";
import { FormDialog } from "../../ui/controls/form-dialog.tsx";
import { ReasonDialog } from "../../ui/controls/reason-dialog.tsx";
import { ProblemNotice } from "../../ui/feedback/problem-notice.tsx";
import { useToast } from "../../ui/feedback/toasts.tsx";
import { GiveRolesDialog } from "./give-roles-dialog.tsx";
import { peopleMessages } from "./people-messages.ts";

const SHORTEST_REASON = 5;

interface ActDialogProps {
  person: KnownPerson;
  onClose: () => void;
  /** Says that it was done, and closes. */
  onDone: (told: string) => void;
}

/** The act the address names, asked about before it is done. */
export function PersonActDialog({ person }: { person: KnownPerson }): ReactNode {
  const { act } = useSearch({ from: "/shell/access/people/$id" });
  const navigate = useNavigate({ from: "/access/people/$id" });
  const say = useToast();
  const close = () => void navigate({ search: {}, replace: true });
  const done = (told: string) => {
    say(told);
    close();
  };
  const given = { person, onClose: close, onDone: done };
  if (act === "deactivate") return <Deactivate {...given} />;
  if (act === "reactivate") return <Reactivate {...given} />;
  if (act === "endSessions") return <EndSessions {...given} />;
  return act === "giveRoles" ? <GiveRolesDialog {...given} /> : null;
}

function Deactivate({ person, onClose, onDone }: ActDialogProps) {
  const t = useMessages(peopleMessages);
  const { mutate, error, isPending } = useWrite(peopleRoutes.deactivatePerson);
  return (
    <ReasonDialog
      title={t("deactivateTitle", { name: person.name })}
      label={t("reason")}
      hint={t("reasonHint")}
      act={t("act.deactivate")}
      tone="danger"
      cancel={t("cancel")}
      tooShort={t("reasonTooShort")}
      shortest={SHORTEST_REASON}
      draft={`deactivate.${person.id}`}
      busy={isPending}
      onClose={onClose}
      onAct={(reason, discard) =>
        mutate(
          { params: { id: person.id }, body: { reason } },
          {
            onSuccess: ({ endedSessions }) => {
              discard();
              onDone(t("deactivated", { name: person.name, count: endedSessions }));
            },
          },
        )
      }
    >
      <p>{t("deactivateText")}</p>
      {error && <ProblemNotice error={error} />}
    </ReasonDialog>
  );
}

function Reactivate({ person, onClose, onDone }: ActDialogProps) {
  const t = useMessages(peopleMessages);
  const { mutate, error, isPending } = useWrite(peopleRoutes.reactivatePerson);
  return (
    <ReasonDialog
      title={t("reactivateTitle", { name: person.name })}
      label={t("reason")}
      hint={t("reasonHint")}
      act={t("act.reactivate")}
      cancel={t("cancel")}
      tooShort={t("reasonTooShort")}
      shortest={SHORTEST_REASON}
      draft={`reactivate.${person.id}`}
      busy={isPending}
      onClose={onClose}
      onAct={(reason, discard) =>
        mutate(
          { params: { id: person.id }, body: { reason } },
          {
            onSuccess: () => {
              discard();
              onDone(t("reactivated", { name: person.name }));
            },
          },
        )
      }
    >
      <p>{t("reactivateText")}</p>
      {error && <ProblemNotice error={error} />}
    </ReasonDialog>
  );
}

function EndSessions({ person, onClose, onDone }: ActDialogProps) {
  const t = useMessages(peopleMessages);
  const { mutate, error, isPending } = useWrite(peopleRoutes.endSessionsOfPerson);
  return (
    <FormDialog
      title={t("endSessionsTitle", { name: person.name })}
      act={t("act.endSessions")}
      cancel={t("cancel")}
      busy={isPending}
      onClose={onClose}
      onAct={() =>
        mutate(
          { params: { id: person.id } },
          { onSuccess: ({ endedSessions }) => onDone(t("sessionsEnded", { count: endedSessions })) },
        )
      }
    >
      <p>{t("endSessionsText")}</p>
      {error && <ProblemNotice error={error} />}
    </FormDialog>
  );
}
