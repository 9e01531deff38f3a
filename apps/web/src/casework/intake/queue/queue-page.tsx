import { useSearch } from "@tanstack/react-router";
import { intakeRoutes } from "@varde/contract/intake";
import { useMay } from "../../../access/index.ts";
import { usePages } from "../../../platform/api/read.ts";
import { useMessages } from "../../../platform/i18n/language.tsx";
import { ButtonLink } from "../../../ui/controls/button.tsx";
import { Loaded } from "../../../ui/feedback/loaded.tsx";
import { Page } from "../../../ui/layout/page.tsx";
import { Panel } from "../../../ui/layout/panel.tsx";
import { ListTable } from "../../../ui/table/list-table.tsx";
import { intakeMessages } from "../intake-messages.ts";
import { EmptyQueue } from "./empty-queue.tsx";
import { useQueueColumns } from "./queue-columns.tsx";
import { QueueFilters } from "./queue-filters.tsx";
import { Upload } from "./upload.tsx";

/** The intake queue and the ledger. */
export function QueuePage() {
  const t = useMessages(intakeMessages);
  const search = useSearch({ from: "/shell/intake" });
  const mayHandle = useMay("handleIntake");
  const pages = usePages(intakeRoutes.listMessages, { ...search });
  const columns = useQueueColumns(search);

  return (
    <Page
      title={t("title")}
      lead={t("queueLead")}
      actions={
        mayHandle && (
          <>
            <Upload />
            <ButtonLink to="/intake/enter">{t("enter")}</ButtonLink>
          </>
        )
      }
    >
      <Loaded read={pages.read}>
        {({ counts, reasons }) => (
          <>
            <QueueFilters search={search} counts={counts} reasons={reasons} />
            <Panel flush>
              <ListTable
                name="intake"
                caption={t("title")}
                columns={columns}
                rows={pages.rows}
                rowKey={(row) => row.id}
                rowMark={(row) =>
                  row.state === "quarantined" ? "bad" : row.state === "received" ? "warn" : undefined
                }
                onMore={pages.more}
                loadingMore={pages.loadingMore}
                empty={<EmptyQueue search={search} />}
              />
            </Panel>
          </>
        )}
      </Loaded>
    </Page>
  );
}
