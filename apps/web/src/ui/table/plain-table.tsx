import type { ReactNode } from "react";
import { ScrollArea } from "../layout/scroll-area.tsx";
import stacked from "./stacked.module.css";
import styles from "./table.module.css";

interface TableProps {
  /** What the table shows; read out, not seen. */
  caption: string;
  head: readonly string[];
  /** Places of columns with numbers. */
  numeric?: readonly number[];
  /** Place of a column with acts, whose heading is read out, not seen. */
  acts?: number;
  rows: readonly { key: string | number; cells: readonly ReactNode[]; mark?: "warn" | "bad" | undefined }[];
}

/** A small table that is read, not worked in. On a phone its rows are stacked, each cell under its heading. */
export function Table({ caption, head, numeric = [], acts, rows }: TableProps) {
  const kind = (place: number) => (numeric.includes(place) ? "number" : undefined);
  return (
    <ScrollArea className={styles.scroll} label={caption}>
      <table className={`${styles.table} ${stacked.plain}`}>
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr>
            {head.map((name, place) => (
              // Places are the identity of columns here.
              <th key={place} scope="col" data-kind={kind(place)}>
                {place === acts ? <span className="sr-only">{name}</span> : name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, cells, mark }) => (
            <tr key={key} data-mark={mark}>
              {cells.map((cell, place) => (
                <td
                  key={place}
                  data-label={head[place]}
                  data-kind={kind(place)}
                  data-acts={place === acts || undefined}
                >
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
