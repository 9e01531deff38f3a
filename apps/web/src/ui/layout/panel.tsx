import { type ReactNode, useId } from "react";
import styles from "./panel.module.css";

interface PanelProps {
  title?: ReactNode;
  /** At the right of the title: a count, a small act. */
  aside?: ReactNode;
  children: ReactNode;
  /** Without padding, for tables and lists that reach the edge. */
  flush?: boolean;
  className?: string | undefined;
}

/** A bounded part of a page with a heading of its own. */
export function Panel({ title, aside, children, flush = false, className = "" }: PanelProps) {
  const heading = useId();
  return (
    <section className={`${styles.panel} ${className}`} {...(title ? { "aria-labelledby": heading } : {})}>
      {(title || aside) && (
        <div className={styles.head}>
          {title && <h2 id={heading}>{title}</h2>}
          {aside && <div className={styles.aside}>{aside}</div>}
        </div>
      )}
      <div className={flush ? undefined : styles.body}>{children}</div>
    </section>
  );
}
