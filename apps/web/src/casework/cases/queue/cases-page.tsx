import { useNavigate, useSearch } from "@tanstack/react-router";
import { type CaseRow, caseRoutes } from "@varde/contract/cases";
import { useCallback, useMemo, useState } from "react";
import { useMay } from "../../../access/index.ts";
import { api } from "../../../platform/api/client.ts";
import { usePages } from "../../../platform/api/read.ts";
import { useMessages } from "../../../platform/i18n/language.tsx";
import { useShortcut } from "../../../platform/keyboard/keyboard.tsx";
import { Button, ButtonLink } from "../../../ui/controls/button.tsx";
import { Empty } from "../../../ui/feedback/empty.tsx";
import { Loaded } from "../../../ui/feedback/loaded.tsx";
import { useToast } from "../../../ui/feedback/toasts.tsx";
import { Page } from "../../../ui/layout/page.tsx";
import { Panel } from "../../../ui/layout/panel.tsx";
import { ListTable } from "../../../ui/table/list-table.tsx";
import { BulkBar } from "./bulk-bar.tsx";
import { useCaseColumns } from "./case-columns.tsx";
import { CaseFilters } from "./case-filters.tsx";
import type { CaseSearch } from "./case-search.ts";
import { queueMessages } from "./queue-messages.ts";

/** The work queue: what is mine, unassigned and overdue first, the most urgent at the top. */
export function CasesPage() {
  const t = useMessages(queueMessages);
  const search = useSearch({ from: "/shell/cases" });
  const { list = "open", search: words, ...filters } = search;
  const pages = usePages(caseRoutes.listCases, { list, search: words, ...filters });
  const { marked, isMarked, toggle, unmark } = useMarking(pages.rows);
  const columns = useCaseColumns({ isMarked, toggle });
  const mayWork = useMay("prepareCases") || useMay("assessCases") || useMay("steerCases");

  return (
    <Page title={t("title")} lead={t("lead")} actions={mayWork && <QueueActs />}>
      <Loaded read={pages.read}>
        {({ counts }) => (
          <>
            <CaseFilters search={search} counts={counts} />
            <Panel flush>
              {mayWork && <BulkBar marked={marked} onDone={unmark} />}
              <ListTable
                name="cases"
                caption={t("title")}
                columns={mayWork ? columns : columns.slice(1)}
                rows={pages.rows}
                rowKey={(row) => row.id}
                rowMark={(row) => (row.overdue ? "bad" : undefined)}
                onMore={pages.more}
                loadingMore={pages.loadingMore}
                empty={<EmptyCases search={search} />}
              />
            </Panel>
          </>
        )}
      </Loaded>
    </Page>
  );
}

function QueueActs() {
  const t = useMessages(queueMessages);
  return (
    <>
      <NextCase />
      {useMay("prepareCases") && <ButtonLink to="/cases/new">{t("openByHand")}</ButtonLink>}
    </>
  );
}

function NextCase() {
  const t = useMessages(queueMessages);
  const navigate = useNavigate();
  const say = useToast();
  const go = async () => {
    const { id } = await api(caseRoutes.nextCase, { query: {} });
    if (id === null) say(t("noNext"));
    else await navigate({ to: "/cases/$id", params: { id: String(id) } });
  };
  useShortcut("n", t("nextShortcut"), () => void go());
  return (
    <Button kind="primary" onClick={() => void go()}>
      {t("next")}
    </Button>
  );
}

/** Which rows are marked; a row that leaves the list is marked no more. */
function useMarking(rows: readonly CaseRow[]) {
  const t = useMessages(queueMessages);
  const [ids, setIds] = useState<ReadonlySet<number>>(new Set());
  const marked = useMemo(() => rows.filter(({ id }) => ids.has(id)), [rows, ids]);
  const isMarked = useCallback((id: number) => ids.has(id), [ids]);
  const toggle = useCallback(
    ({ id }: CaseRow) => setIds((before) => before.symmetricDifference(new Set([id]))),
    [],
  );
  const unmark = useCallback(() => setIds(new Set()), []);
  useShortcut("x", t("markShortcut"), () =>
    document.activeElement?.closest("tr")?.querySelector<HTMLElement>("input[type=checkbox]")?.click(),
  );
  return { marked, isMarked, toggle, unmark };
}

function EmptyCases({ search }: { search: CaseSearch }) {
  const t = useMessages(queueMessages);
  if (Object.keys(search).length === 0) return <Empty title={t("emptyOpen")}>{t("emptyOpenText")}</Empty>;
  return (
    <Empty title={t("emptyFilter")} actions={<ButtonLink to="/cases">{t("showOpen")}</ButtonLink>}>
      {t("emptyFilterText")}
    </Empty>
  );
}
