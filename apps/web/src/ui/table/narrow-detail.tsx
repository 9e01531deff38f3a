import type { ReactNode } from "react";
import styles from "./stacked.module.css";

/** What a column that is hidden for lack of room would have said, under the cell that stays. */
export const NarrowDetail = ({ children }: { children: ReactNode }) =>
  children ? <span className={styles.narrow}>{children}</span> : null;
