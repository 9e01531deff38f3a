import type { ButtonHTMLAttributes } from "react";
import styles from "./text-button.module.css";

/** An act that looks like a link, for use within text and tables. */
export const TextButton = (props: ButtonHTMLAttributes<HTMLButtonElement>) => (
  <button type="button" {...props} className={styles.button} />
);
