import { useQuery } from "@tanstack/react-query";
import { intakeRoutes } from "@varde/contract/intake";
import { operationsRoutes } from "@varde/contract/operations";
import { useMay } from "../../access/index.ts";
import { readOptions, useReadIf } from "../../platform/api/read.ts";
import { useMessages } from "../../platform/i18n/language.tsx";
import { Loaded } from "../../ui/feedback/loaded.tsx";
import { Notice } from "../../ui/feedback/notice.tsx";
import { Page } from "../../ui/layout/page.tsx";
import { Columns, Stack } from "../../ui/layout/stack.tsx";
import { BalancePanel } from "../portfolio/index.ts";
import { FailedJobs } from "./failed-jobs.tsx";
import { Mailboxes } from "./mailboxes.tsx";
import { monitoringMessages } from "./monitoring-messages.ts";
import { Processes } from "./processes.tsx";
import { Queues } from "./queues.tsx";
import { Sweeps } from "./sweeps.tsx";

/** Heartbeats and queues move without any notice being given. */
const LOOK_AGAIN_MS = 5000;

/** How the robot is doing: what failed first, then queues, mailboxes and processes. */
export function OperationsPage() {
  const t = useMessages(monitoringMessages);
  const read = useQuery({ ...readOptions(operationsRoutes.getOperations), refetchInterval: LOOK_AGAIN_MS });
  const balance = useReadIf(useMay("readBalance"), intakeRoutes.getBalance);
  return (
    <Page title={t("title")} lead={t("lead")}>
      <Loaded read={read}>
        {({ failed, queues, mailboxes, processes }) => (
          <Stack>
            {!processes.some(({ kind, alive }) => alive && kind === "worker") && (
              <Notice tone="danger">{t("noWorker")}</Notice>
            )}
            {balance.data && <BalancePanel balance={balance.data.balance} isNow />}
            <FailedJobs jobs={failed} />
            <Sweeps />
            <Mailboxes mailboxes={mailboxes} />
            <Columns size="large">
              <Queues queues={queues} />
              <Processes processes={processes} />
            </Columns>
          </Stack>
        )}
      </Loaded>
    </Page>
  );
}
