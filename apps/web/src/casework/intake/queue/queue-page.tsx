import { useNavigate, useSearch } from "@tanstack/react-router";
import { intakeRoutes, MESSAGE_STATES } from "@varde/contract/intake";
import { useCallback } from "react";
import { useMay } from "../../../access/index.ts";
import { usePages } from "../../../platform/api/read.ts";
import { useFormats } from "../../../platform/formats/use-formats.ts";
import { useMessages } from "../../../platform/i18n/language.tsx";
import { ButtonLink } from "../../../ui/controls/button.tsx";
import { Select } from "../../../ui/controls/fields.tsx";
import { Loaded } from "../../../ui/feedback/loaded.tsx";
import { Page } from "../../../ui/layout/page.tsx";
import { Panel } from "../../../ui/layout/panel.tsx";
import { FilterBar, ListSearch } from "../../../ui/table/filter-bar.tsx";
import { ListTable } from "../../../ui/table/list-table.tsx";
import { termMessages } from "../../terms/index.ts";
import { intakeMessages } from "../intake-messages.ts";
import { EmptyQueue } from "./empty-queue.tsx";
import { useQueueColumns } from "./queue-columns.tsx";
import { readQueueSearch } from "./queue-search.ts";
import { Upload } from "./upload.tsx";

/** The states in the order an officer needs them. */
const STATES_BY_NEED = [
  "quarantined",
  "received",
  "read",
  "registered",
  "duplicate",
  "irrelevant",
] as const satisfies readonly (typeof MESSAGE_STATES)[number][];

/** The intake queue and the ledger. */
export function QueuePage() {
  const t = useMessages(intakeMessages);
  const terms = useMessages(termMessages);
  const formats = useFormats();
  const search = useSearch({ from: "/shell/intake" });
  const navigate = useNavigate({ from: "/intake" });
  const mayHandle = useMay("handleIntake");
  const pages = usePages(intakeRoutes.listMessages, { ...search });
  const columns = useQueueColumns(search);
  const find = useCallback(
    (written: string) =>
      void navigate({ search: (before) => readQueueSearch({ ...before, search: written }), replace: true }),
    [navigate],
  );
  const { search: words } = search;

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
            <FilterBar
              label={t("filters")}
              writeNumber={formats.number}
              filters={[
                {
                  key: "all",
                  label: t("all"),
                  chosen: !search.state,
                  to: { to: "/intake", search: readQueueSearch({ search: words }) },
                  count: STATES_BY_NEED.reduce((sum, state) => sum + counts[state], 0),
                },
                ...STATES_BY_NEED.map((state) => ({
                  key: state,
                  label: terms(`messageState.${state}`),
                  count: counts[state],
                  chosen: search.state === state,
                  to: { to: "/intake" as const, search: readQueueSearch({ state, search: words }) },
                })),
              ]}
            >
              {(reasons.length > 0 || search.reason) && (
                <Select
                  label={t("reasons")}
                  hideLabel
                  value={search.reason ?? ""}
                  onChange={({ target }) =>
                    void navigate({
                      search: (before) => readQueueSearch({ ...before, reason: target.value }),
                    })
                  }
                >
                  <option value="">{t("anyReason")}</option>
                  {reasons.map(({ reason, count }) => (
                    <option key={reason} value={reason}>
                      {terms.find(`reason.${reason}`) ?? reason} ({formats.number(count)})
                    </option>
                  ))}
                </Select>
              )}
              <ListSearch label={t("search")} value={words ?? ""} onSearch={find} />
            </FilterBar>
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
