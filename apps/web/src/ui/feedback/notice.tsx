import {
  CheckmarkCircleIcon,
  ExclamationmarkTriangleIcon,
  InformationSquareIcon,
  XMarkOctagonIcon,
} from "@navikt/aksel-icons";
import type { ReactNode } from "react";
import styles from "./notice.module.css";

export type NoticeTone = "info" | "success" | "warning" | "danger";

const ICON = {
  info: InformationSquareIcon,
  success: CheckmarkCircleIcon,
  warning: ExclamationmarkTriangleIcon,
  danger: XMarkOctagonIcon,
} as const;

interface NoticeProps {
  tone?: NoticeTone;
  title?: ReactNode;
  children?: ReactNode;
  /** Buttons or links that mend what is said. */
  actions?: ReactNode;
  /** Read out at once: for what comes up because of an act. */
  live?: boolean;
}

/** Something the reader should know here, with what to do about it. */
export function Notice({ tone = "info", title, children, actions, live = false }: NoticeProps) {
  const Icon = ICON[tone];
  return (
    <div
      className={styles.notice}
      data-tone={tone}
      {...(live ? { role: tone === "danger" ? "alert" : "status" } : {})}
    >
      <Icon aria-hidden="true" className={styles.icon} />
      <div className={styles.body}>
        {title && <p className={styles.title}>{title}</p>}
        {children && <div>{children}</div>}
        {actions && <div className={styles.actions}>{actions}</div>}
      </div>
    </div>
  );
}
