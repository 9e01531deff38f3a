import { useSearch } from "@tanstack/react-router";
import { auditRoutes } from "@varde/contract/audit";
import { usePages } from "../../platform/api/read.ts";
import { useMessages } from "../../platform/i18n/language.tsx";
import { ButtonAnchor, ButtonLink } from "../../ui/controls/button.tsx";
import { Empty } from "../../ui/feedback/empty.tsx";
import { Loaded } from "../../ui/feedback/loaded.tsx";
import { Page } from "../../ui/layout/page.tsx";
import { Panel } from "../../ui/layout/panel.tsx";
import { ListTable } from "../../ui/table/list-table.tsx";
import { auditMessages } from "../audit-messages.ts";
import { AuditTabs } from "../audit-tabs.tsx";
import { useAuditColumns } from "./audit-columns.tsx";
import { AuditFilters } from "./audit-filters.tsx";

/** Everything that was done, looked at and refused, newest first. */
export function AuditPage() {
  const t = useMessages(auditMessages);
  const search = useSearch({ from: "/shell/audit" });
  const { refused, ...filter } = search;
  const pages = usePages(auditRoutes.listAudit, { ...filter, ...(refused && { refused: "true" }) }, "before");
  const columns = useAuditColumns();
  return (
    <Page
      title={t("title")}
      lead={t("lead")}
      actions={
        <ButtonAnchor href={auditRoutes.exportAudit.path} download>
          {t("export")}
        </ButtonAnchor>
      }
    >
      <AuditTabs />
      <AuditFilters search={search} />
      <Panel flush>
        <Loaded read={pages.read}>
          {() => (
            <ListTable
              name="audit"
              caption={t("title")}
              columns={columns}
              rows={pages.rows}
              rowKey={({ id }) => id}
              rowMark={(row) => (row.refused ? "bad" : undefined)}
              onMore={pages.more}
              loadingMore={pages.loadingMore}
              empty={
                <Empty title={t("emptyTitle")} actions={<ButtonLink to="/audit">{t("showAll")}</ButtonLink>}>
                  {t("emptyText")}
                </Empty>
              }
            />
          )}
        </Loaded>
      </Panel>
    </Page>
  );
}
