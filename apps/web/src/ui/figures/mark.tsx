import type { ReactNode } from "react";
import styles from "./mark.module.css";

export type Tone = "neutral" | "accent" | "good" | "warn" | "bad";

const SYMBOL: Record<Tone, string> = { neutral: "○", accent: "●", good: "✓", warn: "!", bad: "✕" };

interface MarkProps {
  tone?: Tone;
  /** Replaces the tone's own symbol; colour is never the only difference. */
  symbol?: string;
  children: ReactNode;
}

/** A state in one word: symbol, text and colour. */
export function Mark({ tone = "neutral", symbol = SYMBOL[tone], children }: MarkProps) {
  return (
    <span className={styles.mark} data-tone={tone}>
      <span aria-hidden="true" className={styles.symbol}>
        {symbol}
      </span>
      {children}
    </span>
  );
}
