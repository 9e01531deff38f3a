import styles from "./kbd.module.css";

/** Keys as they stand on the keyboard: "g m" becomes two. */
export function Kbd({ keys }: { keys: string }) {
  return (
    <span className={styles.keys}>
      {keys.split(" ").map((key) => (
        <kbd key={key}>{key}</kbd>
      ))}
    </span>
  );
}
