import type { ReactNode } from "react";
import styles from "./stack.module.css";

/** Things beside each other that wrap when it gets narrow. */
export const Row = ({ children, between = false }: { children: ReactNode; between?: boolean }) => (
  <div className={styles.row} data-between={between}>
    {children}
  </div>
);

/** Things under each other. */
export const Stack = ({ children, tight = false }: { children: ReactNode; tight?: boolean }) => (
  <div className={styles.stack} data-tight={tight}>
    {children}
  </div>
);

/** Panels in as many columns as there is room for, each at least `min` rem wide. */
export const Columns = ({
  children,
  size = "medium",
}: {
  children: ReactNode;
  size?: "small" | "medium" | "large";
}) => (
  <div className={styles.columns} data-size={size}>
    {children}
  </div>
);
