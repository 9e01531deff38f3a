import type { OperationsView } from "@varde/contract/operations";
import { useFormats } from "../../platform/formats/use-formats.ts";
import { useMessages } from "../../platform/i18n/language.tsx";
import { Age } from "../../ui/figures/time.tsx";
import { Panel } from "../../ui/layout/panel.tsx";
import { Table } from "../../ui/table/plain-table.tsx";
import { JobName } from "./job-name.tsx";
import { monitoringMessages } from "./monitoring-messages.ts";

/** How much work waits in each queue, and for how long. */
export function Queues({ queues }: { queues: OperationsView["queues"] }) {
  const t = useMessages(monitoringMessages);
  const formats = useFormats();
  return (
    <Panel flush={queues.length > 0} title={t("queues")}>
      {queues.length === 0 ? (
        <p className="quiet">{t("noQueues")}</p>
      ) : (
        <Table
          caption={t("queues")}
          head={[t("queue"), t("waiting"), t("active"), t("failedCount"), t("oldest")]}
          numeric={[1, 2, 3, 4]}
          rows={queues.map(({ name, waiting, active, failed, oldestWaiting }) => ({
            key: name,
            mark: failed > 0 ? "bad" : undefined,
            cells: [
              <JobName key="name" name={name} />,
              formats.number(waiting),
              formats.number(active),
              formats.number(failed),
              oldestWaiting ? <Age key="oldest" at={oldestWaiting} /> : "–",
            ],
          }))}
        />
      )}
    </Panel>
  );
}
