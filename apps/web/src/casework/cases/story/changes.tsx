import type { CaseHistoryEntry } from "@varde/contract/cases";
import { useMessages } from "../../../platform/i18n/language.tsx";
import { Table } from "../../../ui/table/plain-table.tsx";
import { caseMessages } from "../case-messages.ts";
import { useCaseWords } from "../words/use-case-words.ts";
import styles from "./story.module.css";

/** What an act changed: each fact before and after. */
export function Changes({ entry: { id, before, after } }: { entry: CaseHistoryEntry }) {
  const t = useMessages(caseMessages);
  const words = useCaseWords();
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  if (names.length === 0) return null;
  const say = (value: unknown): string => {
    if (value === null || value === undefined) return "–";
    if (typeof value === "string") return t.find(`option.${value}`) ?? words.value(value);
    if (Array.isArray(value) && value.every((one) => typeof one === "string"))
      return value.map(say).join(", ");
    if (typeof value === "object" && "stage" in value) return words.stage(String(value.stage));
    if (typeof value === "object" && "status" in value) return words.value(String(value.status));
    if (typeof value === "object" && "level" in value) return words.value(String(value.level));
    return JSON.stringify(value);
  };
  return (
    <details className={styles.changes}>
      <summary>{t("changes")}</summary>
      <Table
        caption={`${t("changes")} ${id}`}
        head={[t("fact"), t("before"), t("after")]}
        rows={names.map((name) => ({
          key: name,
          cells: [t.find(`fact.${name}`) ?? name, say(before[name]), say(after[name])],
        }))}
      />
    </details>
  );
}
