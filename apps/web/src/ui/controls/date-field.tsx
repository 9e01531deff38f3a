import { useId } from "react";
import styles from "./date-field.module.css";

interface DateFieldProps {
  label: string;
  /** ISO date, or empty. */
  value: string;
  max?: string;
  onChange: (day: string) => void;
}

/** A day, chosen in the browser's own calendar. Told only when it is a whole date. */
export function DateField({ label, value, max, onChange }: DateFieldProps) {
  const id = useId();
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="date"
        key={value}
        defaultValue={value}
        max={max}
        onChange={({ target }) => {
          if (target.validity.valid && target.value !== value) onChange(target.value);
        }}
      />
    </div>
  );
}
