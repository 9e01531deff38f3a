import type { AuditRow } from "@varde/contract/audit";
import { useMemo } from "react";
import { useFormats } from "../../platform/formats/use-formats.ts";
import { useMessages } from "../../platform/i18n/language.tsx";
import { Mark } from "../../ui/figures/mark.tsx";
import { Instant } from "../../ui/figures/time.tsx";
import type { ListColumn } from "../../ui/table/list-table.tsx";
import { RowLink } from "../../ui/table/row-link.tsx";
import { auditMessages } from "../audit-messages.ts";
import { useAuditWords } from "../words/use-audit-words.ts";

/** The columns of the audit log. */
export function useAuditColumns(): readonly ListColumn<AuditRow>[] {
  const t = useMessages(auditMessages);
  const words = useAuditWords();
  const formats = useFormats();
  return useMemo(
    () => [
      {
        id: "act",
        header: t("act"),
        cell: ({ id, act, refused }) => (
          <>
            <RowLink to="/audit/entries/$id" params={{ id: String(id) }}>
              {words.act(act)}
            </RowLink>{" "}
            {refused && <Mark tone="bad">{t("refused")}</Mark>}
          </>
        ),
      },
      { id: "at", header: t("at"), cell: ({ at }) => <Instant at={at} /> },
      { id: "who", header: t("who"), cell: ({ actor }) => words.actor(actor) },
      {
        id: "onBehalfOf",
        header: t("onBehalfOf"),
        wide: true,
        hidden: true,
        cell: ({ onBehalfOf }) => onBehalfOf && words.actor(onBehalfOf),
      },
      {
        id: "object",
        header: t("object.column"),
        cell: ({ object }) => object && <span title={object.id}>{words.object(object)}</span>,
      },
      { id: "purpose", header: t("purpose"), clip: true, cell: ({ purpose }) => purpose },
      {
        id: "seq",
        header: t("seq"),
        kind: "number",
        wide: true,
        cell: ({ seq }) =>
          seq === null ? <span className="faint">{t("unsealed")}</span> : formats.number(seq),
      },
    ],
    [t, words, formats],
  );
}
