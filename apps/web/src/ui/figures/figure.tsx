import { Link, type LinkProps } from "@tanstack/react-router";
import type { ReactNode } from "react";
import styles from "./figure.module.css";

interface FigureProps {
  label: string;
  value: ReactNode;
  /** Smaller, under the number: age of the oldest, share, what it is compared with. */
  note?: ReactNode;
  tone?: "plain" | "good" | "warn" | "bad";
  /** Where the things that are counted can be seen. */
  to?: LinkProps;
}

/** One number with its name. */
export function Figure({ label, value, note, tone = "plain", to }: FigureProps) {
  return (
    <div className={styles.figure} data-tone={tone}>
      <span className={styles.label}>{to ? <Link {...to}>{label}</Link> : label}</span>
      <span className={`${styles.value} number`}>{value}</span>
      {note && <span className={styles.note}>{note}</span>}
    </div>
  );
}

/** Figures in a row that wraps. */
export const Figures = ({ children }: { children: ReactNode }) => (
  <div className={styles.figures}>{children}</div>
);
