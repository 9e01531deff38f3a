import type { CaseRow } from "@varde/contract/cases";
import { useMemo } from "react";
import { useFormats } from "../../../platform/formats/use-formats.ts";
import { useMessages } from "../../../platform/i18n/language.tsx";
import { Age } from "../../../ui/figures/time.tsx";
import type { ListColumn } from "../../../ui/table/list-table.tsx";
import { RowLink } from "../../../ui/table/row-link.tsx";
import { useFieldText } from "../../terms/index.ts";
import { useCaseWords } from "../words/use-case-words.ts";
import { Due, FlagMarks, PriorityMark } from "./case-marks.tsx";
import styles from "./queue.module.css";
import { queueMessages } from "./queue-messages.ts";

interface Marking {
  readonly isMarked: (id: number) => boolean;
  readonly toggle: (row: CaseRow) => void;
}

/** The columns of the work queue. */
export function useCaseColumns({ isMarked, toggle }: Marking): readonly ListColumn<CaseRow>[] {
  const t = useMessages(queueMessages);
  const words = useCaseWords();
  const formats = useFormats();
  const text = useFieldText();
  return useMemo(
    () => [
      {
        id: "mark",
        header: t("column.mark"),
        cell: (row) => (
          <input
            type="checkbox"
            className={styles.box}
            aria-label={t("markRow", { number: row.number })}
            checked={isMarked(row.id)}
            onChange={() => toggle(row)}
          />
        ),
      },
      {
        id: "case",
        header: t("column.case"),
        cell: (row) => (
          <RowLink to="/cases/$id" params={{ id: String(row.id) }}>
            <span className="number">{row.number}</span>{" "}
            {[row.forename, row.surname].filter(Boolean).join(" ") || t("noName")}
          </RowLink>
        ),
      },
      { id: "stage", header: t("column.stage"), cell: (row) => words.stage(row.stage) },
      {
        id: "next",
        header: t("column.next"),
        clip: true,
        cell: (row) => row.next && words.action(row.next),
      },
      { id: "due", header: t("column.due"), cell: (row) => <Due row={row} /> },
      {
        id: "priority",
        header: t("column.priority"),
        cell: (row) => <PriorityMark priority={row.priority} />,
      },
      {
        id: "owner",
        header: t("column.owner"),
        cell: (row) =>
          row.assignee ? (
            `${row.assignee.name}${row.assigneeAbsent ? ` (${t("absent")})` : ""}`
          ) : (
            <span className="faint">{t("nobody")}</span>
          ),
      },
      {
        id: "waiting",
        header: t("column.waiting"),
        wide: true,
        cell: (row) =>
          row.waiting && (
            <>
              {words.value(row.waiting.for)} <Age at={row.waiting.since} />
            </>
          ),
      },
      { id: "flags", header: t("column.flags"), wide: true, cell: (row) => <FlagMarks flags={row.flags} /> },
      {
        id: "country",
        header: t("column.country"),
        wide: true,
        hidden: true,
        cell: (row) => row.countries.map(formats.country).join(", "),
      },
      {
        id: "profession",
        header: t("column.profession"),
        wide: true,
        hidden: true,
        cell: (row) => row.professions.map((one) => text("profession", one)).join(", "),
      },
      {
        id: "age",
        header: t("column.age"),
        kind: "number",
        hidden: true,
        wide: true,
        cell: (row) => <Age at={row.stageSince} />,
      },
      {
        id: "outcome",
        header: t("column.outcome"),
        hidden: true,
        wide: true,
        cell: (row) => row.outcome && words.value(row.outcome),
      },
      {
        id: "hpr",
        header: t("column.hpr"),
        kind: "number",
        hidden: true,
        wide: true,
        cell: (row) => row.hprNumber,
      },
    ],
    [t, words, formats, text, isMarked, toggle],
  );
}
