import { useNavigate } from "@tanstack/react-router";
import type { intakeRoutes, MessageState } from "@varde/contract/intake";
import { useCallback } from "react";
import type { z } from "zod";
import { useFormats } from "../../../platform/formats/use-formats.ts";
import { useMessages } from "../../../platform/i18n/language.tsx";
import { Select } from "../../../ui/controls/fields.tsx";
import { FilterBar, ListSearch } from "../../../ui/table/filter-bar.tsx";
import { termMessages } from "../../terms/index.ts";
import { intakeMessages } from "../intake-messages.ts";
import { type QueueSearch, readQueueSearch } from "./queue-search.ts";

/** The states in the order an officer needs them. */
const STATES_BY_NEED = [
  "quarantined",
  "received",
  "read",
  "registered",
  "duplicate",
  "irrelevant",
] as const satisfies readonly MessageState[];

type Listed = z.infer<typeof intakeRoutes.listMessages.response>;

interface QueueFiltersProps extends Pick<Listed, "counts" | "reasons"> {
  search: QueueSearch;
}

/** Chooses what the queue shows: by state, by reason, by words. */
export function QueueFilters({ search, counts, reasons }: QueueFiltersProps) {
  const t = useMessages(intakeMessages);
  const terms = useMessages(termMessages);
  const formats = useFormats();
  const navigate = useNavigate({ from: "/intake" });
  const words = search.search ?? "";
  const find = useCallback(
    (written: string) =>
      void navigate({ search: (before) => readQueueSearch({ ...before, search: written }), replace: true }),
    [navigate],
  );
  const filterTo = (state?: MessageState) => ({
    chosen: search.state === state,
    to: { to: "/intake" as const, search: readQueueSearch({ state, search: words }) },
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
          label: terms(`messageState.${state}`),
          count: counts[state],
          ...filterTo(state),
        })),
      ]}
    >
      {(reasons.length > 0 || search.reason) && (
        <Select
          label={t("reasons")}
          hideLabel
          value={search.reason ?? ""}
          onChange={({ target }) =>
            void navigate({ search: (before) => readQueueSearch({ ...before, reason: target.value }) })
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
      <ListSearch label={t("search")} value={words} onSearch={find} />
    </FilterBar>
  );
}
