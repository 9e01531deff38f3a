import type { MessageRow } from "@varde/contract/intake";
import { useMemo } from "react";
import { useFormats } from "../../../platform/formats/use-formats.ts";
import { useMessages } from "../../../platform/i18n/language.tsx";
import { Age } from "../../../ui/figures/time.tsx";
import type { ListColumn } from "../../../ui/table/list-table.tsx";
import { NarrowDetail } from "../../../ui/table/narrow-detail.tsx";
import { RowLink } from "../../../ui/table/row-link.tsx";
import { MessageStateMark, termMessages } from "../../terms/index.ts";
import { intakeMessages } from "../intake-messages.ts";
import type { QueueSearch } from "./queue-search.ts";

/** The columns of the queue. A row opens its message with the queue it was opened from. */
export function useQueueColumns(search: QueueSearch): readonly ListColumn<MessageRow>[] {
  const t = useMessages(intakeMessages);
  const terms = useMessages(termMessages);
  const formats = useFormats();
  return useMemo(() => {
    const reasonOf = (row: MessageRow) =>
      row.reason && (terms.find(`reason.${row.reason}`, row.reasonParams) ?? row.reason);
    return [
      {
        id: "subject",
        header: t("column.subject"),
        clip: true,
        cell: (row) => (
          <RowLink to="/intake/messages/$id" params={{ id: String(row.id) }} search={search}>
            {row.subject?.trim() || t("noSubject")}
          </RowLink>
        ),
      },
      {
        id: "state",
        header: t("column.state"),
        cell: (row) => (
          <>
            <MessageStateMark state={row.state} />
            <NarrowDetail>{reasonOf(row)}</NarrowDetail>
          </>
        ),
      },
      {
        id: "reason",
        header: t("column.reason"),
        wide: true,
        cell: reasonOf,
      },
      { id: "from", header: t("column.from"), wide: true, cell: (row) => row.fromName ?? row.fromAddress },
      {
        id: "alerts",
        header: t("column.alerts"),
        kind: "number",
        wide: true,
        cell: (row) => row.alerts || "",
      },
      { id: "age", header: t("column.age"), kind: "number", cell: (row) => <Age at={row.receivedAt} /> },
      { id: "profile", header: t("column.profile"), hidden: true, wide: true, cell: (row) => row.profile },
      { id: "mailbox", header: t("column.mailbox"), hidden: true, wide: true, cell: (row) => row.mailbox },
      {
        id: "size",
        header: t("column.size"),
        kind: "number",
        hidden: true,
        wide: true,
        cell: (row) => formats.size(row.size),
      },
      {
        id: "number",
        header: t("column.number"),
        kind: "number",
        hidden: true,
        wide: true,
        cell: (row) => row.id,
      },
    ];
  }, [t, terms, formats, search]);
}
