import type { ReactNode } from "react";
import { ScrollArea } from "../layout/scroll-area.tsx";
import styles from "./table.module.css";

interface TableProps {
  /** What the table shows; read out, not seen. */
  caption: string;
  head: readonly ReactNode[];
  /** Places of columns with numbers. */
  numeric?: readonly number[];
  rows: readonly { key: string | number; cells: readonly ReactNode[]; mark?: "warn" | "bad" | undefined }[];
}

/** A small table that is read, not worked in. */
export function Table({ caption, head, numeric = [], rows }: TableProps) {
  const kind = (place: number) => (numeric.includes(place) ? "number" : undefined);
  return (
    <ScrollArea className={styles.scroll} label={caption}>
      <table className={styles.table}>
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr>
            {head.map((name, place) => (
              // Places are the identity of columns here.
              <th key={place} scope="col" data-kind={kind(place)}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, cells, mark }) => (
            <tr key={key} data-mark={mark}>
              {cells.map((cell, place) => (
                <td key={place} data-kind={kind(place)}>
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollArea>
  );
}
