import {
  type ColumnVisibilityState,
  columnVisibilityFeature,
  createColumnHelper,
  type RowData,
  tableFeatures,
  useTable,
} from "@tanstack/react-table";
import { type ReactNode, useMemo, useRef } from "react";
import { useMessages } from "../../platform/i18n/language.tsx";
import { useShortcut } from "../../platform/keyboard/keyboard.tsx";
import { useRemembered } from "../../platform/storage/remembered.ts";
import { Button } from "../controls/button.tsx";
import { uiMessages } from "../messages.ts";
import { ColumnMenu } from "./column-menu.tsx";
import stacked from "./stacked.module.css";
import styles from "./table.module.css";

export interface ListColumn<Row> {
  readonly id: string;
  readonly header: string;
  readonly cell: (row: Row) => ReactNode;
  readonly kind?: "number";
  /** Takes the room that is left and is cut off there. */
  readonly clip?: boolean;
  /** Shown only where there is room for columns. */
  readonly wide?: boolean;
  /** Hidden until somebody chooses it. */
  readonly hidden?: boolean;
}

interface ListTableProps<Row> {
  /** Under which the choice of columns is remembered. */
  name: string;
  caption: string;
  columns: readonly ListColumn<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string | number;
  rowMark?: (row: Row) => "warn" | "bad" | undefined;
  empty: ReactNode;
  /** Present while there are more rows on the server. */
  onMore?: (() => void) | undefined;
  loadingMore?: boolean;
}

const features = tableFeatures({ columnVisibilityFeature });
const isVisibility = (value: unknown): value is ColumnVisibilityState =>
  typeof value === "object" &&
  value !== null &&
  Object.values(value).every((shown) => typeof shown === "boolean");

/** A dense list to work in: columns are chosen and remembered, `j` and `k` move, Enter opens. On a phone its rows are stacked. */
export function ListTable<Row extends RowData>(props: ListTableProps<Row>) {
  const { name, columns, rows } = props;
  const t = useMessages(uiMessages);
  const frame = useRef<HTMLDivElement>(null);
  const hidden = Object.fromEntries(
    columns.filter((column) => column.hidden).map((column) => [column.id, false]),
  );
  const [visibility, setVisibility] = useRemembered<ColumnVisibilityState>(
    `columns.${name}`,
    isVisibility,
    hidden,
  );
  const byId = useMemo(() => new Map(columns.map((column) => [column.id, column])), [columns]);
  const definitions = useMemo(() => {
    const helper = createColumnHelper<typeof features, Row>();
    return columns.map((column) =>
      helper.display({ id: column.id, header: column.header, cell: ({ row }) => column.cell(row.original) }),
    );
  }, [columns]);
  const table = useTable({
    features,
    columns: definitions,
    data: rows,
    getRowId: (row) => String(props.rowKey(row)),
    state: { columnVisibility: visibility },
    onColumnVisibilityChange: (update) =>
      setVisibility(typeof update === "function" ? update(visibility) : update),
  });
  useRowShortcuts(frame);

  return (
    <div ref={frame} className={styles.frame}>
      <div className={styles.scroll}>
        <table className={`${styles.table} ${styles.list} ${stacked.list}`}>
          <caption className="sr-only">{props.caption}</caption>
          <thead>
            <tr>
              {table.getVisibleLeafColumns().map(({ id }) => (
                <th key={id} scope="col" data-kind={byId.get(id)?.kind} data-wide={byId.get(id)?.wide}>
                  {byId.get(id)?.header}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {table.getRowModel().rows.map((row) => (
              <tr key={row.id} data-mark={props.rowMark?.(row.original)}>
                {row.getVisibleCells().map(({ id, column }) => {
                  const shown = byId.get(column.id);
                  return (
                    <td
                      key={id}
                      data-label={shown?.header}
                      data-kind={shown?.kind}
                      data-clip={shown?.clip}
                      data-wide={shown?.wide}
                    >
                      {shown?.cell(row.original)}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {rows.length === 0 && props.empty}
      <div className={styles.foot}>
        <span aria-live="polite">{t("shown", { count: rows.length })}</span>
        {props.onMore && (
          <Button kind="quiet" onClick={props.onMore} loading={props.loadingMore ?? false}>
            {t("more")}
          </Button>
        )}
        <ColumnMenu
          label={t("columns")}
          group={t("showColumn")}
          columns={table.getAllLeafColumns().map((column) => ({
            id: column.id,
            label: byId.get(column.id)?.header ?? column.id,
            shown: column.getIsVisible(),
            toggle: () => column.toggleVisibility(),
          }))}
        />
      </div>
    </div>
  );
}

/** `j` and `k` move the focus between the links of the rows. */
function useRowShortcuts(frame: { readonly current: HTMLElement | null }): void {
  const t = useMessages(uiMessages);
  const move = (by: 1 | -1) => {
    const links = [...(frame.current?.querySelectorAll<HTMLElement>(`.${styles.rowLink}`) ?? [])];
    const now = links.findIndex((link) => link.closest("tr")?.contains(document.activeElement));
    const next = now === -1 ? (by === 1 ? 0 : links.length - 1) : now + by;
    links[next]?.focus();
    links[next]?.scrollIntoView({ block: "nearest" });
  };
  useShortcut("j", t("nextRow"), () => move(1));
  useShortcut("k", t("previousRow"), () => move(-1));
}
