import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { caseRoutes, type SearchHit } from "@varde/contract/cases";
import { useCallback } from "react";
import { useReadIf } from "../../../platform/api/read.ts";
import { useFormats } from "../../../platform/formats/use-formats.ts";
import { useMessages } from "../../../platform/i18n/language.tsx";
import { Empty } from "../../../ui/feedback/empty.tsx";
import { Loaded } from "../../../ui/feedback/loaded.tsx";
import { Mark } from "../../../ui/figures/mark.tsx";
import { Page } from "../../../ui/layout/page.tsx";
import { Panel } from "../../../ui/layout/panel.tsx";
import { Row } from "../../../ui/layout/stack.tsx";
import { FilterBar, ListSearch } from "../../../ui/table/filter-bar.tsx";
import { caseMessages } from "../case-messages.ts";
import { Excerpt } from "./excerpt.tsx";
import styles from "./search.module.css";
import { HIT_KINDS, readSearch } from "./search-search.ts";

const SHORTEST_WORDS = 2;

/** Searches in everything the reader may see: cases, alerts and documents. */
export function SearchPage() {
  const t = useMessages(caseMessages);
  const formats = useFormats();
  const search = useSearch({ from: "/shell/search" });
  const { words = "", kind } = search;
  const navigate = useNavigate({ from: "/search" });
  const enough = words.trim().length >= SHORTEST_WORDS;
  const read = useReadIf(enough, caseRoutes.search, { query: { words, ...(kind && { kind }) } });
  const find = useCallback(
    (written: string) =>
      void navigate({ search: (before) => readSearch({ ...before, words: written }), replace: true }),
    [navigate],
  );
  return (
    <Page title={t("search")} lead={t("searchLead")}>
      <FilterBar
        label={t("searchIn")}
        writeNumber={formats.number}
        filters={[undefined, ...HIT_KINDS].map((one) => ({
          key: one ?? "all",
          label: t(`hit.${one ?? "all"}`),
          chosen: kind === one,
          to: { to: "/search" as const, search: readSearch({ words, kind: one }) },
        }))}
      >
        <ListSearch label={t("searchWords")} value={words} onSearch={find} />
      </FilterBar>
      {enough ? (
        <Loaded read={read}>{({ hits }) => <Hits hits={hits} />}</Loaded>
      ) : (
        <Empty title={t("searchEmpty")}>{t("searchTeach")}</Empty>
      )}
    </Page>
  );
}

function Hits({ hits }: { hits: readonly SearchHit[] }) {
  const t = useMessages(caseMessages);
  const formats = useFormats();
  if (hits.length === 0) return <Empty title={t("nothingFound")}>{t("searchTeach")}</Empty>;
  return (
    <Panel>
      <p className="quiet" aria-live="polite">
        {t("found", { count: hits.length })}
      </p>
      <ol className={styles.hits}>
        {hits.map((hit) => (
          <li key={`${hit.kind}.${hit.id}`}>
            <Row>
              <HitLink hit={hit} />
              <Mark>{t(`hit.${hit.kind}`)}</Mark>
              <span className="quiet">{formats.date(hit.at)}</span>
            </Row>
            <p>
              <Excerpt text={hit.excerpt} />
            </p>
          </li>
        ))}
      </ol>
    </Panel>
  );
}

function HitLink({ hit: { kind, id, caseId, title } }: { hit: SearchHit }) {
  if (kind === "alert")
    return (
      <Link to="/alerts/$id" params={{ id: String(id) }}>
        {title}
      </Link>
    );
  return (
    <Link to="/cases/$id" params={{ id: String(kind === "case" ? id : caseId) }}>
      {title}
    </Link>
  );
}
