import styles from "./share-bar.module.css";

/** A share between 0 and 1 as a bar beside its number; the number is the text, the bar is only for the eye. */
export function ShareBar({ share, text, strong = false }: { share: number; text: string; strong?: boolean }) {
  return (
    <span className={styles.share} data-strong={strong}>
      <span className={`${styles.text} number`}>{text}</span>
      <svg
        className={styles.bar}
        viewBox="0 0 100 8"
        preserveAspectRatio="none"
        aria-hidden="true"
        focusable="false"
      >
        <rect className={styles.track} width="100" height="8" rx="0" />
        <rect className={styles.value} width={Math.max(0, Math.min(1, share)) * 100} height="8" />
      </svg>
    </span>
  );
}
