import type { AlertRow } from "@varde/contract/identification";
import { useMemo } from "react";
import { useFormats } from "../../../platform/formats/use-formats.ts";
import { useMessages } from "../../../platform/i18n/language.tsx";
import { ShareBar } from "../../../ui/figures/share-bar.tsx";
import { Age } from "../../../ui/figures/time.tsx";
import type { ListColumn } from "../../../ui/table/list-table.tsx";
import { RowLink } from "../../../ui/table/row-link.tsx";
import { AlertStatusMark, IdentityMark, useFieldText } from "../../terms/index.ts";
import { identificationMessages } from "../identification-messages.ts";
import { nameOf } from "../name-of.ts";

/** The columns of the list of alerts. */
export function useAlertColumns(): readonly ListColumn<AlertRow>[] {
  const t = useMessages(identificationMessages);
  const formats = useFormats();
  const text = useFieldText();
  return useMemo(
    () => [
      {
        id: "person",
        header: t("column.person"),
        cell: (row) => (
          <RowLink to="/alerts/$id" params={{ id: String(row.id) }}>
            {nameOf(row) || t("noName")}
          </RowLink>
        ),
      },
      {
        id: "birthDate",
        header: t("column.birthDate"),
        wide: true,
        cell: (row) => row.birthDate && <span className="number">{text("birthDate", row.birthDate)}</span>,
      },
      {
        id: "profession",
        header: t("column.profession"),
        wide: true,
        cell: (row) => row.profession && text("profession", row.profession),
      },
      {
        id: "country",
        header: t("column.country"),
        wide: true,
        cell: (row) => row.sendingCountry && formats.country(row.sendingCountry),
      },
      { id: "identity", header: t("column.identity"), cell: (row) => <IdentityMark alert={row} /> },
      {
        id: "probability",
        header: t("column.probability"),
        cell: (row) =>
          row.bestProbability !== null && (
            <ShareBar share={row.bestProbability} text={formats.percent(row.bestProbability)} />
          ),
      },
      { id: "age", header: t("column.age"), kind: "number", cell: (row) => <Age at={row.receivedAt} /> },
      { id: "number", header: t("column.number"), hidden: true, wide: true, cell: (row) => row.alertNumber },
      { id: "measure", header: t("column.measure"), hidden: true, wide: true, cell: (row) => row.measure },
      {
        id: "status",
        header: t("column.status"),
        hidden: true,
        wide: true,
        cell: (row) => <AlertStatusMark status={row.status} />,
      },
      {
        id: "versions",
        header: t("column.versions"),
        kind: "number",
        hidden: true,
        wide: true,
        cell: (row) => row.versions,
      },
      {
        id: "hpr",
        header: t("column.hpr"),
        kind: "number",
        hidden: true,
        wide: true,
        cell: (row) => row.bestHpr,
      },
    ],
    [t, text, formats],
  );
}
