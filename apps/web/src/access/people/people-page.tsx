import { useNavigate, useSearch } from "@tanstack/react-router";
import { type KnownPerson, peopleRoutes } from "@varde/contract/access-people";
import { useCallback, useMemo } from "react";
import { usePages } from "../../platform/api/read.ts";
import { useFormats } from "../../platform/formats/use-formats.ts";
import { useMessages } from "../../platform/i18n/language.tsx";
import { Empty } from "../../ui/feedback/empty.tsx";
import { Loaded } from "../../ui/feedback/loaded.tsx";
import { Mark } from "../../ui/figures/mark.tsx";
import { Age } from "../../ui/figures/time.tsx";
import { Page } from "../../ui/layout/page.tsx";
import { Panel } from "../../ui/layout/panel.tsx";
import { FilterBar, ListSearch } from "../../ui/table/filter-bar.tsx";
import { type ListColumn, ListTable } from "../../ui/table/list-table.tsx";
import { RowLink } from "../../ui/table/row-link.tsx";
import { accessMessages } from "../access-messages.ts";
import { AccessTabs } from "../access-tabs.tsx";
import { peopleMessages } from "./people-messages.ts";
import { readPeopleSearch } from "./people-search.ts";

const TO = "/access/people";

/** Who has logged in, with which roles, and who is shut out. */
export function PeoplePage() {
  const t = useMessages(peopleMessages);
  const { state, search } = useSearch({ from: "/shell/access/people" });
  const pages = usePages(peopleRoutes.listPeople, {
    search,
    ...(state === "withoutRole" ? { withoutRole: "true", state: "active" } : { state: state ?? "active" }),
  });
  const columns = useColumns();
  return (
    <Page title={t("title")} lead={t("lead")}>
      <AccessTabs />
      <Filters />
      <Panel flush>
        <Loaded read={pages.read}>
          {() => (
            <ListTable
              name="people"
              caption={t("title")}
              columns={columns}
              rows={pages.rows}
              rowKey={({ id }) => id}
              rowMark={({ roles }) => (roles.length === 0 ? "warn" : undefined)}
              onMore={pages.more}
              loadingMore={pages.loadingMore}
              empty={<Empty title={t("emptyTitle")}>{t("emptyText")}</Empty>}
            />
          )}
        </Loaded>
      </Panel>
    </Page>
  );
}

function Filters() {
  const t = useMessages(peopleMessages);
  const formats = useFormats();
  const { state, search } = useSearch({ from: "/shell/access/people" });
  const navigate = useNavigate({ from: TO });
  const find = useCallback(
    (written: string) =>
      void navigate({ search: (before) => readPeopleSearch({ ...before, search: written }), replace: true }),
    [navigate],
  );
  return (
    <FilterBar
      label={t("filters")}
      writeNumber={formats.number}
      filters={([undefined, "withoutRole", "deactivated"] as const).map((one) => ({
        key: one ?? "active",
        label: t(`filter.${one ?? "active"}`),
        chosen: state === one,
        to: { to: TO, search: readPeopleSearch({ state: one, search }) },
      }))}
    >
      <ListSearch label={t("search")} value={search ?? ""} onSearch={find} />
    </FilterBar>
  );
}

function useColumns(): readonly ListColumn<KnownPerson>[] {
  const t = useMessages(peopleMessages);
  const access = useMessages(accessMessages);
  const formats = useFormats();
  return useMemo(
    () => [
      {
        id: "name",
        header: t("name"),
        cell: ({ id, name }) => (
          <RowLink to="/access/people/$id" params={{ id }}>
            {name}
          </RowLink>
        ),
      },
      {
        id: "roles",
        header: t("roles"),
        cell: ({ roles }) =>
          roles.length > 0 ? (
            roles.map((role) => access(`role.${role}`)).join(", ")
          ) : (
            <Mark tone="warn">{t("noRole")}</Mark>
          ),
      },
      {
        id: "state",
        header: t("state"),
        cell: ({ deactivatedAt }) =>
          deactivatedAt === null ? (
            <Mark tone="good">{t("mayComeIn")}</Mark>
          ) : (
            <Mark tone="bad">{t("shutOut")}</Mark>
          ),
      },
      {
        id: "sessions",
        header: t("openSessions"),
        kind: "number",
        cell: ({ openSessions }) => formats.number(openSessions),
      },
      { id: "last", header: t("lastLogin"), cell: ({ lastLoginAt }) => <Age at={lastLoginAt} /> },
      {
        id: "from",
        header: t("rolesFrom"),
        wide: true,
        cell: ({ rolesFrom }) => t(`rolesFrom.${rolesFrom}`),
      },
      {
        id: "issuer",
        header: t("issuer"),
        wide: true,
        hidden: true,
        clip: true,
        cell: ({ issuer }) => issuer,
      },
    ],
    [t, access, formats],
  );
}
