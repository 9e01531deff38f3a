import { Link, type LinkProps } from "@tanstack/react-router";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { useMessages } from "../../platform/i18n/language.tsx";
import { useShortcut } from "../../platform/keyboard/keyboard.tsx";
import { Search } from "../controls/fields.tsx";
import { uiMessages } from "../messages.ts";
import styles from "./filter-bar.module.css";

interface Filter {
  readonly key: string;
  readonly label: string;
  readonly count?: number | undefined;
  readonly chosen: boolean;
  readonly to: LinkProps;
}

interface FilterBarProps {
  label: string;
  filters: readonly Filter[];
  writeNumber: (count: number) => string;
  children?: ReactNode;
}

/** Choices of what a list shows, each an address of its own, with counts. */
export function FilterBar({ label, filters, writeNumber, children }: FilterBarProps) {
  return (
    <div className={styles.bar}>
      <nav aria-label={label} className={styles.filters}>
        {filters.map(({ key, label: name, count, chosen, to }) => (
          <Link
            key={key}
            {...to}
            className={styles.filter}
            data-chosen={chosen}
            activeOptions={{ exact: true, includeSearch: true }}
          >
            {name}
            {count !== undefined && <span className={`${styles.count} number`}>{writeNumber(count)}</span>}
          </Link>
        ))}
      </nav>
      {children && <div className={styles.tools}>{children}</div>}
    </div>
  );
}

const SEARCH_AFTER_MS = 250;

/** The search field of a list; `/` goes to it. `onSearch` is told when the writing pauses. */
export function ListSearch({
  label,
  value,
  onSearch,
}: {
  label: string;
  value: string;
  onSearch: (value: string) => void;
}) {
  const t = useMessages(uiMessages);
  const field = useRef<HTMLInputElement>(null);
  const [written, setWritten] = useState(value);
  const told = useRef(value);
  useShortcut("/", t("search"), () => field.current?.focus());
  useEffect(() => {
    if (written === told.current) return;
    const timer = setTimeout(() => {
      told.current = written;
      onSearch(written);
    }, SEARCH_AFTER_MS);
    return () => clearTimeout(timer);
  }, [written, onSearch]);
  return (
    <div className={styles.search}>
      <Search
        ref={field}
        label={label}
        placeholder={label}
        value={written}
        onChange={setWritten}
        maxLength={200}
      />
    </div>
  );
}
