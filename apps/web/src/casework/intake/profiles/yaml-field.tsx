import { type Ref, useImperativeHandle, useRef } from "react";
import styles from "./yaml-field.module.css";

export interface YamlFieldHandle {
  /** Puts the cursor at a place, both counted from 1. */
  show(line: number, column: number): void;
}

interface YamlFieldProps {
  label: string;
  value: string;
  readOnly: boolean;
  problemLines: readonly number[];
  onChange: (value: string) => void;
  ref?: Ref<YamlFieldHandle>;
}

/** A text field for code: line numbers, no wrapping, troubled lines marked. */
export function YamlField({ label, value, readOnly, problemLines, onChange, ref }: YamlFieldProps) {
  const text = useRef<HTMLTextAreaElement>(null);
  const lines = value.split("\n");
  useImperativeHandle(
    ref,
    () => ({
      show(line, column) {
        const before = lines.slice(0, line - 1).reduce((sum, one) => sum + one.length + 1, 0);
        text.current?.focus();
        text.current?.setSelectionRange(before + column - 1, before + (lines[line - 1]?.length ?? 0));
      },
    }),
    [lines],
  );
  return (
    <div className={styles.field}>
      <ol className={styles.numbers} aria-hidden="true">
        {lines.map((_, index) => (
          // A line is known by its number alone.
          <li key={index} data-problem={problemLines.includes(index + 1)}>
            {index + 1}
          </li>
        ))}
      </ol>
      <textarea
        ref={text}
        className={styles.text}
        aria-label={label}
        aria-invalid={problemLines.length > 0}
        value={value}
        rows={Math.max(18, lines.length + 1)}
        readOnly={readOnly}
        spellCheck={false}
        wrap="off"
        onChange={({ target }) => onChange(target.value)}
      />
    </div>
  );
}
