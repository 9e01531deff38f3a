import { type CaseActName, type CaseView, caseRoutes } from "@varde/contract/cases";
import { type ReactNode, useCallback, useMemo, useState } from "react";
import { useWrite } from "../../../platform/api/write.ts";
import { useMessages } from "../../../platform/i18n/language.tsx";
import { useToast } from "../../../ui/feedback/toasts.tsx";
import { caseMessages } from "../case-messages.ts";
import { useCaseWords } from "../words/use-case-words.ts";
import { ActDialog } from "./act-dialog.tsx";
import { hasObject } from "./parts-held.ts";
import { ActsContext, type Preset, type StartedAct } from "./use-acts.ts";
import { useKeepCase } from "./use-keep-case.ts";

/** Acts with nothing to ask and nothing to regret: they are done at once. */
const AT_ONCE: ReadonlySet<CaseActName> = new Set(["take", "resume", "setPriority"]);

/** Lets everything inside do acts in a case. */
export function ActsProvider({ view, children }: { view: CaseView; children: ReactNode }) {
  const t = useMessages(caseMessages);
  const words = useCaseWords();
  const say = useToast();
  const keep = useKeepCase();
  const { mutate } = useWrite(caseRoutes.actOnCase);
  const [started, setStarted] = useState<StartedAct>();
  const { abilities } = view;
  const { id, lastAct } = view.case;

  const may = useCallback(
    (act: CaseActName) => (abilities[act]?.allowed ?? false) && hasObject(act, view),
    [abilities, view],
  );
  const start = useCallback(
    (act: CaseActName, preset: Preset = {}) => {
      const starting = { act, preset, seen: lastAct, requestId: crypto.randomUUID() };
      if (!AT_ONCE.has(act)) return setStarted(starting);
      mutate(
        { params: { id }, body: { act: { act } as { act: "take" }, lastAct, requestId: starting.requestId } },
        {
          onSuccess: (after) => {
            keep(after);
            say(t("actDone", { act: words.act(act) }));
          },
          onError: (error) => setStarted({ ...starting, error }),
        },
      );
    },
    [id, keep, lastAct, mutate, say, t, words],
  );
  const acts = useMemo(() => ({ view, may, start }), [view, may, start]);
  return (
    <ActsContext value={acts}>
      {children}
      {started && (
        <ActDialog key={started.requestId} started={started} onClose={() => setStarted(undefined)} />
      )}
    </ActsContext>
  );
}
