import { useNavigate } from "@tanstack/react-router";
import { CASE_FLAGS, CASE_LISTS, CASE_PRIORITIES, CASE_STAGES, type CaseList } from "@varde/contract/cases";
import { useCallback } from "react";
import { useFormats } from "../../../platform/formats/use-formats.ts";
import { useMessages } from "../../../platform/i18n/language.tsx";
import { Select } from "../../../ui/controls/fields.tsx";
import { FilterBar, ListSearch } from "../../../ui/table/filter-bar.tsx";
import { useCaseWords } from "../words/use-case-words.ts";
import { type CaseSearch, readCaseSearch } from "./case-search.ts";
import { queueMessages } from "./queue-messages.ts";

interface CaseFiltersProps {
  search: CaseSearch;
  counts: Readonly<Partial<Record<CaseList, number>>>;
}

/** Chooses which cases are shown: by list, stage, priority, flag and words. */
export function CaseFilters({ search, counts }: CaseFiltersProps) {
  const t = useMessages(queueMessages);
  const words = useCaseWords();
  const formats = useFormats();
  const navigate = useNavigate({ from: "/cases" });
  const change = useCallback(
    (given: Record<string, unknown>) =>
      void navigate({ search: (before) => readCaseSearch({ ...before, ...given }), replace: true }),
    [navigate],
  );
  const find = useCallback((written: string) => change({ search: written }), [change]);
  return (
    <FilterBar
      label={t("filters")}
      writeNumber={formats.number}
      filters={CASE_LISTS.map((list) => ({
        key: list,
        label: t(`list.${list}`),
        count: list === "closed" ? undefined : counts[list],
        chosen: (search.list ?? "open") === list,
        to: { to: "/cases" as const, search: readCaseSearch({ ...search, list }) },
      }))}
    >
      <Choice
        label={t("stage")}
        any={t("anyStage")}
        value={search.stage}
        options={CASE_STAGES}
        say={words.stage}
        onChange={(stage) => change({ stage })}
      />
      <Choice
        label={t("priority")}
        any={t("anyPriority")}
        value={search.priority}
        options={CASE_PRIORITIES}
        say={words.value}
        onChange={(priority) => change({ priority })}
      />
      <Choice
        label={t("flag")}
        any={t("anyFlag")}
        value={search.flag}
        options={CASE_FLAGS}
        say={words.value}
        onChange={(flag) => change({ flag })}
      />
      <ListSearch label={t("search")} value={search.search ?? ""} onSearch={find} />
    </FilterBar>
  );
}

interface ChoiceProps {
  label: string;
  any: string;
  value: string | undefined;
  options: readonly string[];
  say: (code: string) => string;
  onChange: (value: string) => void;
}

function Choice({ label, any, value = "", options, say, onChange }: ChoiceProps) {
  return (
    <Select label={label} hideLabel value={value} onChange={({ target }) => onChange(target.value)}>
      <option value="">{any}</option>
      {options.map((option) => (
        <option key={option} value={option}>
          {say(option)}
        </option>
      ))}
    </Select>
  );
}
