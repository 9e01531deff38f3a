import { type ReactNode, useEffect } from "react";
import styles from "./page.module.css";

interface PageProps {
  title: string;
  /** Beside the title: state, number. */
  marks?: ReactNode;
  /** One or two lines under the title. */
  lead?: ReactNode;
  /** At the right: the one primary act and a few others. */
  actions?: ReactNode;
  children: ReactNode;
}

/** The frame of every page: its heading is also the title of the window. */
export function Page({ title, marks, lead, actions, children }: PageProps) {
  useEffect(() => {
    document.title = `${title} – Varde`;
  }, [title]);
  return (
    <div className={styles.page}>
      <header className={styles.header}>
        <div className={styles.heading}>
          <div className={styles.titleLine}>
            <h1>{title}</h1>
            {marks}
          </div>
          {lead && <div className="quiet">{lead}</div>}
        </div>
        {actions && <div className={`${styles.actions} no-print`}>{actions}</div>}
      </header>
      {children}
    </div>
  );
}
