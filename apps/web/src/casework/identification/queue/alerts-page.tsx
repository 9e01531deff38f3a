import { useSearch } from "@tanstack/react-router";
import { identificationRoutes } from "@varde/contract/identification";
import { usePages } from "../../../platform/api/read.ts";
import { useMessages } from "../../../platform/i18n/language.tsx";
import { ButtonLink } from "../../../ui/controls/button.tsx";
import { Empty } from "../../../ui/feedback/empty.tsx";
import { Loaded } from "../../../ui/feedback/loaded.tsx";
import { Page } from "../../../ui/layout/page.tsx";
import { Panel } from "../../../ui/layout/panel.tsx";
import { ListTable } from "../../../ui/table/list-table.tsx";
import { identificationMessages } from "../identification-messages.ts";
import { useAlertColumns } from "./alert-columns.tsx";
import { AlertFilters } from "./alert-filters.tsx";
import type { AlertSearch } from "./alert-search.ts";

/** Every alert by where its identity stands, the most urgent first. */
export function AlertsPage() {
  const t = useMessages(identificationMessages);
  const search = useSearch({ from: "/shell/alerts" });
  const { identity, search: words, status = "valid" } = search;
  const pages = usePages(identificationRoutes.listAlerts, {
    identity,
    search: words,
    status: status === "any" ? undefined : status,
  });
  const columns = useAlertColumns();

  return (
    <Page title={t("title")} lead={t("queueLead")}>
      <Loaded read={pages.read}>
        {({ counts }) => (
          <>
            <AlertFilters search={search} counts={counts} />
            <Panel flush>
              <ListTable
                name="alerts"
                caption={t("title")}
                columns={columns}
                rows={pages.rows}
                rowKey={(row) => row.id}
                rowMark={(row) =>
                  row.identity === "awaitingDecision" && row.status === "valid" ? "warn" : undefined
                }
                onMore={pages.more}
                loadingMore={pages.loadingMore}
                empty={<EmptyAlerts search={search} />}
              />
            </Panel>
          </>
        )}
      </Loaded>
    </Page>
  );
}

function EmptyAlerts({ search: { identity, search, status } }: { search: AlertSearch }) {
  const t = useMessages(identificationMessages);
  if (identity === "awaitingDecision" && !search)
    return <Empty title={t("emptyAwaiting")}>{t("emptyAwaitingText")}</Empty>;
  if (identity || search || status)
    return (
      <Empty title={t("emptyFilter")} actions={<ButtonLink to="/alerts">{t("showAll")}</ButtonLink>}>
        {t("emptyFilterText")}
      </Empty>
    );
  return <Empty title={t("emptyAll")}>{t("emptyAllText")}</Empty>;
}
