import { useNavigate } from "@tanstack/react-router";
import { standingRoutes } from "@varde/contract/standing";
import { useCallback } from "react";
import { useRead } from "../../platform/api/read.ts";
import { useFormats } from "../../platform/formats/use-formats.ts";
import { useMessages } from "../../platform/i18n/language.tsx";
import { DateField } from "../../ui/controls/date-field.tsx";
import { Select } from "../../ui/controls/fields.tsx";
import { FilterBar, ListSearch } from "../../ui/table/filter-bar.tsx";
import { auditMessages } from "../audit-messages.ts";
import { actWords } from "../words/act-words.ts";
import { OBJECT_TYPES } from "../words/object-types.ts";
import { useAuditWords } from "../words/use-audit-words.ts";
import styles from "./audit-filters.module.css";
import { type AuditSearch, readAuditSearch } from "./audit-search.ts";

/** Chooses which entries are shown: who, act, object, purpose, period, refusals. All of it stands in the address. */
export function AuditFilters({ search }: { search: AuditSearch }) {
  const t = useMessages(auditMessages);
  const words = useAuditWords();
  const formats = useFormats();
  const navigate = useNavigate({ from: "/audit" });
  const change = useCallback(
    (given: Record<string, unknown>) =>
      void navigate({ search: (before) => readAuditSearch({ ...before, ...given }), replace: true }),
    [navigate],
  );
  const findPurpose = useCallback((purpose: string) => change({ purpose }), [change]);
  const findObject = useCallback((objectId: string) => change({ objectId }), [change]);
  const acts = Object.keys(actWords.nb)
    .map((act) => [act, words.act(act)] as const)
    .toSorted(([, one], [, other]) => one.localeCompare(other, "nb"));
  const { refused: _, ...all } = search;
  return (
    <>
      <FilterBar
        label={t("filters")}
        writeNumber={formats.number}
        filters={[
          { key: "all", label: t("filter.all"), chosen: !search.refused, to: { to: "/audit", search: all } },
          {
            key: "refused",
            label: t("filter.refused"),
            chosen: search.refused === true,
            to: { to: "/audit", search: { ...search, refused: true } },
          },
        ]}
      />
      <div className={styles.filters}>
        <ActorChoice chosen={search.actor ?? ""} onChange={(actor) => change({ actor })} />
        <Choice
          label={t("act")}
          any={t("anyAct")}
          chosen={search.act ?? ""}
          options={acts}
          onChange={(act) => change({ act })}
        />
        <Choice
          label={t("objectType")}
          any={t("anyObject")}
          chosen={search.objectType ?? ""}
          options={OBJECT_TYPES.map((type) => [type, words.type(type)] as const)}
          onChange={(objectType) => change({ objectType })}
        />
        <ListSearch
          key={`id ${search.objectId ?? ""}`}
          label={t("objectId")}
          value={search.objectId ?? ""}
          onSearch={findObject}
        />
        <ListSearch label={t("purposeWords")} value={search.purpose ?? ""} onSearch={findPurpose} />
        <DateField label={t("fromDay")} value={search.from ?? ""} onChange={(from) => change({ from })} />
        <DateField label={t("toDay")} value={search.to ?? ""} onChange={(to) => change({ to })} />
      </div>
    </>
  );
}

/** People by name; a job or a user of the command line that was chosen in the log is kept as well. */
function ActorChoice({ chosen, onChange }: { chosen: string; onChange: (actor: string) => void }) {
  const t = useMessages(auditMessages);
  const { data } = useRead(standingRoutes.listColleagues);
  const people = data?.colleagues.map(({ id, name }) => [id, name] as const) ?? [];
  return <Choice label={t("who")} any={t("anybody")} chosen={chosen} options={people} onChange={onChange} />;
}

interface ChoiceProps {
  label: string;
  any: string;
  chosen: string;
  options: readonly (readonly [value: string, label: string])[];
  onChange: (value: string) => void;
}

function Choice({ label, any, chosen, options, onChange }: ChoiceProps) {
  const isKnown = chosen === "" || options.some(([value]) => value === chosen);
  return (
    <Select label={label} value={chosen} onChange={({ target }) => onChange(target.value)}>
      <option value="">{any}</option>
      {!isKnown && <option value={chosen}>{chosen}</option>}
      {options.map(([value, name]) => (
        <option key={value} value={value}>
          {name}
        </option>
      ))}
    </Select>
  );
}
