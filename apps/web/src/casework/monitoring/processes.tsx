import type { OperationsView } from "@varde/contract/operations";
import { useMessages } from "../../platform/i18n/language.tsx";
import { Mark } from "../../ui/figures/mark.tsx";
import { Age } from "../../ui/figures/time.tsx";
import { Panel } from "../../ui/layout/panel.tsx";
import { Table } from "../../ui/table/plain-table.tsx";
import { monitoringMessages } from "./monitoring-messages.ts";

/** Which processes of Varde run, and when each was last heard from. */
export function Processes({ processes }: { processes: OperationsView["processes"] }) {
  const t = useMessages(monitoringMessages);
  return (
    <Panel flush title={t("processes")}>
      <Table
        caption={t("processes")}
        head={[t("process"), t("host"), t("started"), t("heartbeat"), t("state")]}
        rows={processes.map(({ id, kind, host, pid, startedAt, heartbeatAt, alive }) => ({
          key: id,
          cells: [
            t(`process.${kind}`),
            <span key="host" className="mono">
              {host}:{pid}
            </span>,
            <Age key="started" at={startedAt} />,
            <Age key="heard" at={heartbeatAt} />,
            <Mark key="state" tone={alive ? "good" : "warn"}>
              {t(alive ? "alive" : "silent")}
            </Mark>,
          ],
        }))}
      />
    </Panel>
  );
}
