import type { CaseFlag, CasePriority, CaseRow } from "@varde/contract/cases";
import { useFormats, useNow } from "../../../platform/formats/use-formats.ts";
import { useMessages } from "../../../platform/i18n/language.tsx";
import { Mark, type Tone } from "../../../ui/figures/mark.tsx";
import { useCaseWords } from "../words/use-case-words.ts";
import { queueMessages } from "./queue-messages.ts";

const PRIORITY: Record<CasePriority, readonly [Tone, string]> = {
  high: ["bad", "▲"],
  normal: ["neutral", "–"],
  low: ["neutral", "▽"],
};

/** The priority of a case in one word. */
export function PriorityMark({ priority }: { priority: CasePriority | null }) {
  const t = useMessages(queueMessages);
  const words = useCaseWords();
  if (priority === null) return <span className="faint">{t("noPriority")}</span>;
  const [tone, symbol] = PRIORITY[priority];
  return (
    <Mark tone={tone} symbol={symbol}>
      {words.value(priority)}
    </Mark>
  );
}

/** What a case is flagged by. */
export function FlagMarks({ flags }: { flags: readonly CaseFlag[] }) {
  const words = useCaseWords();
  return flags.map((flag) => (
    <Mark key={flag} tone="accent" symbol="⚑">
      {words.value(flag)}
    </Mark>
  ));
}

/** When a case is due: "2 d igjen", "3 d over", with the day for those who ask. */
export function Due({ row }: { row: Pick<CaseRow, "due" | "overdue"> }) {
  const formats = useFormats();
  const now = useNow();
  if (row.due === null) return null;
  const text = (
    <time dateTime={row.due} title={formats.dateTime(row.due)} className="number">
      {formats.due(row.due, now)}
    </time>
  );
  return row.overdue ? <Mark tone="bad">{text}</Mark> : text;
}
