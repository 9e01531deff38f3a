import styles from "./ranking.module.css";

interface RankingProps {
  rows: readonly { key: string; label: string; count: number }[];
  writeNumber: (count: number) => string;
  nothing: string;
}

/** Named counts from most to fewest, each with a bar against the largest. */
export function Ranking({ rows, writeNumber, nothing }: RankingProps) {
  const most = Math.max(1, ...rows.map((row) => row.count));
  if (rows.length === 0) return <p className="quiet">{nothing}</p>;
  return (
    <ul className={styles.ranking}>
      {rows.map(({ key, label, count }) => (
        <li key={key} className={styles.row}>
          <span className={styles.label}>{label}</span>
          <span className="number">{writeNumber(count)}</span>
          <svg
            viewBox="0 0 100 4"
            preserveAspectRatio="none"
            aria-hidden="true"
            focusable="false"
            className={styles.bar}
          >
            <rect width={(count / most) * 100} height="4" />
          </svg>
        </li>
      ))}
    </ul>
  );
}
