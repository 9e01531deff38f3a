import type { ReactNode } from "react";
import styles from "./facts.module.css";

/** Names and values, one pair a line; pairs without a value are left out. */
export function Facts({ facts }: { facts: readonly (readonly [name: string, value: ReactNode])[] }) {
  const told = facts.filter(
    ([, value]) => value !== null && value !== undefined && value !== false && value !== "",
  );
  if (told.length === 0) return null;
  return (
    <dl className={styles.facts}>
      {told.map(([name, value]) => (
        <div key={name} className={styles.fact}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
