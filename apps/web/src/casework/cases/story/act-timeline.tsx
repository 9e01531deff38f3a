import type { CaseHistoryEntry } from "@varde/contract/cases";
import { useMessages } from "../../../platform/i18n/language.tsx";
import { Timeline, type TimelineEvent } from "../../../ui/layout/timeline.tsx";
import { caseMessages } from "../case-messages.ts";
import { useCaseWords } from "../words/use-case-words.ts";
import { useActorName } from "../words/use-done.ts";
import { Changes } from "./changes.tsx";

/** Acts as a story: what was done, by whom and on what basis, with what it changed for those who ask. */
export function ActTimeline({ entries }: { entries: readonly CaseHistoryEntry[] }) {
  const toEvent = useActEvent();
  return <Timeline events={entries.map(toEvent)} />;
}

/** How an act stands in a timeline. */
export function useActEvent(): (entry: CaseHistoryEntry) => TimelineEvent {
  const t = useMessages(caseMessages);
  const words = useCaseWords();
  const nameOf = useActorName();
  return (entry) => {
    const { id, at, sentence, by, onBehalfOf, stageBefore, stageAfter, law, input } = entry;
    const moved = stageBefore !== null && stageBefore !== stageAfter;
    const reason = typeof input.reason === "string" ? input.reason : input.note;
    return {
      key: `act.${id}`,
      at,
      title: sentence,
      detail: (
        <>
          {moved && (
            <span className="quiet">
              {words.stage(stageBefore)} → {words.stage(stageAfter)}
            </span>
          )}{" "}
          {law && <span className="quiet">({law})</span>}
          <Changes entry={entry} />
        </>
      ),
      note: typeof reason === "string" && reason !== "" ? `«${reason}»` : undefined,
      by: onBehalfOf ? t("nameFor", { name: nameOf(by), other: nameOf(onBehalfOf) }) : nameOf(by),
    };
  };
}
