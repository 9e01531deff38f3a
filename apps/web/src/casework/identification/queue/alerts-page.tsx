import { useNavigate, useSearch } from "@tanstack/react-router";
import { identificationRoutes, type IdentityState } from "@varde/contract/identification";
import { useCallback } from "react";
import { usePages } from "../../../platform/api/read.ts";
import { useFormats } from "../../../platform/formats/use-formats.ts";
import { useMessages } from "../../../platform/i18n/language.tsx";
import { ButtonLink } from "../../../ui/controls/button.tsx";
import { Select } from "../../../ui/controls/fields.tsx";
import { Empty } from "../../../ui/feedback/empty.tsx";
import { Loaded } from "../../../ui/feedback/loaded.tsx";
import { Page } from "../../../ui/layout/page.tsx";
import { Panel } from "../../../ui/layout/panel.tsx";
import { FilterBar, ListSearch } from "../../../ui/table/filter-bar.tsx";
import { ListTable } from "../../../ui/table/list-table.tsx";
import { termMessages } from "../../terms/index.ts";
import { identificationMessages } from "../identification-messages.ts";
import { useAlertColumns } from "./alert-columns.tsx";
import { type AlertSearch, readAlertSearch } from "./alert-search.ts";

/** The states in the order an officer needs them. */
const STATES_BY_NEED = [
  "awaitingDecision",
  "asked",
  "noMatch",
  "confirmed",
  "rejected",
  "unmatched",
] as const satisfies readonly IdentityState[];

/** Every alert by where its identity stands, the most urgent first. */
export function AlertsPage() {
  const t = useMessages(identificationMessages);
  const terms = useMessages(termMessages);
  const formats = useFormats();
  const search = useSearch({ from: "/shell/alerts" });
  const navigate = useNavigate({ from: "/alerts" });
  const { identity, search: words } = search;
  const status = search.status ?? "valid";
  const pages = usePages(identificationRoutes.listAlerts, {
    identity,
    search: words,
    status: status === "any" ? undefined : status,
  });
  const columns = useAlertColumns();
  const find = useCallback(
    (written: string) =>
      void navigate({ search: (before) => readAlertSearch({ ...before, search: written }), replace: true }),
    [navigate],
  );
  const withState = (state: IdentityState | undefined) => readAlertSearch({ ...search, identity: state });

  return (
    <Page title={t("title")} lead={t("queueLead")}>
      <Loaded read={pages.read}>
        {({ counts }) => (
          <>
            <FilterBar
              label={t("filters")}
              writeNumber={formats.number}
              filters={[
                {
                  key: "all",
                  label: t("all"),
                  chosen: !identity,
                  count: STATES_BY_NEED.reduce((sum, state) => sum + counts[state], 0),
                  to: { to: "/alerts", search: withState(undefined) },
                },
                ...STATES_BY_NEED.map((state) => ({
                  key: state,
                  label: terms(`identity.${state}`),
                  count: counts[state],
                  chosen: identity === state,
                  to: { to: "/alerts" as const, search: withState(state) },
                })),
              ]}
            >
              <Select
                label={t("status")}
                hideLabel
                value={status}
                onChange={({ target }) =>
                  void navigate({ search: (before) => readAlertSearch({ ...before, status: target.value }) })
                }
              >
                <option value="valid">{t("validOnly")}</option>
                <option value="withdrawn">{terms("status.withdrawn")}</option>
                <option value="expired">{terms("status.expired")}</option>
                <option value="any">{t("anyStatus")}</option>
              </Select>
              <ListSearch label={t("search")} value={words ?? ""} onSearch={find} />
            </FilterBar>
            <Panel flush>
              <ListTable
                name="alerts"
                caption={t("title")}
                columns={columns}
                rows={pages.rows}
                rowKey={(row) => row.id}
                rowMark={(row) => (row.identity === "awaitingDecision" ? "warn" : undefined)}
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
