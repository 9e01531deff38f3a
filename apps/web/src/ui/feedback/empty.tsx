import type { ReactNode } from "react";
import styles from "./empty.module.css";

/** Nothing to show, and what that means: teaches instead of leaving a blank. */
export function Empty({
  title,
  children,
  actions,
}: {
  title: string;
  children?: ReactNode;
  actions?: ReactNode;
}) {
  return (
    <div className={styles.empty}>
      <svg viewBox="0 0 64 40" width="64" height="40" aria-hidden="true" focusable="false">
        <path d="M2 38h60" stroke="currentColor" strokeWidth="1.5" opacity="0.5" />
        <rect x="24" y="14" width="16" height="6" rx="3" fill="currentColor" opacity="0.3" />
        <rect x="19" y="22" width="26" height="6" rx="3" fill="currentColor" opacity="0.3" />
        <rect x="14" y="30" width="36" height="6" rx="3" fill="currentColor" opacity="0.3" />
      </svg>
      <p className={styles.title}>{title}</p>
      {children && <div className={styles.text}>{children}</div>}
      {actions}
    </div>
  );
}
