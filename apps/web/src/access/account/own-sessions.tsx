import { sessionRoutes } from "@varde/contract/access-sessions";
import { useRead } from "../../platform/api/read.ts";
import { useWrite } from "../../platform/api/write.ts";
import { useMessages } from "../../platform/i18n/language.tsx";
import { Button } from "../../ui/controls/button.tsx";
import { Loaded } from "../../ui/feedback/loaded.tsx";
import { ProblemNotice } from "../../ui/feedback/problem-notice.tsx";
import { useToast } from "../../ui/feedback/toasts.tsx";
import { Panel } from "../../ui/layout/panel.tsx";
import { Stack } from "../../ui/layout/stack.tsx";
import { accountMessages } from "./account-messages.ts";
import { SessionTable } from "./session-table.tsx";

/** Where the reader is logged in, with the way to end what should not be. */
export function OwnSessions() {
  const t = useMessages(accountMessages);
  const say = useToast();
  const read = useRead(sessionRoutes.listOwnSessions);
  const endOne = useWrite(sessionRoutes.endOwnSession);
  const endOthers = useWrite(sessionRoutes.endOtherSessions);
  const error = endOne.error ?? endOthers.error;
  const told = { onSuccess: ({ ended }: { ended: number }) => say(t("sessionsEnded", { count: ended })) };
  const others = read.data?.sessions.filter(({ current }) => !current).length ?? 0;
  return (
    <Panel
      title={t("sessions")}
      aside={
        others > 0 && (
          <Button loading={endOthers.isPending} onClick={() => endOthers.mutate(undefined, told)}>
            {t("endOthers")}
          </Button>
        )
      }
    >
      <Stack>
        {error && <ProblemNotice error={error} />}
        <Loaded read={read}>
          {({ sessions }) => (
            <SessionTable
              sessions={sessions}
              end={{
                act: (id) => endOne.mutate({ params: { id } }, told),
                busyWith: endOne.isPending ? endOne.variables.params.id : undefined,
              }}
            />
          )}
        </Loaded>
        <p className="quiet">{others === 0 ? t("onlyThisSession") : t("endWhatIsNotYours")}</p>
      </Stack>
    </Panel>
  );
}
