import { createLink } from "@tanstack/react-router";
import type { AnchorHTMLAttributes, Ref } from "react";
import styles from "./table.module.css";

function RowAnchor({
  children,
  ...props
}: AnchorHTMLAttributes<HTMLAnchorElement> & { ref?: Ref<HTMLAnchorElement> }) {
  return (
    <a {...props} className={styles.rowLink}>
      {children}
    </a>
  );
}

/** The one link of a row: the whole row opens it, and `j` and `k` move between such links. */
export const RowLink = createLink(RowAnchor);
