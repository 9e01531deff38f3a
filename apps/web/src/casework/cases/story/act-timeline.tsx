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

/** What is told of an act beside its name: codes among what the officer gave. */
const SAID = ["register", "point", "track", "outcome", "ground", "priority", "flag", "line", "authority"];

/** How an act stands in a timeline. */
export function useActEvent(): (entry: CaseHistoryEntry) => TimelineEvent {
  const t = useMessages(caseMessages);
  const words = useCaseWords();
  const nameOf = useActorName();
  return (entry) => {
    const { id, at, sentence, by, onBehalfOf, stageBefore, stageAfter, law, input } = entry;
    const say = (code: string) => t.find(`option.${code}`) ?? words.value(code);
    const moved = stageBefore !== null && stageBefore !== stageAfter;
    const reason = typeof input.reason === "string" ? input.reason : input.note;
    return {
      key: `act.${id}`,
      at,
      title: sentence,
      detail: (
        <>
          {SAID.flatMap((name) => (typeof input[name] === "string" ? [say(input[name])] : [])).join(", ")}{" "}
          {moved && (
            <span className="quiet">
              {words.stage(stageBefore)} → {words.stage(stageAfter)}
            </span>
          )}{" "}
          {law && <span className="quiet">({law})</span>}
        </>
      ),
      note: typeof reason === "string" && reason !== "" ? `«${reason}»` : undefined,
      more: <Changes entry={entry} />,
      by: onBehalfOf ? t("nameFor", { name: nameOf(by), other: nameOf(onBehalfOf) }) : nameOf(by),
    };
  };
}
