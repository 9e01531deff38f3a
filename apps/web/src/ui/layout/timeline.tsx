import type { ReactNode } from "react";
import { Instant } from "../figures/time.tsx";
import styles from "./timeline.module.css";

export interface TimelineEvent {
  readonly key: string | number;
  readonly at: string;
  readonly title: ReactNode;
  /** After the title, quieter. */
  readonly detail?: ReactNode;
  /** What somebody wrote. */
  readonly note?: ReactNode;
  /** Under the note: what can be unfolded. */
  readonly more?: ReactNode;
  readonly by?: string | null;
}

/** What has happened, one event after another as given. */
export function Timeline({ events }: { events: readonly TimelineEvent[] }) {
  return (
    <ol className={styles.timeline}>
      {events.map(({ key, at, title, detail, note, more, by }) => (
        <li key={key} className={styles.event}>
          <p>
            <strong>{title}</strong> {detail}
          </p>
          {note && <p className={styles.note}>{note}</p>}
          {more}
          <p className={styles.when}>
            <Instant at={at} />
            {by && ` · ${by}`}
          </p>
        </li>
      ))}
    </ol>
  );
}
