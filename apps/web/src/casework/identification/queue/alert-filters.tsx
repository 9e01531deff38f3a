import { useNavigate } from "@tanstack/react-router";
import type { IdentityState } from "@varde/contract/identification";
import { useCallback } from "react";
import { useFormats } from "../../../platform/formats/use-formats.ts";
import { useMessages } from "../../../platform/i18n/language.tsx";
import { Select } from "../../../ui/controls/fields.tsx";
import { FilterBar, ListSearch } from "../../../ui/table/filter-bar.tsx";
import { termMessages } from "../../terms/index.ts";
import { identificationMessages } from "../identification-messages.ts";
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

interface AlertFiltersProps {
  search: AlertSearch;
  counts: Readonly<Record<IdentityState, number>>;
}

/** Chooses which alerts are shown: by identity, by validity, by words. */
export function AlertFilters({ search, counts }: AlertFiltersProps) {
  const t = useMessages(identificationMessages);
  const terms = useMessages(termMessages);
  const formats = useFormats();
  const navigate = useNavigate({ from: "/alerts" });
  const find = useCallback(
    (written: string) =>
      void navigate({ search: (before) => readAlertSearch({ ...before, search: written }), replace: true }),
    [navigate],
  );
  const filterTo = (identity?: IdentityState) => ({
    chosen: search.identity === identity,
    to: { to: "/alerts" as const, search: readAlertSearch({ ...search, identity }) },
  });
  const total = STATES_BY_NEED.reduce((sum, state) => sum + counts[state], 0);
  return (
    <FilterBar
      label={t("filters")}
      writeNumber={formats.number}
      filters={[
        { key: "all", label: t("all"), count: total, ...filterTo() },
        ...STATES_BY_NEED.map((state) => ({
          key: state,
          label: terms(`identity.${state}`),
          count: counts[state],
          ...filterTo(state),
        })),
      ]}
    >
      <Select
        label={t("status")}
        hideLabel
        value={search.status ?? "valid"}
        onChange={({ target }) =>
          void navigate({ search: (before) => readAlertSearch({ ...before, status: target.value }) })
        }
      >
        <option value="valid">{t("validOnly")}</option>
        <option value="withdrawn">{terms("status.withdrawn")}</option>
        <option value="expired">{terms("status.expired")}</option>
        <option value="any">{t("anyStatus")}</option>
      </Select>
      <ListSearch label={t("search")} value={search.search ?? ""} onSearch={find} />
    </FilterBar>
  );
}
